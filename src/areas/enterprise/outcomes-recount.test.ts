import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { addDays, type Day, day } from '../../platform/values/day.ts'
import { amountOf } from '../../platform/values/amount.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from '../people/index.ts'
import { enterpriseArea } from './area.ts'
import { furnish } from './testing/furnish.ts'
import { openEnterpriseOffice } from './testing/office.ts'
import { outcomesAt } from './testing/outcomes.ts'

let database: TestDatabase
let offices = 0
beforeAll(async () => {
  database = await testDatabase([organisationArea, peopleArea, enterpriseArea])
}, 120_000)
afterAll(() => database.drop())

const first = day('2018-01-01')
const span = 60
const on = (n: number) => addDays(first, n)
const offset = fc.nat(span)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const mostly = fc.integer({ min: 0, max: 3 }).map((n) => n > 0)
const seldom = mostly.map((yes) => !yes)

/** What happens to a company; days are counted from the first, and what never happens is null. */
const company = fc.record({
  west: fc.boolean(),
  scale: maybe(fc.record({ from: fc.nat(30), days: fc.integer({ min: 1, max: 2 * span }) })),
  founded: offset,
  /** The branch is a joint one, with the company among its units from so many days after it was founded. */
  joint: maybe(fc.nat(20)),
  /** The branch goes through it so many days after it was founded. */
  act: maybe(
    fc.record({ act: fc.constantFrom('re_elected', 'raised'), after: fc.integer({ min: 1, max: 30 }) }),
  ),
  improvements: fc.uniqueArray(
    fc.record({
      act: fc.constantFrom('founded', 're_elected', 'raised'),
      late: seldom,
      proved: mostly,
    }),
    { minLength: 1, maxLength: 2, selector: ({ act }) => act },
  ),
  increases: fc.uniqueArray(
    fc.record({
      on: offset,
      /** In fen, near enough to one another that no unit looks mistaken. */
      old: fc.bigInt({ min: 10n ** 8n, max: 10n ** 9n }),
      more: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      proved: mostly,
      confirmed: mostly,
    }),
    { maxLength: 2, selector: (one) => one.on },
  ),
  /** Company, day and number tell results apart; the number is fen of a sum, or persons. */
  financings: results(),
  hirings: results(),
})
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never
const training = fc.record({
  west: fc.boolean(),
  on: offset,
  persons: maybe(fc.nat(50)),
  more: maybe(fc.nat(50)),
  proved: mostly,
})
type Training = typeof training extends fc.Arbitrary<infer T> ? T : never

function results() {
  return fc.uniqueArray(
    fc.record({ on: offset, number: fc.integer({ min: 1, max: 100_000 }), proved: mostly }),
    { maxLength: 2, selector: (one) => one.on },
  )
}

type Place = 'street' | 'east' | 'west'
type Told = { readonly companies: readonly Company[]; readonly trainings: readonly Training[] }

/** The naive recount, record by record. */
function recount({ companies, trainings }: Told, place: Place, from: number, through: number) {
  const there = ({ west }: { west: boolean }) => place === 'street' || west === (place === 'west')
  const within = (n: number) => from <= n && n <= through
  const here = companies.filter(there)
  const held = trainings.filter((one) => there(one) && within(one.on) && one.proved)
  const increases = (one: Company) => one.increases.filter((i) => within(i.on) && i.proved && i.confirmed)
  const proved = (list: Company['financings']) => list.filter((one) => within(one.on) && one.proved)
  const sum = (numbers: readonly bigint[]) => numbers.reduce((a, b) => a + b, 0n)
  const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
  const improved = (one: Company) =>
    one.improvements.some(({ act, late, proved: known }) => {
      const n = dayOf(one, act) + (late ? 1 : 0)
      const real = act === 'founded' || act === one.act?.act
      const scale = one.scale && one.scale.from <= n && n < one.scale.from + one.scale.days
      const covered = one.joint === null || one.founded + one.joint <= through
      return known && real && !late && within(n) && scale && covered
    })
  return {
    improved_above_scale: String(here.filter(improved).length),
    capital_assisted: yuan(sum(here.flatMap((one) => increases(one).map(({ more }) => more)))),
    capital_assisted_companies: String(here.filter((one) => increases(one).length > 0).length),
    financing_assisted: yuan(
      sum(here.flatMap((one) => proved(one.financings).map(({ number }) => BigInt(number)))),
    ),
    financing_assisted_companies: String(here.filter((one) => proved(one.financings).length > 0).length),
    hiring_assisted: String(
      sum(here.flatMap((one) => proved(one.hirings).map(({ number }) => BigInt(number)))),
    ),
    trainings: String(held.length),
    training_persons: String(held.reduce((all, { persons }) => all + (persons ?? 0), 0)),
    training_person_times: String(
      held.reduce((all, { persons, more }) => all + (more === null ? 0 : (persons ?? 0) + more), 0),
    ),
  }
}

