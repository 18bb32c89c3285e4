import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/values/day.ts'
import type { Committee, Seat } from '../contract.ts'
import { seeing } from '../testing/ask.ts'
import { openPeopleOffice, type PeopleOffice } from '../testing/office.ts'
import { employ, foundStreet, register, takeUp, type TestStreet } from '../testing/street.ts'
import { peopleProcedures } from './procedures.ts'

let at: PeopleOffice
let street: TestStreet
let outsider: string
let known: string
const elections = ['2015-06-20', '2018-06-20']

const ask = async (asOf: string, more: { node?: string; knownAt?: string; in?: string | null } = {}) => {
  const { in: place = null, ...moment } = more
  const served = peopleProcedures(at.database, at.records.place)
  return await call(served.committees, { asOf: asOf as Day, ...moment }, seeing(at, place))
}
const first = async (...question: Parameters<typeof ask>): Promise<Committee> => {
  const { places } = await ask(...question)
  return places[0]?.committees[0] as Committee
}
const names = (seats: readonly Seat[]) => seats.map(({ person }) => person?.name ?? null)

/** Two elections in the first community; the second elected 丁 and 王 anew, kept 于 and let 孙 go. */
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
  const [committee] = street.committees
  const [branch, , other] = street.branches
  const join = (name: string, of: Parameters<typeof register>[3] = {}, where = branch) =>
    register(at, '2010-01-01', { branch: where }, { name, ...of })
  const term = (on: string) =>
    at.happen('organisation', committee, 'term_began', on, { term_from: on, term_years: '5' })
  const [before, now] = elections as [string, string]

  await term(before)
  const staying = await join('于一', { birth: '1975-06', education: '41', sex: '2' })
  const leaving = await join('孙一', { birth: '1960-06-21' })
  const kept = await takeUp(at, before, staying, committee)
  const left = await takeUp(at, before, leaving, committee, { post: 'secretary' })

  await term(now)
  await at.happen('person', staying, 'educated', '2017-07-01', { education: '31' })
  await at.happen('partyPost', left, 'ended', now, { cause: 'term_ended' })
  await at.happen('partyPost', kept, 're_elected', now, {
    gained: 'elected',
    won_on: now,
    duty: '组织委员',
    rank: null,
  })
  await takeUp(at, now, await join('王一'), committee)
  await takeUp(at, now, await join('丁一'), committee)
  await takeUp(at, now, await join('赵一'), committee, { post: 'deputy_secretary' })
  known = String(await at.head())
  outsider = await join('钱一', {}, other)
  await takeUp(at, now, outsider, committee, { post: 'secretary', rank: '2' })
  await takeUp(at, now, await join('李一'), committee, { rank: '1' })
  await takeUp(at, '2018-07-01', await join('陈一'), committee, { gained: 'co_opted' })
  await employ(at, '2018-07-01', staying, street.communities[0], 'committee_member')
  await employ(at, '2018-07-01', staying, street.communities[0], 'social_worker')
})
afterAll(() => at.close())

test('a committee stands by rank, then by post, then by the strokes of the surname', async () => {
  const { now } = await first('2018-06-20')
  expect(names(now)).toEqual(['李一', '钱一', '赵一', '丁一', '于一', '王一'])
  const { now: later } = await first('2018-07-01')
  expect(names(later)).toEqual(['李一', '钱一', '赵一', '丁一', '于一', '王一', '陈一'])
})

test('a seat tells duty, age, education, how it was gained and what else is held, on the day', async () => {
  const { now, ...committee } = await first('2018-07-01')
  expect(committee).toMatchObject({
    id: street.committees[0],
    name: '甲社区党委',
    termFrom: '2018-06-20',
    termUntil: '2023-06-20',
    previousFrom: '2015-06-20',
  })
  expect(now.find(({ person }) => person?.name === '于一')).toMatchObject({
    person: { sex: '2', age: 43, education: '31' },
    posts: [{ post: 'member', duty: '组织委员' }],
    alsoPosts: ['committee_member'],
    gained: 'elected',
    wonOn: '2018-06-20',
    again: true,
  })
  expect(now.find(({ person }) => person?.name === '丁一')).toMatchObject({ again: false, alsoPosts: [] })
  expect(now.find(({ person }) => person?.name === '陈一')).toMatchObject({ again: null, gained: 'co_opted' })
})

