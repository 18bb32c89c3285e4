import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { breakDown } from '../../../platform/figures/breakdown.ts'
import type { Question } from '../../../platform/figures/contract.ts'
import { figureNamed } from '../../../platform/figures/registry.ts'
import { resolveQuestion } from '../../../platform/figures/resolve.ts'
import { addDays, type Day } from '../../../platform/values/day.ts'
import {
  acts,
  at,
  type Kept,
  openZonedOffice,
  type Step,
  type ZonedOffice,
} from '../testing/requests-by-record.ts'

let office: ZonedOffice
beforeAll(async () => {
  office = await openZonedOffice()
})
afterAll(() => office.at.close())

const partsOf = async (question: Question, by: string, scope = office.at.whole) =>
  await breakDown(
    office.at.figures,
    await resolveQuestion(
      office.at.figures,
      scope,
      figureNamed(office.at.figures, question.figure),
      question,
    ),
    by,
  )
const rowsOf = async (question: Question, part?: 'numerator' | 'denominator') =>
  (await office.at.rows(question, part ? { part } : {})).rows
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** How each figure makes a number of the rows of a part. */
const counts = { count: 'count', keys: 'keys', share: 'share', rank: 'rank' } as const
const figures: Readonly<Record<string, keyof typeof counts>> = {
  requests_received: counts.count,
  requests_open: counts.count,
  requests_closed: counts.count,
  problems_solved: counts.count,
  companies_with_problem_solved: counts.keys,
  completion_rate: counts.share,
  on_time_rate: counts.share,
  parts_overdue: counts.count,
  working_days_to_close_median: counts.rank,
}

const step = fc.record<Step>({
  act: fc.constantFrom(...acts),
  nth: fc.nat({ max: 50 }),
  other: fc.nat({ max: 50 }),
  wait: fc.integer({ min: 1, max: 4 }),
})
const questions = fc.record({
  back: fc.nat({ max: 60 }),
  long: fc.integer({ min: 10, max: 200 }),
  known: fc.nat(),
})

/** Whatever chance brings, once for each half of the figures: a few requests, some with a department, two of them closed. */
const some = (['receive', 'receive', 'receive', 'receive', 'assign', 'close', 'close'] as const).map(
  (act, at): Step => ({ act, nth: at, other: 0, wait: 1 }),
)
const always = [0, 1].map((known): [Step[], { back: number; long: number; known: number }] => [
  some,
  { back: 0, long: 200, known },
])

