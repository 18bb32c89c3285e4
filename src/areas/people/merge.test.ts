import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { alikeRecords } from '../../platform/records/merge/alike-records.ts'
import type { MergePreview } from '../../platform/records/merge/contract.ts'
import { performMerge } from '../../platform/records/merge/perform-merge.ts'
import { previewMerge } from '../../platform/records/merge/preview-merge.ts'
import { previewUnmerge, undoMerge } from '../../platform/records/merge/undo-merge.ts'
import { Refusal } from '../../platform/refusal.ts'
import { everyRow } from '../../platform/testing/every-row.ts'
import { clerk } from '../../platform/testing/office.ts'
import { addDays, day, type Day } from '../../platform/values/day.ts'
import { personType } from './records.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'

let office: PeopleOffice
let street: string
let communities: string[]
let branches: string[]
let temporary: string
let nth = 0

beforeAll(async () => {
  office = await openPeopleOffice()
  const place = (name: string, code: string, parent_id: string | null, kind: string) =>
    office.establish('place', '2000-01-01', { name, code, parent_id }, { kind })
  const found = (name: string, kind: string, more: Record<string, string | null>) =>
    office.establish(
      'organisation',
      '2000-01-01',
      { name, kind, founded_in: 'community', unit_id: null, parent_id: null, ...more },
      { code: `DZZ-${++nth}` },
    )
  street = await place('示例街道', '350206005000', null, 'street')
  communities = [
    await place('东社区', '350206005013', street, 'community'),
    await place('西社区', '350206005014', street, 'community'),
  ]
  const committee = await found('街道党工委', '610', { founded_in: 'street', seat_id: street })
  branches = [
    await found('东支部', '631', { parent_id: committee, seat_id: communities[0] as string }),
    await found('西支部', '631', { parent_id: committee, seat_id: communities[1] as string }),
  ]
  temporary = await found('临时支部', '931', { parent_id: committee, seat_id: street })
})
afterAll(() => office.close())

type Values = Record<string, string | null>
const person = (name: string, sets: Values = {}, header: Values = {}, onDate = '2015-01-01') =>
  office.establish(
    'person',
    onDate,
    { education: '31', branch_id: branches[0] as string, category: 'full', home_id: null, ...sets },
    { code: `RY-${++nth}`, name, sex: '2', birth: '1980-05', phone: null, joined_on: null, ...header },
  )
const ofHolding = {
  duty: null,
  gained: 'elected',
  won_on: null,
  working_time: 'part_time',
  standing: null,
  rank: null,
}
const partyPost = (of: string, onDate: string, sets: Values = {}) =>
  office.establish('partyPost', onDate, {
    person_id: of,
    organisation_id: branches[0] as string,
    post: 'member',
    ...ofHolding,
    ...sets,
  })
const asking = (scope: Scope = office.whole) => ({ scope, actor: clerk })
const input = async (kept: string, given: string, take: readonly string[] = []) => ({
  type: personType.id,
  reason: '同一人重复登记',
  overrides: [],
  kept: { id: kept, version: await office.versionOf('person', kept) },
  given: { id: given, version: await office.versionOf('person', given) },
  take,
})
const preview = async (kept: string, given: string, take: readonly string[] = []): Promise<MergePreview> =>
  await previewMerge(office.records, office.figures, asking(), {
    ...(await input(kept, given, take)),
    asOf: day('2018-06-30'),
  })
async function merge(kept: string, given: string, take: readonly string[] = []) {
  const { seen } = await preview(kept, given, take)
  return await performMerge(office.records, asking(), {
    ...(await input(kept, given, take)),
    seen,
    idempotencyKey: newId(),
  })
}
async function unmerge(change: string) {
  const { digest } = await previewUnmerge(office.records, asking(), personType, change)
  const base = { type: personType.id, reason: '不是同一人', overrides: [], idempotencyKey: newId() }
  return await undoMerge(office.records, asking(), personType, { ...base, change, seen: digest })
}
const refusal = async (act: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error })
  return error
}
const rows = () => everyRow(office.database, office.whole, office.engine.types.values())
const count = async (figure: string, asOf: string, known?: bigint) =>
  (
    await office.value({
      figure,
      node: street,
      asOf: day(asOf),
      ...(known === undefined ? {} : { knownAt: String(known) }),
    })
  ).value

