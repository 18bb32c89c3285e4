import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { recordEvent } from '../../platform/records/write.ts'
import { clerk } from '../../platform/testing/office.ts'
import { addDays, addMonths, type Day, day } from '../../platform/values/day.ts'
import { leadTimesOn, type SetLeadTime } from './rules/elections/calendar/lead-times.ts'
import { termKindOf } from './rules/elections/term-kind-of.ts'
import { expiryOfTerm } from './rules/elections/term-length.ts'
import { shiftBounds } from './rules/elections/term-rules.ts'
import type { TermOutcome } from './terms.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

/** An act with its document, which the harness of the office leaves out. */
const act = async (
  type: string,
  id: string,
  kind: string,
  on: Day,
  documentNo: string | null,
  sets: Readonly<Record<string, string | null>> = {},
) => {
  const short = type === 'people.election' ? 'election' : 'organisation'
  const asked = { scope: at.whole, actor: clerk }
  await recordEvent(at.records, asked, {
    type,
    id,
    version: await at.versionOf(short, id),
    act: kind,
    onDate: on,
    documentNo,
    header: {},
    sets,
    reason: null,
    idempotencyKey: newId(),
    overrides: [],
  })
}

let codes = 0
type Kind = { readonly kind: string; readonly foundedIn: string }
const kinds: readonly Kind[] = [
  { kind: '611', foundedIn: 'community' },
  { kind: '631', foundedIn: 'community' },
  { kind: '611', foundedIn: 'unit' },
  { kind: '632', foundedIn: 'unit' },
  { kind: '641', foundedIn: 'stairwell' },
]
const found = (kind: Kind, seat: string) =>
  at.establish(
    'organisation',
    '2005-01-01',
    {
      name: `组织${(codes += 1)}`,
      kind: kind.kind,
      founded_in: kind.foundedIn,
      seat_id: seat,
      parent_id: street.committees[0],
      unit_id: null,
    },
    { code: `T-${codes}` },
  )
const begin = (id: string, on: Day, years: string | null, documentNo: string | null = null) =>
  act('organisation.party_organisation', id, 'term_began', on, documentNo, {
    term_from: on,
    term_years: years,
  })

type Election = { readonly reply: string | null; readonly cancelled: boolean } | null
/** The next term: so many days from the expiry of the one before, or from its first day where none is known. */
type Drawn = {
  readonly shift: number
  readonly years: string | null
  readonly documentNo: string | null
  readonly election: Election
}
type Life = {
  readonly kind: number
  readonly seat: number
  readonly first: number
  readonly years: string | null
  readonly then: readonly Drawn[]
  readonly dissolved: number | null
}
const years = fc.constantFrom('3', '5', null)
const papers = fc.constantFrom(null, ' ', '街党〔2020〕3号')
const lives: fc.Arbitrary<Life> = fc.record({
  kind: fc.nat({ max: kinds.length - 1 }),
  seat: fc.nat({ max: 1 }),
  first: fc.nat({ max: 2_500 }),
  years,
  then: fc.array(
    fc.record({
      shift: fc.oneof(
        fc.constantFrom(0, 1, -1, 365, 366, 367, -365, -366, -367),
        fc.integer({ min: -500, max: 500 }),
      ),
      years,
      documentNo: papers,
      election: fc.option(fc.record({ reply: papers, cancelled: fc.boolean() }), { nil: null }),
    }),
    { maxLength: 2 },
  ),
  dissolved: fc.option(fc.nat({ max: 1_500 }), { nil: null, freq: 5 }),
})

/** A term as the test keeps it, and what ended it. */
type Kept = {
  readonly organisation: string
  readonly seat: string
  readonly expiry: Day
  readonly next: { readonly on: Day; readonly approved: boolean } | null
  readonly goneOn: Day | null
}

const blank = (documentNo: string | null) => documentNo === null || documentNo.trim() === ''

/** Plays a life in the office; answers its terms by the rules alone, of which nothing is read back from the program. */
async function play(life: Life): Promise<Kept[]> {
  const kind = kinds[life.kind] as Kind
  const seat = street.communities[life.seat] as string
  const organisation = await found(kind, seat)
  const termKind = termKindOf(kind)
  const kept: { start: Day; years: string | null; next: Kept['next'] }[] = []
  let elections: { from: Day; to: Day | null; reply: string | null }[] = []
  let start = addDays(day('2012-01-01'), life.first)
  await begin(organisation, start, life.years)
  kept.push({ start, years: life.years, next: null })
  for (const { shift, years: length, documentNo, election } of life.then) {
    const now = kept.at(-1) as (typeof kept)[number]
    const expiry = termKind ? expiryOfTerm(now.start, now.years, termKind) : null
    const on = addDays(expiry ?? addDays(start, 1_200), shift)
    if (on <= addDays(start, 10) || on > day('2026-01-01')) break
    if (election) {
      const planned = addDays(on, -5)
      const id = await at.establish(
        'election',
        planned,
        {
          organisation_id: organisation,
          kind: 'term',
          term_no: null,
          seats: '3',
          secretary_by: 'committee',
          planned_on: on,
        },
        { code: `X-${(codes += 1)}` },
      )
      await act('people.election', id, 'requested', addDays(planned, 1), null)
      await act('people.election', id, 'approved', addDays(planned, 2), election.reply)
      if (election.cancelled) await act('people.election', id, 'cancelled', addDays(on, 1), null)
      else elections.push({ from: planned, to: null, reply: election.reply })
    }
    await begin(organisation, on, length, documentNo)
    const own = elections.filter(({ from, to }) => from <= on && (to === null || to >= on))
    now.next = {
      on,
      approved: own.length > 0 ? own.some(({ reply }) => !blank(reply)) : !blank(documentNo),
    }
    kept.push({ start: on, years: length, next: null })
    start = on
  }
  elections = []
  const goneOn = life.dissolved === null ? null : addDays(start, 30 + life.dissolved)
  if (goneOn !== null && goneOn < day('2026-01-01')) {
    const over = await act('organisation.party_organisation', organisation, 'dissolved', goneOn, null, {
      cause: 'other',
    }).then(
      () => true,
      () => false,
    )
    return terms(over ? goneOn : null)
  }
  return terms(null)

  function terms(gone: Day | null): Kept[] {
    return kept.flatMap(({ start: from, years: length, next }) => {
      const expiry = termKind ? expiryOfTerm(from, length, termKind) : null
      return expiry ? [{ organisation, seat, expiry, next, goneOn: gone }] : []
    })
  }
}

