import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holderKinds } from '../testing/two-areas/alpha-records.ts'
import { dayOf2018 as day } from '../testing/two-areas/moving-tree.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { type Day, addDays, lastOfMonth } from '../values/day.ts'
import { monthsOf } from '../values/period.ts'
import type { Question } from './contract.ts'
import type { Percent } from './figure.ts'

type Holder = { id: string; kind: keyof typeof holderKinds; sites: readonly (readonly [Day, string])[] }
type Payment = { id: string; holder: Holder; amounts: [Day, number][]; until: Day | null }
type Ranked = { dated: 'asOf' | 'period'; percent: Percent; least: number }

const figures: Readonly<Record<string, Ranked>> = {
  'beta.median_payment': { dated: 'period', percent: 50, least: 0 },
  'beta.high_payment': { dated: 'period', percent: 90, least: 0 },
  'beta.low_of_three': { dated: 'period', percent: 25, least: 3 },
  'beta.median_standing': { dated: 'asOf', percent: 50, least: 0 },
  'beta.high_standing': { dated: 'asOf', percent: 90, least: 0 },
}
const january = day(1)

let areas: TwoAreas
let holders: Holder[]
/** Where each site lay, the earliest first. */
const parents = new Map<string, (readonly [Day, string | null])[]>()
const names = new Map<string, string>()
const sites = () => [...parents.keys()]
const payments: Payment[] = []
/** What was known at each change, from the first payment on. */
const knowledge: { known: string; payments: Payment[] }[] = []

beforeAll(async () => {
  areas = await openTwoAreas()
  const site = async (name: string, parent: string | null) => {
    const sets = { name, code: name, parent_id: parent }
    const id = await areas.establish('alpha.site', january, sets)
    parents.set(id, [[january, parent]])
    names.set(name, id)
    return id
  }
  const root = await site('总', null)
  const north = await site('北', root)
  const south = await site('南', root)
  const corner = await site('北一', north)
  const register = async (code: string, kind: Holder['kind'], at: string): Promise<Holder> => {
    const sets = { name: code, kind, site_id: at, parent_id: null }
    return {
      id: await areas.establish('alpha.holder', january, sets, { code }),
      kind,
      sites: [[january, at]],
    }
  }
  const [moving, staying, other] = [
    await register('H1', 'firm', corner),
    await register('H2', 'person', corner),
    await register('H3', 'firm', south),
  ]
  await areas.happen('alpha.holder', moving.id, 'moved', day(4), { site_id: root })
  await areas.happen('alpha.site', corner, 're_homed', day(5), { parent_id: south })
  parents.get(corner)?.push([day(5), south])
  holders = [{ ...moving, sites: [...moving.sites, [day(4), root]] }, staying, other]
  await pay(other, day(6), 700)
})
afterAll(() => areas.close())

async function pay(holder: Holder, on: Day, amount: number): Promise<void> {
  const sets = { holder_id: holder.id, amount: String(amount) }
  const id = await areas.establish('beta.payment', on, sets, { code: `P${payments.length}` })
  payments.push({ id, holder, amounts: [[on, amount]], until: null })
  await learn()
}

async function learn(): Promise<void> {
  knowledge.push({ known: await areas.head(), payments: structuredClone(payments) })
}

/** What is recorded next: another payment, or what became of an earlier one, or that its amount was another from the first. */
const acts = fc.record({
  kind: fc.constantFrom('paid', 'paid', 'paid', 'amended', 'taken_back', 'corrected'),
  nth: fc.nat(),
  on: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 28 })).map(([m, d]) => day(m, d)),
  // Few amounts, so that many are equal, and a wide range.
  amount: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2_200_000_000_000 })),
})
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never

async function record({ kind, nth, on, amount }: Act): Promise<void> {
  const found = payments[nth % payments.length] as Payment
  if (kind === 'paid') return await pay(holders[nth % holders.length] as Holder, on, amount)
  if (kind === 'corrected') {
    const first = await areas.firstEvent('beta.payment', found.id)
    const sets = { amount: String(amount) }
    await areas.correct('beta.payment', found.id, { id: first, sets, neverWas: false })
    found.amounts[0] = [found.amounts[0]?.[0] as Day, amount]
    return await learn()
  }
  if (found.until) return
  const later = addDays(found.amounts.at(-1)?.[0] as Day, 1 + (nth % 40))
  const sets = kind === 'amended' ? { amount: String(amount) } : {}
  await areas.happen('beta.payment', found.id, kind, later, sets)
  if (kind === 'amended') found.amounts.push([later, amount])
  else found.until = later
  await learn()
}

const at = <Value>(history: readonly (readonly [Day, Value])[], on: Day): Value | undefined =>
  history.filter(([from]) => from <= on).at(-1)?.[1]

function liesIn(site: string | null | undefined, node: string, on: Day): boolean {
  return site === node || (site ? liesIn(at(parents.get(site) ?? [], on), node, on) : false)
}

type Row = { kind: Holder['kind']; amount: number; site: string; on: Day }

/** The rows counted: where and on which day each was. */
function recount({ dated }: Ranked, known: readonly Payment[], { node, asOf, period }: Asked): Row[] {
  return known.flatMap(({ holder: { kind, sites }, amounts, until }) => {
    const [[paid, first]] = amounts as [[Day, number]]
    const [on, amount] = dated === 'asOf' ? [asOf, at(amounts, asOf) ?? 0] : [paid, first]
    const counts =
      dated === 'asOf' ? paid <= on && (!until || on < until) : period.from <= on && on <= period.through
    const site = at(sites, on) as string
    return counts && liesIn(site, node, on) ? [{ kind, amount, site, on }] : []
  })
}