test('the term before stands as it was on the day of its own election', async () => {
  const { before } = await first('2018-07-01')
  expect(before.map(({ person, again }) => [person?.name, person?.age, person?.education, again])).toEqual([
    // One day short of 55 years.
    ['孙一', 54, '31', false],
    ['于一', 40, '41', false],
  ])
})

test('on the eve of an election the old committee sits, and no term is before it', async () => {
  const { now, before, previousFrom } = await first('2018-06-19')
  expect([names(now), before, previousFrom]).toEqual([['孙一', '于一'], [], null])
})

test('as known earlier nobody sits who was recorded later', async () => {
  const { now } = await first('2018-07-01', { knownAt: known })
  expect(names(now)).toEqual(['赵一', '丁一', '于一', '王一'])
  const answer = await ask('2018-07-01', { knownAt: known })
  expect(answer.knownAt).toBe(known)
  expect(Number((await ask('2018-07-01')).knownAt)).toBeGreaterThan(Number(known))
})

test('a person with two posts stands once, under the higher', async () => {
  const [, committee] = street.committees
  const both = await register(at, '2010-01-01', { branch: street.branches[2] }, { name: '周一' })
  await takeUp(at, '2018-01-01', both, committee)
  await takeUp(at, '2018-01-01', both, committee, { post: 'secretary' })
  const { places } = await ask('2018-07-01', { node: street.communities[1] })
  const [found] = places
  expect(found?.place.name).toBe('乙社区')
  expect(found?.committees[0]?.now.map(({ posts }) => posts.map(({ post }) => post))).toEqual([
    ['secretary', 'member'],
  ])
})

test('the communities stand in the order of the tree; one chosen stands alone', async () => {
  const of = async (node?: string) =>
    (await ask('2018-07-01', node ? { node } : {})).places.map(({ place }) => place.name)
  expect(await of()).toEqual(['甲社区', '乙社区'])
  expect(await of(street.communities[1])).toEqual(['乙社区'])
})

test('who sees one community gets it alone, and of a member from elsewhere the seat without the person', async () => {
  const [mine, other] = street.communities
  const { places } = await ask('2018-07-01', { in: mine })
  expect(places.map(({ place }) => place.id)).toEqual([mine])
  expect(names(places[0]?.committees[0]?.now ?? [])).toEqual([
    '李一',
    null,
    '赵一',
    '丁一',
    '于一',
    '王一',
    '陈一',
  ])
  expect(JSON.stringify(places)).not.toContain('钱一')
  expect(JSON.stringify(places)).not.toContain(outsider)
  await expect(ask('2018-07-01', { node: other, in: mine })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('on every day the list holds as many elected, and as many elected again, as the figures count', async () => {
  const figure = async (id: string, asOf: string, node: string) =>
    Number((await at.value({ figure: `people.committee_${id}`, node, asOf: asOf as Day })).value)
  let counted = 0
  for (const asOf of ['2015-06-19', ...elections, '2018-06-19', '2018-07-01', '2026-01-01']) {
    for (const { place, committees } of (await ask(asOf)).places) {
      const elected = (of: 'now' | 'before') =>
        committees.flatMap((committee) => committee[of].filter(({ again }) => again !== null))
      for (const [list, sitting] of [
        ['now', 'elected'],
        ['before', 'previous'],
      ] as const) {
        const listed = elected(list)
        expect([asOf, sitting, listed.length]).toEqual([asOf, sitting, await figure(sitting, asOf, place.id)])
        const again = listed.filter((seat) => seat.again).length
        expect([asOf, sitting, again]).toEqual([
          asOf,
          sitting,
          await figure(`${sitting}_again`, asOf, place.id),
        ])
        counted += listed.length
      }
    }
  }
  expect(counted).toBeGreaterThan(10)
})

test('an office without places has no committees, which is no error', async () => {
  const empty = await openPeopleOffice(2, at.database)
  const served = peopleProcedures(at.database, empty.records.place)
  expect((await call(served.committees, {}, seeing(empty, null))).places).toEqual([])
  expect(await call(served.staffing, {}, seeing(empty, null))).toMatchObject({ posts: [], communities: [] })
})