test('one member entered twice counts once on every day, with the posts of both', async () => {
  const kept = await person('示例一')
  const given = await person('示例一', { education: '21' }, { phone: '05921234567' }, '2016-01-01')
  const post = await partyPost(given, '2016-06-20')
  await office.establish('assignment', '2017-01-01', { person_id: given, organisation_id: temporary })
  const known = await office.head()
  const before = [await count('people.members', '2015-06-01'), await count('people.members', '2018-06-30')]
  const shown = await preview(kept, given, ['phone', 'education'])
  expect(shown.differing.map(({ key, since }) => [key, since?.act.zh ?? null])).toEqual([
    ['code', null],
    ['phone', null],
    ['education', '登记'],
  ])
  expect(shown.hanging.map(({ label, title, fields }) => [label.zh, title, fields[0]?.zh])).toEqual([
    ['党内职务', '示例一', '人员'],
    ['编入临时党组织', '示例一', '人员'],
  ])
  expect(shown.figures.filter(({ place }) => place.id === street).map(({ figure }) => figure)).toEqual(
    expect.arrayContaining(['people.members', 'people.members_junior_college']),
  )
  await merge(kept, given, ['phone', 'education'])
  expect(await count('people.members', '2015-06-01')).toBe(before[0])
  expect(await count('people.members', '2018-06-30')).toBe(String(Number(before[1]) - 1))
  expect(await count('people.members', '2018-06-30', known)).toBe(before[1])
  expect(await count('people.temporary_members', '2018-06-30')).toBe('1')
  const stands = await office.load('person', kept)
  expect([stands?.header['phone'], stands?.spells.at(-1)?.attributes['education']]).toEqual([
    '05921234567',
    '21',
  ])
  expect(
    (await office.load('partyPost', post))?.spells.map(({ attributes }) => attributes['person_id']),
  ).toEqual([kept])
})

test('two holdings of one post at the same time refuse it and are both named; at different times they stand', async () => {
  const [kept, given] = [await person('示例二'), await person('示例二')]
  const [mine, other] = [await partyPost(kept, '2016-01-01'), await partyPost(given, '2017-01-01')]
  const { hindrances, figures } = await preview(kept, given)
  expect(figures).toEqual([])
  expect(hindrances.map(({ records }) => records.map(({ id }) => id))).toEqual([[other, mine]])
  expect(hindrances[0]?.message.zh).toBe(
    '合并后同时有两条党内职务（东支部、委员）：2017-01-01至今和2016-01-01至今。请先更正其中一条，再合并。',
  )
  const refused = await refusal(merge(kept, given))
  expect([refused.code, refused.words.en]).toEqual([
    'CONFLICT',
    'They cannot be merged. Both have a party post (东支部, Committee member) at the same time: 2017-01-01 to date, and 2016-01-01 to date. Correct one of the two first.',
  ])
  await office.happen('partyPost', mine, 'ended', '2017-01-01', { cause: 'term_ended' })
  await merge(kept, given)
  expect((await office.load('partyPost', other))?.spells[0]?.attributes['person_id']).toBe(kept)
})

test('the same name and birth, the same name and branch, or the same telephone: likely one, found by pairs and by places', async () => {
  const born = { birth: '1975-01' }
  const one = await person('示例三', {}, { ...born, phone: '0592-7654321' })
  const [two, three, four] = [
    await person('示例 三', { branch_id: branches[1] as string }, born),
    await person('示例三', {}, { birth: '1975-01-02' }),
    await person('示例四', { branch_id: branches[1] as string }, { phone: '05927654321' }),
  ]
  const pairs = async (scope: Scope = office.whole) => {
    const page = await alikeRecords(office.records, scope, { type: personType.id, limit: 1000 })
    expect(JSON.stringify(page)).not.toMatch(/7654321|1975/)
    const mine = page.pairs.filter(({ first, second }) => [first.id, second.id].includes(one))
    return mine.map(({ by, first, second }) => [
      by.map((keys) => keys.join('+')).join(' '),
      first.id === one ? second.id : first.id,
    ])
  }
  expect(new Set((await pairs()).map((pair) => pair.join(' ')))).toEqual(
    new Set([`name+birth ${two}`, `name+branch_id ${three}`, `phone ${four}`]),
  )
  expect(await pairs({ office: 1, places: [communities[0] as string] })).toEqual([['name+branch_id', three]])
})