/** Sorted and picked: the smallest of which at least so many in a hundred are no greater. */
function nearestRank({ percent, least }: Ranked, amounts: readonly number[]) {
  if (amounts.length === 0) return 'no_rows'
  if (amounts.length < least) return 'too_few_cases'
  const sorted = [...amounts].sort((a, b) => a - b)
  return yuan(sorted.find((_, index) => (index + 1) * 100 >= percent * sorted.length) as number)
}
const yuan = (fen: number) =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

type Asked = { node: string; asOf: Day; period: { from: Day; through: Day } }
const questions = fc.record({
  figure: fc.constantFrom(...Object.keys(figures)),
  node: fc.nat(),
  asOf: fc.integer({ min: 1, max: 8 }).map((month) => day(month, 15)),
  period: fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 3 }))
    .map(([from, long]) => ({ from: day(from, 5), through: day(from + long, 25) })),
  known: fc.option(fc.nat(), { nil: null }),
})

/** Whatever chance brings: one payment where three are asked for, none at all, and several. */
const summer = { from: day(5, 5), through: day(8, 25) }
const always: [Act[], typeof questions extends fc.Arbitrary<infer One> ? One : never][] = [
  [[], { figure: 'beta.low_of_three', node: 0, asOf: day(8, 15), period: summer, known: null }],
  [
    [100, 200, 300, 400].map((amount, nth) => ({ kind: 'paid', nth, on: day(6, 2), amount })),
    { figure: 'beta.median_payment', node: 0, asOf: day(8, 15), period: summer, known: null },
  ],
]

test('a percentile is what sorting finds, whatever was recorded, at any node, day and knowledge, in whole and in its parts', async () => {
  const seen = new Set<string | undefined>()
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 3 }), questions, async (recorded, picked) => {
      for (const act of recorded) await record(act)
      const { figure, asOf, period } = picked
      const ranked = figures[figure] as Ranked
      const nth = picked.known === null ? -1 : picked.known % knowledge.length
      const { known, payments: then } = knowledge.at(nth) as (typeof knowledge)[number]
      const asked = { node: sites()[picked.node % sites().length] as string, asOf, period }
      const question: Question = { figure, ...asked, ...(picked.known === null ? {} : { knownAt: known }) }
      const counted = recount(ranked, then, asked)
      const expected = (rows: readonly Row[]) =>
        nearestRank(
          ranked,
          rows.map(({ amount }) => amount),
        )

      const whole = await areas.value(question)
      expect([picked, shown(whole), whole.rowCount]).toEqual([picked, expected(counted), counted.length])
      const { rows, sum } = await areas.rows(question)
      const amounts = counted.map(({ amount }) => yuan(amount)).toSorted()
      expect([sum, rows.map(({ amount }) => String(amount)).toSorted()]).toEqual([null, amounts])

      for (const part of (await areas.everyNode(question)).nodes) {
        const own = recount(ranked, then, { ...asked, node: part.node })
        expect([part.node, shown(part)]).toEqual([part.node, expected(own)])
        seen.add(part.absent?.code)
      }
      const byPlace = await areas.parts(question, 'place')
      for (const part of byPlace.parts) {
        const child = names.get(part.label.zh)
        const own = counted.filter(({ site, on }) => (child ? liesIn(site, child, on) : site === asked.node))
        expect([part.label.zh, shown(part)]).toEqual([part.label.zh, expected(own)])
      }
      const byMonth = await areas.parts(question, 'month')
      expect(byMonth.parts.map(shown)).toEqual(
        months(period).map((month) =>
          expected(recount(ranked, then, { ...asked, asOf: month.through, period: month })),
        ),
      )
      for (const { note } of [byPlace, byMonth]) expect(note?.zh).toContain('不能相加')
      if (ranked.dated === 'asOf') {
        const byKind = await areas.parts(question, 'kind')
        for (const part of byKind.parts) {
          const own = expected(counted.filter(({ kind }) => kind === part.key))
          expect([part.key, shown(part)]).toEqual([part.key, own])
          expect(shown(await areas.value({ ...question, kind: part.key }))).toBe(own)
        }
      }
      most = Math.max(most, counted.length)
    }),
    { numRuns: Math.ceil(0.6 * (fc.readConfigureGlobal().numRuns ?? 100)), examples: always },
  )
  expect(seen).toEqual(new Set([undefined, 'no_rows', 'too_few_cases']))
  expect(most).toBeGreaterThan(4)
})

const shown = ({ value, absent }: { value: string | null; absent: { code: string } | null }) =>
  value ?? absent?.code

const months = (period: Asked['period']): Asked['period'][] =>
  monthsOf(period).map((month) => {
    const [from, through] = [`${month}-01` as Day, lastOfMonth(`${month}-01` as Day)]
    return {
      from: from < period.from ? period.from : from,
      through: through < period.through ? through : period.through,
    }
  })

test.each([25, 50, 75, 90, 95] satisfies Percent[])(
  'the %ith of any number of rows is the one at the exact rank, where the product is whole and where it is not',
  async (percent) => {
    const text = `select n::text, (select percentile_disc(${percent / 100}) within group (order by i) from generate_series(1, n) i)::text
      from generate_series(1, 600) n`
    const { rows } = await areas.database.query(areas.whole, { name: `ranks ${percent}`, text, values: [] })
    expect(rows).toEqual(
      Array.from({ length: 600 }, (_, index) => [
        String(index + 1),
        String(Number((BigInt(percent) * BigInt(index + 1) + 99n) / 100n)),
      ]),
    )
  },
)