function outcomeOf({ expiry, next }: Kept, set: readonly SetLeadTime[]): TermOutcome {
  if (!next) return 'not_held'
  const { earliest, latest } = shiftBounds(expiry)
  if (next.on <= expiry && next.on >= addMonths(expiry, -leadTimesOn(set, expiry).remind)) return 'on_time'
  if (next.on < earliest || next.on > latest) return 'beyond_a_year'
  return next.approved ? 'shifted' : 'unapproved'
}

test('the terms of a period and what became of them are those that a recount by the rules finds', async () => {
  const every: Kept[] = []
  const set: SetLeadTime[] = []
  const leadTime = await at.establish(
    'leadTime',
    '2019-01-01',
    { months: '2' },
    { name: '提醒', step: 'remind' },
  )
  set.push({ step: 'remind', months: 2, from: day('2019-01-01'), to: day('2021-07-01') })
  await at.happen('leadTime', leadTime, 'changed', '2021-07-01', { months: '9' })
  set.push({ step: 'remind', months: 9, from: day('2021-07-01'), to: null })
  const seen = new Set<TermOutcome>()
  await fc.assert(
    fc.asyncProperty(
      lives,
      fc.nat({ max: 4_000 }),
      fc.integer({ min: 0, max: 2_500 }),
      async (life, later, length) => {
        every.push(...(await play(life)))
        const from = addDays(day('2014-01-01'), later)
        const period = { from, through: addDays(from, length) }
        const due = every.filter(
          ({ expiry, goneOn }) =>
            expiry >= period.from && expiry <= period.through && (goneOn === null || expiry < goneOn),
        )
        const outcomes = due.map((term) => outcomeOf(term, set))
        for (const outcome of outcomes) seen.add(outcome)
        const count = (...of: TermOutcome[]) => outcomes.filter((one) => of.includes(one)).length
        const value = async (name: string, node = street.street) =>
          Number((await at.value({ figure: `people.${name}`, node, period })).value)
        expect({
          ended: await value('terms_ended'),
          inTime: await value('terms_renewed_in_time'),
          onTime: await value('terms_on_time'),
          shifted: await value('terms_shifted'),
          outOfTime: await value('terms_out_of_time'),
          not: await value('terms_not_renewed'),
        }).toEqual({
          ended: due.length,
          inTime: count('on_time', 'shifted'),
          onTime: count('on_time'),
          shifted: count('shifted'),
          outOfTime: count('unapproved', 'beyond_a_year'),
          not: count('not_held'),
        })
        for (const seat of street.communities)
          expect(await value('terms_ended', seat)).toBe(due.filter((term) => term.seat === seat).length)
        const { rows } = await at.rows({ figure: 'people.terms_ended', node: street.street, period })
        const told = (list: readonly string[]) => [...list].sort()
        expect(told(rows.map(({ record, onDate, kind }) => `${record.id} ${onDate} ${kind?.code}`))).toEqual(
          told(due.map((term, nth) => `${term.organisation} ${term.expiry} ${outcomes[nth]}`)),
        )
      },
    ),
    { numRuns: Math.ceil(0.6 * (fc.readConfigureGlobal().numRuns ?? 100)), endOnFailure: true },
  )
  expect(seen.size).toBeGreaterThan(3)
}, 240_000)

test('a board elected by June 2018 ends after three years, a later one after five; a rate of few is none', async () => {
  const own = await openPeopleOffice()
  try {
    const there = await foundStreet(own)
    const [first, second] = there.committees
    const term = (id: string, on: string, years: string | null) =>
      own.happen('organisation', id, 'term_began', on, { term_from: on, term_years: years })
    await term(first, '2018-06-20', null)
    await term(second, '2018-07-12', null)
    await term(first, '2021-06-20', null)
    const of = async (figure: string, from: string, through: string) => {
      const period = { from: day(from), through: day(through) }
      const answer = await own.value({ figure: `people.${figure}`, node: there.street, period })
      return answer.value ?? answer.absent?.code
    }
    expect(await of('terms_ended', '2021-06-20', '2021-06-20')).toBe('1')
    expect(await of('terms_renewed_in_time', '2021-06-20', '2021-06-20')).toBe('1')
    expect(await of('terms_ended', '2023-07-12', '2023-07-12')).toBe('1')
    expect(await of('terms_not_renewed', '2023-07-12', '2023-07-12')).toBe('1')
    expect(await of('terms_ended', '2021-06-21', '2023-07-11')).toBe('0')
    expect(await of('terms_renewed_in_time_share', '2021-06-20', '2023-07-12')).toBe('50.0')
    expect(await of('terms_renewed_in_time_share', '2019-01-01', '2019-12-31')).toBe('zero_denominator')
  } finally {
    await own.close()
  }
})