const span = 40
const first = day('2017-01-01')
const dayAt = fc.integer({ min: 0, max: span }).map((days) => addDays(first, days))
const life = fc.record({
  on: dayAt,
  branch: fc.nat({ max: 1 }),
  transfers: fc.array(fc.record({ on: dayAt, branch: fc.nat({ max: 1 }) }), { maxLength: 2 }),
  ended: fc.option(dayAt),
})
const posts = fc.array(
  fc.record({
    of: fc.nat({ max: 3 }),
    on: dayAt,
    branch: fc.nat({ max: 1 }),
    secretary: fc.boolean(),
    ended: fc.option(dayAt),
    temporary: fc.boolean(),
  }),
  { maxLength: 5 },
)
/** What makes no sense is refused, and did not happen. */
const tried = async (act: Promise<unknown>) =>
  await act.catch((error: unknown) => {
    if (!(error instanceof Refusal) && (error as { code?: string }).code !== '23P01') throw error
  })

test('of any members with posts: each counts once in every total on every day, and an unmerge restores every figure and row', async () => {
  let merged = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 2, maxLength: 4 }),
      posts,
      fc.subarray(['code', 'education', 'branch_id']),
      async (lives, holdings, take) => {
        const ids: string[] = []
        for (const { on, branch, transfers, ended } of lives) {
          const id = await person(`示例${newId()}`, { branch_id: branches[branch] as string }, {}, on)
          ids.push(id)
          for (const to of transfers)
            await tried(
              office.happen('person', id, 'transferred', to.on, {
                branch_id: branches[to.branch] as string,
                category: 'full',
              }),
            )
          if (ended)
            await tried(
              office.happen('person', id, 'membership_ended', ended, {
                branch_id: null,
                category: null,
                home_id: null,
                ending: 'transferred_out',
              }),
            )
        }
        for (const { of, on, branch, secretary, ended, temporary: assigned } of holdings) {
          const holder = ids[of % ids.length] as string
          const organisation_id = branches[branch] as string
          const post = secretary ? 'secretary' : 'member'
          const begun = assigned
            ? tried(office.establish('assignment', on, { person_id: holder, organisation_id: temporary }))
            : tried(partyPost(holder, on, { organisation_id, post }))
          const id = (await begun) as string | undefined
          if (id && ended)
            await tried(office.happen(assigned ? 'assignment' : 'partyPost', id, 'ended', ended))
        }
        const [kept, given] = ids as [string, string]
        const before = { rows: await rows(), told: await everything() }
        const others = new Map<Day, number>()
        for (const asOf of days)
          others.set(asOf, (await membersOn(asOf)).filter((id) => id !== kept && id !== given).length)
        const done = await merge(kept, given, take).catch((error: unknown) => {
          if (error instanceof Refusal) return null
          throw error
        })
        if (!done) {
          expect(await rows()).toEqual(before.rows)
          return
        }
        merged += 1
        for (const asOf of days) {
          const them = (await membersOn(asOf)).includes(kept) ? 1 : 0
          expect(await count('people.members', asOf)).toBe(String((others.get(asOf) ?? 0) + them))
        }
        await unmerge(done.change)
        expect(await rows()).toEqual(before.rows)
        expect(await everything()).toEqual(before.told)
      },
    ),
    { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * 0.12) },
  )
  expect(merged).toBeGreaterThan(0)
}, 300_000)

const days = Array.from({ length: span / 8 + 2 }, (_, index) => addDays(first, index * 8 - 4))
const everything = async () => {
  const told: (string | null)[] = []
  for (const asOf of days)
    for (const figure of ['people.members', 'people.members_mean_age', 'people.temporary_members'])
      told.push(await count(figure, asOf))
  return told
}
/** A plain recount of the rows: whoever has a branch on the day. */
async function membersOn(on: Day): Promise<(string | null)[]> {
  const { rows: found } = await office.database.query(office.whole, {
    name: 'members on a day',
    text: `select distinct record_id from people.person_spell where branch_id is not null
      and valid_from <= $1::date and (valid_to is null or valid_to > $1::date)`,
    values: [on],
  })
  return found.map(([id]) => id ?? null)
}