test('each part of a request figure is what its rows are, by department and by zone, on any day and as known earlier', async () => {
  let now = office.start
  const knowledge: { change: string; kept: Kept }[] = []
  const seen = { parts: new Set<string>(), values: new Set<string | undefined>() }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), questions, async (steps, asked) => {
      for (const one of steps) {
        now = addDays(now, one.wait)
        await office.step(one, now)
      }
      knowledge.push({ change: String(await office.at.head()), kept: structuredClone(office.kept) })
      const { change, kept } = knowledge[asked.known % knowledge.length] as (typeof knowledge)[number]
      const asOf = addDays(now, -asked.back)
      const moment = {
        node: office.street,
        asOf,
        period: { from: addDays(asOf, -asked.long), through: asOf },
        knownAt: change,
      }
      // Half of the figures in each run, in turn.
      const inTurn = Object.entries(figures).filter((_, nth) => (nth + knowledge.length) % 2 === 0)
      for (const [name, how] of inTurn)
        for (const by of ['department', 'zone'] as const) {
          const question: Question = { figure: `enterprise.${name}`, ...moment }
          const { parts } = await partsOf(question, by)
          const sets = how === 'share' ? (['denominator', 'numerator'] as const) : [undefined]
          const rows: Map<string, Row[]>[] = []
          for (const set of sets)
            rows.push(Map.groupBy(await rowsOf(question, set), (row) => partOf(kept, by, row, asOf)))
          // Whatever a row names is a part, and no part has rows that nobody counts.
          const keys = new Set(parts.map(({ key }) => key))
          expect([name, by, rows.flatMap((set) => [...set.keys()]).filter((key) => !keys.has(key))]).toEqual([
            name,
            by,
            [],
          ])
          for (const part of parts) {
            const [whole = [], few = []] = rows.map((set) => set.get(part.key) ?? [])
            expect([name, by, part.label.zh, part.value ?? part.absent?.code]).toEqual([
              name,
              by,
              part.label.zh,
              part.absent?.code === 'not_yet_recorded' ? 'not_yet_recorded' : numberOf(how, kept, whole, few),
            ])
            const title = at(kept.names.get(part.key), asOf)
            if (title) expect(part.label.zh).toBe(title)
            seen.parts.add(`${by} ${part.key === 'none' && whole.length > 0 ? 'none' : 'named'}`)
            seen.values.add(part.absent?.code)
          }
          // One part is opened in full: it is its rows, and no other.
          const opened = parts[asked.known % Math.max(parts.length, 1)]
          if (!opened) continue
          const within: Question = { ...question, of: `${by}:${opened.key}` }
          const told = (some: readonly Row[]) =>
            some.map(({ record, onDate }) => `${record.id} ${onDate}`).sort()
          for (const [index, set] of sets.entries())
            expect(told(await rowsOf(within, set))).toEqual(told(rows[index]?.get(opened.key) ?? []))
          const value = await office.at.value(within)
          expect([value.value, value.question.of?.label]).toEqual([opened.value, opened.label])
        }
    }),
    // What was recorded stays: a smaller example would be another story.
    {
      numRuns: Math.max(8, Math.ceil(0.08 * (fc.readConfigureGlobal().numRuns ?? 100))),
      endOnFailure: true,
      examples: always,
    },
  )
  expect([...seen.parts].sort()).toEqual(['department named', 'department none', 'zone named', 'zone none'])
  expect(seen.values.has('too_few_cases')).toBe(true)
}, 180_000)

/** The part that a row belongs to: a request's lead and its company's zone, on the row's day. */
function partOf(kept: Kept, by: 'department' | 'zone', { record, onDate }: Row, asOf: Day): string {
  const on = onDate ?? asOf
  const part = kept.parts.get(record.id)
  const request = kept.requests.get(part?.request ?? record.id)
  if (!request) throw new Error(`nobody recorded ${record.id}`)
  // A part that was due counts where it lies on the last day of the period, as by place, in the zone that this place was in when it was due.
  if (by === 'zone') return office.zoneOf(kept, request.company, on, part ? asOf : on) ?? 'none'
  return part ? part.department : (at(request.leads, on) ?? 'none')
}

function numberOf(how: keyof typeof counts, kept: Kept, whole: readonly Row[], few: readonly Row[]): string {
  const amounts = whole
    .flatMap(({ amount }) => (amount === null ? [] : [Number(amount)]))
    .sort((a, b) => a - b)
  const companyOf = ({ record }: Row) => kept.requests.get(record.id)?.company
  switch (how) {
    case 'count':
      return String(whole.length)
    case 'keys':
      return String(new Set(whole.map(companyOf)).size)
    case 'share':
      if (whole.length === 0) return 'zero_denominator'
      return whole.length < 5 ? 'too_few_cases' : ((100 * few.length) / whole.length).toFixed(2)
    case 'rank':
      if (amounts.length === 0) return 'no_rows'
      return whole.length < 5 ? 'too_few_cases' : String(amounts[Math.ceil(amounts.length / 2) - 1])
  }
}

test('a department of the whole office and a zone are named to whoever sees one community', async () => {
  const scope = { office: 1, places: [office.communities[1]] }
  const question: Question = {
    figure: 'enterprise.requests_received',
    node: office.communities[1],
    period: { from: office.start, through: addDays(office.start, 400) },
  }
  const { parts } = await partsOf(question, 'department', scope)
  expect(parts.map(({ key }) => key).filter((key) => key !== 'none')).toEqual(office.everyone)
  const whole = await office.at.value(question, scope)
  expect(parts.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(whole.value))
  expect(parts.some(({ key }) => key === 'hidden')).toBe(false)
})