/** The day on which an act was, or would have been. */
const dayOf = ({ founded, act: done }: Company, act: string) =>
  act === 'founded' ? founded : founded + (done?.after ?? 5)

test('each figure of a period is what a naive recount says, in the street and in each community, for who sees it alone too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(company, { minLength: 3, maxLength: 5 }),
      fc.array(training, { maxLength: 3 }),
      fc.tuple(offset, offset),
      async (companies, trainings, period) => {
        offices += 1
        const office = offices
        const at = await openEnterpriseOffice(office, database)
        const there = await furnish(at)
        const result = outcomesAt(at)
        for (const one of companies) {
          const { id, unit } = await there.company(one.west ? there.west : there.east)
          if (one.scale) {
            const { from, days } = one.scale
            const listing = await at.establish('scaleListing', on(from), {
              company_id: id,
              kind: 'industry',
              year: '2018',
              source: '名录',
            })
            await at.happen('scaleListing', listing, 'removed', on(from + days))
          }
          const own = one.joint === null
          const branch = await there.branch(
            there.east,
            own ? unit : null,
            on(one.founded),
            own ? '631' : '632',
          )
          if (one.joint !== null)
            await at.establish('coveredUnit', on(one.founded + one.joint), {
              organisation_id: branch,
              unit_id: unit,
            })
          if (one.act) {
            const { act, after } = one.act
            const when = on(one.founded + after)
            if (act === 'raised')
              await at.happen('organisation', branch, 'raised', when, { kind: '621', name: '总支' })
            else
              await at.happen('organisation', branch, 'term_began', when, {
                term_from: when,
                term_years: '3',
              })
          }
          const paper = (proved: boolean) => ({ evidence: proved ? '材料' : null })
          for (const { act, late, proved } of one.improvements)
            await result.improve(id, branch, act, on(dayOf(one, act) + (late ? 1 : 0)), paper(proved))
          for (const { on: n, old, more, proved, confirmed } of one.increases)
            await result.increase(id, on(n), [amountOf(old), amountOf(old + more)], {
              ...paper(proved),
              confirmation: confirmed ? '确认函' : null,
            })
          for (const { on: n, number, proved } of one.financings)
            await result.finance(id, on(n), amountOf(BigInt(number)), paper(proved))
          for (const { on: n, number, proved } of one.hirings)
            await result.hire(id, on(n), number, paper(proved))
        }
        for (const [n, { west, on: when, persons, more, proved }] of trainings.entries())
          await result.train(west ? there.west : there.east, on(when), `培训${n}`, {
            persons: persons === null ? null : String(persons),
            person_times: more === null ? null : String((persons ?? 0) + more),
            evidence: proved ? '签到' : null,
          })

        // All that happened, and what a period cuts out of it.
        for (const [one, other] of [[0, 2 * span] as const, period]) {
          const [from, through] = [Math.min(one, other), Math.max(one, other)]
          for (const place of ['street', 'east', 'west'] as const) {
            const wanted = recount({ companies, trainings }, place, from, through)
            const scope = place === 'street' ? at.whole : { office, places: [there[place]] }
            for (const [figure, value] of Object.entries(wanted)) {
              const answer = await at.value(
                {
                  figure: `enterprise.${figure}`,
                  node: there[place],
                  period: { from: on(from) as Day, through: on(through) as Day },
                },
                scope,
              )
              // Where nothing of the kind is on record at all there is no number, which is not zero.
              expect([figure, place, answer.value ?? value.replace(/^[1-9].*$/, 'missing')]).toEqual([
                figure,
                place,
                value,
              ])
            }
          }
        }
      },
    ),
    { numRuns: Math.max(4, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 15)), endOnFailure: true },
  )
}, 300_000)
