import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { addDays, type Day, day } from '../../platform/values/day.ts'
import type { ContactWay, PostingKind } from './terms.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'
import {
  contact,
  enrol,
  foundServedStreet,
  listCompany,
  pair,
  type ServedStreet,
} from './testing/served-street.ts'

let at: EnterpriseOffice
let street: ServedStreet
let persons: string[]
/** By person, from which day to which a member. */
const memberships = [
  { from: 0, to: null },
  { from: null, to: null },
  { from: 0, to: 100 },
  { from: 120, to: null },
] as const
const start = day('2018-01-01')
const on = (after: number): Day => addDays(start, after)

beforeAll(async () => {
  at = await openEnterpriseOffice()
  street = await foundServedStreet(at)
  const [, home] = street.communities
  const { branch } = street
  persons = [
    await enrol(at, { branch }),
    await enrol(at, { home }),
    await enrol(at, { branch }),
    await enrol(at, { home }),
  ]
  const [, , leaves, joins] = persons as [string, string, string, string]
  await at.happen('person', leaves, 'membership_ended', on(100), {
    branch_id: null,
    category: null,
    home_id: home,
    ending: 'withdrew',
  })
  await at.happen('person', joins, 'admitted', on(120), { branch_id: branch, category: 'probationary' })
})
afterAll(() => at.close())

type Spell = { readonly person: number; readonly from: number; readonly to: number | null }
/** A company as the test keeps it: nothing here is asked of the program. */
type Life = {
  readonly place: number
  readonly listed: number
  readonly moved: { readonly after: number; readonly place: number } | null
  readonly pairings: readonly Spell[]
  readonly postings: readonly (Spell & { readonly kind: PostingKind })[]
  readonly contacts: readonly { readonly person: number; readonly on: number; readonly way: ContactWay }[]
}
type Played = Life & { readonly id: string; readonly left: number | null }

const spells = fc.record({
  person: fc.nat({ max: 3 }),
  from: fc.integer({ min: 0, max: 150 }),
  to: fc.option(fc.integer({ min: 151, max: 250 }), { nil: null }),
})
const companies = fc.record({
  place: fc.nat({ max: 2 }),
  listed: fc.nat({ max: 60 }),
  left: fc.option(fc.integer({ min: 200, max: 240 }), { nil: null }),
  moved: fc.option(fc.record({ after: fc.integer({ min: 61, max: 190 }), place: fc.nat({ max: 2 }) }), {
    nil: null,
  }),
  pairings: fc.uniqueArray(spells, { maxLength: 3, selector: ({ person }) => person }),
  postings: fc.uniqueArray(
    fc.tuple(spells, fc.constantFrom<PostingKind>('instructor', 'liaison')).map(([one, kind]) => ({
      ...one,
      kind,
    })),
    { maxLength: 2, selector: ({ person, kind }) => `${person} ${kind}` },
  ),
  contacts: fc.array(
    fc.record({
      person: fc.nat({ max: 3 }),
      on: fc.integer({ min: 60, max: 260 }),
      way: fc.constantFrom<ContactWay>('phone', 'visit', 'meeting', 'online'),
    }),
    { maxLength: 3 },
  ),
})

const placeOf = (index: number) => [...street.communities, street.building][index] as string
const personOf = (index: number) => persons[index] as string

async function play({ left, ...life }: Life & { left: number | null }): Promise<Played> {
  const id = await listCompany(at, on(life.listed), placeOf(life.place))
  if (life.moved)
    await at.happen('company', id, 'moved', on(life.moved.after), { place_id: placeOf(life.moved.place) })
  for (const { person, from, to } of life.pairings) {
    const record = await pair(at, on(from), id, personOf(person))
    if (to !== null) await at.happen('pairing', record, 'ended', on(to))
  }
  for (const { person, from, to, kind } of life.postings) {
    const record = await at.establish('posting', on(from), {
      company_id: id,
      person_id: personOf(person),
      kind,
    })
    if (to !== null) await at.happen('posting', record, 'ended', on(to))
  }
  for (const one of life.contacts) await contact(at, on(one.on), id, personOf(one.person), { way: one.way })
  if (left === null) return { ...life, id, left }
  // A company does not leave the list while somebody is in charge of it.
  const ended = await at.happen('company', id, 'left', on(left), { leaving: 'closed' }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'CONFLICT') return false
      throw error
    },
  )
  return { ...life, id, left: ended ? left : null }
}

