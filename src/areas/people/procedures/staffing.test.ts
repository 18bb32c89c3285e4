import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/values/day.ts'
import type { CommunityPost } from '../terms.ts'
import { seeing } from '../testing/ask.ts'
import { openPeopleOffice, type PeopleOffice } from '../testing/office.ts'
import { employ, foundStreet, register, type TestStreet } from '../testing/street.ts'
import { peopleProcedures } from './procedures.ts'

let at: PeopleOffice
let street: TestStreet
let known: string

const ask = async (
  asOf: string,
  { in: place = null, ...moment }: { knownAt?: string; node?: string; in?: string | null } = {},
) =>
  await call(
    peopleProcedures(at.database, at.records.place).staffing,
    { asOf: asOf as Day, ...moment },
    seeing(at, place),
  )
type Answer = Awaited<ReturnType<typeof ask>>

/** What stands in a cell: the holders' names, and since when too few hold the post. */
function cell({ posts, communities }: Answer, community: string, post: CommunityPost) {
  const column = posts.findIndex((one) => one.post === post)
  const found = communities.find(({ place }) => place.id === community)?.cells[column]
  return found && [...found.holders.map(({ name }) => name), found.vacantSince]
}

/** A standard since 2017 of one social worker and two assistants; the first community has one of each, the second a worker who left. */
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
  const [first, second] = street.communities
  const person = (name: string, home: string) => register(at, '2010-01-01', { home }, { name })
  await at.establish('standard', '2017-01-01', { needed: '1' }, { name: '社工', post: 'social_worker' })
  await at.establish('standard', '2017-01-01', { needed: '2' }, { name: '协理员', post: 'assistant' })
  await employ(at, '2016-01-01', await person('王一', first), first, 'social_worker')
  await employ(at, '2017-06-01', await person('丁一', first), first, 'assistant')
  const worker = await employ(at, '2016-01-01', await person('李一', second), second, 'social_worker')
  await at.happen('communityPost', worker, 'ended', '2018-03-15', { cause: 'resigned' })
  known = String(await at.head())
  await employ(at, '2017-06-01', await person('赵一', second), first, 'assistant')
  await employ(at, '2016-01-01', await person('于一', second), second, 'committee_director')
})
afterAll(() => at.close())

test('the posts of the standard in force come first, then others that somebody holds', async () => {
  const of = ({ posts }: Answer) => posts.map(({ post, standard }) => [post, standard?.needed ?? null])
  expect(of(await ask('2016-12-31'))).toEqual([
    ['social_worker', null],
    ['committee_director', null],
  ])
  expect(of(await ask('2018-07-29'))).toEqual([
    ['social_worker', 1],
    ['assistant', 2],
    ['committee_director', null],
  ])
})

test('a cell names who holds the post on the day, and since when it is not filled', async () => {
  const [first, second] = street.communities
  const answer = await ask('2018-07-29')
  expect(answer.communities.map(({ place }) => place.name)).toEqual(['甲社区', '乙社区'])
  expect(cell(answer, first, 'social_worker')).toEqual(['王一', null])
  expect(cell(answer, first, 'assistant')).toEqual(['丁一', '赵一', null])
  expect(cell(answer, second, 'social_worker')).toEqual(['2018-03-15'])
  expect(cell(answer, second, 'assistant')).toEqual(['2017-01-01'])
  expect(cell(answer, second, 'committee_director')).toEqual(['于一', null])
  expect(cell(await ask('2018-03-14'), second, 'social_worker')).toEqual(['李一', null])
  // Before the standard nothing is asked for, and nothing is vacant.
  expect(cell(await ask('2016-12-31'), second, 'social_worker')).toEqual(['李一', null])
})

test('as known earlier the post was one short', async () => {
  const [first] = street.communities
  expect(cell(await ask('2018-07-29', { knownAt: known }), first, 'assistant')).toEqual([
    '丁一',
    '2017-01-01',
  ])
})

test('who sees one community gets it alone, and of a holder from elsewhere the holding without the name', async () => {
  const [first, second] = street.communities
  const answer = await ask('2018-07-29', { in: first })
  expect(answer.communities.map(({ place }) => place.id)).toEqual([first])
  expect(cell(answer, first, 'assistant')).toEqual(['丁一', null, null])
  expect(answer.posts.map(({ post }) => post)).toEqual(['social_worker', 'assistant'])
  await expect(ask('2018-07-29', { in: first, node: second })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('where the figure counts a vacancy there is a day since when, and nowhere else', async () => {
  for (const asOf of ['2016-12-31', '2017-01-01', '2017-06-01', '2018-03-14', '2018-03-15', '2018-07-29']) {
    const answer = await ask(asOf)
    for (const { place } of answer.communities)
      for (const { post } of answer.posts) {
        const question = { figure: 'people.posts_vacant', node: place.id, asOf: asOf as Day, kind: post }
        const vacant = Number((await at.value(question)).value) > 0
        const found = answer.communities.find((one) => one.place.id === place.id)
        const since = found?.cells[answer.posts.findIndex((one) => one.post === post)]?.vacantSince
        expect([asOf, place.name, post, Boolean(since)]).toEqual([asOf, place.name, post, vacant])
      }
  }
})