const during = ({ from, to }: { from: number | null; to: number | null }, asOf: number) =>
  from !== null && from <= asOf && (to === null || asOf < to)
/** The first community holds the building. */
const isIn = (node: number | null, place: number) =>
  node === null || node === place || (node === 0 && place === 2)
/** Where a company is on a day, also before it is listed. */
const placeOn = ({ place, moved }: Life, asOf: number) => (moved && moved.after <= asOf ? moved.place : place)

function recount(all: readonly Played[], asOf: number, node: number | null) {
  const here = all.filter((one) => isIn(node, placeOn(one, asOf)))
  const listed = here.filter(({ listed: from, left: to }) => during({ from, to }, asOf))
  const paired = here.flatMap(({ pairings }) => pairings.filter((one) => during(one, asOf)))
  const posted = here.flatMap(({ postings }) => postings.filter((one) => during(one, asOf)))
  const somebody = listed.filter(({ pairings }) => pairings.some((one) => during(one, asOf)))
  const distinct = (of: readonly { person: number }[]) => new Set(of.map(({ person }) => person)).size
  return {
    people_paired: distinct(paired),
    members_paired: distinct(
      paired.filter(({ person }) => during(memberships[person] ?? { from: null, to: null }, asOf)),
    ),
    companies_paired: somebody.length,
    companies_with_nobody: listed.length - somebody.length,
    instructors: distinct(posted.filter(({ kind }) => kind === 'instructor')),
    postings: posted.length,
  }
}

function recountContacts(all: readonly Played[], from: number, through: number, node: number | null) {
  const made = all.flatMap((one) =>
    one.contacts.flatMap(({ on: when, way }) =>
      from <= when && when <= through && isIn(node, placeOn(one, when)) ? [{ id: one.id, way }] : [],
    ),
  )
  return {
    contacts: made.length,
    visits: made.filter(({ way }) => way === 'visit').length,
    companies_contacted: new Set(made.map(({ id }) => id)).size,
  }
}

test('on any day and at any place the figures of pairing equal a plain recount', {
  timeout: 600_000,
}, async () => {
  const all: Played[] = []
  let checked = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(companies, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat({ max: 270 }), fc.option(fc.nat({ max: 2 }), { nil: null })), {
        minLength: 2,
        maxLength: 2,
      }),
      async (drawn, asked) => {
        for (const life of drawn) all.push(await play(life))
        for (const [after, node] of asked) {
          const where = node === null ? {} : { node: placeOf(node) }
          const value = async (figure: string, more: object) =>
            Number((await at.value({ figure: `enterprise.${figure}`, ...where, ...more })).value ?? 0)
          for (const [figure, expected] of Object.entries(recount(all, after, node)))
            expect([figure, node, after, await value(figure, { asOf: on(after) })]).toEqual([
              figure,
              node,
              after,
              expected,
            ])
          const period = { from: on(after - 60), through: on(after) }
          const { visits, ...flows } = recountContacts(all, after - 60, after, node)
          for (const [figure, expected] of Object.entries(flows))
            expect([figure, node, after, await value(figure, { period })]).toEqual([
              figure,
              node,
              after,
              expected,
            ])
          expect(await value('contacts', { period, kind: 'visit' })).toBe(visits)
          checked += 1
        }
      },
    ),
    { numRuns: 12 },
  )
  expect(checked).toBe(24)
  const late = recount(all, 160, null)
  // The lives drawn are worth counting.
  expect([late.people_paired, late.companies_paired].every((count) => count > 0)).toBe(true)
  const share = await at.value({ figure: 'enterprise.pairing_coverage', asOf: on(160) })
  const listed = late.companies_paired + late.companies_with_nobody
  expect(Number(share.value)).toBeCloseTo((100 * late.companies_paired) / listed, 1)
})

test('whoever sees one community counts what lies in it and nothing else', async () => {
  const [first, second] = street.communities
  const scope = { office: 1, places: [second] }
  const inside = await at.value({ figure: 'enterprise.companies_with_nobody', node: second, asOf: on(200) })
  const seen = await at.value({ figure: 'enterprise.companies_with_nobody', asOf: on(200) }, scope)
  expect(seen.value).toBe(inside.value)
  await expect(
    at.value({ figure: 'enterprise.companies_with_nobody', node: first, asOf: on(200) }, scope),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const rows = await at.rows({ figure: 'enterprise.people_paired', asOf: on(200) }, { scope })
  for (const row of rows.rows) expect(JSON.stringify(row)).not.toContain(first)
})
