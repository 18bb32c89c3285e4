import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from './roles.ts'
import { createLog } from '../platform/rpc/server/log.ts'
import { addDays, today } from '../platform/values/day.ts'
import { accountPlaces } from './account-places.ts'
import { areaFunctions } from './area-functions.ts'
import { areas } from './areas.ts'
import { postsAsHoldings } from './posts-as-holdings.ts'
import { routersOf } from './routers.ts'
import { type RunningHttp, startHttp } from './server.ts'
import { type Client, signIn } from './testing/client.ts'
import { makeWorld } from './testing/matrix/world.ts'

const day = today()
const password = 'correct horse battery'

let world: Awaited<ReturnType<typeof makeWorld>>
let running: RunningHttp
let security: Client
let number = 0

beforeAll(async () => {
  world = await makeWorld()
  const { database, at } = world
  const log = createLog({ write: () => undefined })
  running = await startHttp({
    env: { XIAOMA_PORT: '0' },
    database,
    routers: routersOf(
      { ...at, database, purposes: areas.flatMap((area) => area.purposes ?? []) },
      log,
      null,
    ),
    secret: randomBytes(24).toString('hex'),
    web: join(tmpdir(), 'no such folder'),
    log,
    demoRoster: [],
    namePlaces: async () => [],
    accountPlaces,
    functions: areaFunctions,
    holdings: postsAsHoldings(at),
  })
  security = (await enter([{ role: 'security_administrator', place: null }])).client
}, 120_000)
afterAll(async () => {
  await running.close()
  await world.close()
})

async function enter(roles: readonly { role: RoleName; place: string | null }[]) {
  number += 1
  const username = `someone${number}`
  const made = { office: 1, username, name: `某人${number}`, password, roles, mustChangePassword: false }
  const id = await running.accounts.createAccount(made)
  return { id, client: await signIn(running.url, username, password) }
}

const holding = {
  gained: 'appointed',
  won_on: null,
  working_time: 'full_time',
  duty: null,
  standing: null,
  rank: null,
}
const inCommunity = () =>
  world.at.establish('communityPost', addDays(day, -30), {
    ...holding,
    contract_until: null,
    person_id: world.held.east.person,
    place_id: world.held.east.place,
    post: 'assistant',
  })
const inParty = () =>
  world.at.establish('partyPost', addDays(day, -30), {
    ...holding,
    gained: 'elected',
    won_on: addDays(day, -30),
    person_id: world.held.east.spare,
    organisation_id: world.held.east.branch,
    post: 'deputy_secretary',
  })

/** Somebody who is a clerk of the eastern community for as long as they hold the post. */
async function withPost(post: string) {
  const { id, client } = await enter([])
  const asked = { role: 'community_clerk', place: world.held.east.place, holding: post }
  const granted = await security.post(`/accounts/${id}/roles`, asked)
  expect(granted.status).toBe(200)
  return client
}
const sees = async (client: Client) =>
  (await client.get(`/records/people.person?asOf=${day}&all=true`)).status

test.each([
  ['ends', (id: string) => world.at.happen('communityPost', id, 'ended', day), inCommunity, 'communityPost'],
  ['never was', (id: string) => world.at.remove('communityPost', id), inCommunity, 'communityPost'],
  ['ends', (id: string) => world.at.happen('partyPost', id, 'ended', day), inParty, 'partyPost'],
] as const)(
  'the next request after a post %s is refused, and what was recorded by mistake comes back',
  async (what, act, begin, type) => {
    const post = await begin()
    const client = await withPost(post)
    expect(await sees(client)).toBe(200)
    await act(post)
    expect(await sees(client)).toBe(403)
    if (what !== 'ends') return
    const events = (await world.at.load(type, post))?.events ?? []
    const last = events.find(({ kind }) => kind === 'ended')?.id ?? ''
    await world.at.correct(type, post, { id: last, sets: {}, neverWas: true })
    expect(await sees(client)).toBe(200)
    await world.at.remove(type, post)
  },
  60_000,
)

test('a post that is corrected to be somebody else’s takes the role along', async () => {
  const post = await inCommunity()
  const client = await withPost(post)
  const [first] = (await world.at.load('communityPost', post))?.events ?? []
  await world.at.correct('communityPost', post, {
    id: first?.id ?? '',
    sets: { person_id: world.held.east.double },
    neverWas: false,
  })
  expect(await sees(client)).toBe(403)
  await world.at.remove('communityPost', post)
})

test('whoever has a role with a post is told who they are among the holders of requests, as long as they hold it', async () => {
  const post = await inCommunity()
  const client = await withPost(post)
  const own = async () =>
    (await client.get('/enterprise/requests')).body['own'] as { id: string; name: string }[]
  expect(await own()).toMatchObject([{ id: world.held.east.person }])
  expect((await own())[0]?.name).not.toBe('')
  const { client: without } = await enter([{ role: 'office_clerk', place: null }])
  expect((await without.get('/enterprise/requests')).body['own']).toEqual([])
  await world.at.happen('communityPost', post, 'ended', day)
  expect((await client.get('/enterprise/requests')).status).toBe(403)
  await world.at.remove('communityPost', post)
})

test('the security administrator finds posts by name, and grants none that is not held', async () => {
  const post = await inCommunity()
  const find = async (name: string) =>
    (await security.get(`/account-holdings?find=${encodeURIComponent(name)}`)).body['holdings'] as {
      id: string
      words: { zh: string }
      place: string
    }[]
  const found = (await find(world.held.east.canary)).find(({ id }) => id === post)
  expect(found).toMatchObject({
    words: { zh: expect.stringMatching(/^人员甪东鸟 · 党建协理员 · 社区甪东鸟$/) },
    place: world.held.east.place,
  })
  await world.at.happen('communityPost', post, 'ended', day)
  expect((await find(world.held.east.canary)).map(({ id }) => id)).not.toContain(post)
  const { id } = await enter([])
  for (const holding of [post, world.held.east.person]) {
    const asked = { role: 'community_clerk', place: world.held.east.place, holding }
    expect((await security.post(`/accounts/${id}/roles`, asked)).status).toBe(404)
  }
  await world.at.remove('communityPost', post)
})

test('the three administrators and the clerks each see what they may of who may do what', async () => {
  const post = await inCommunity()
  await withPost(post)
  const { client } = await enter([{ role: 'community_clerk', place: world.held.east.place }])
  const text = JSON.stringify((await client.get('/grants-here')).body)
  expect(text).toContain('community_clerk')
  expect(text).not.toContain('党建协理员')
  expect((await client.get('/accounts')).status).toBe(403)
  expect(JSON.stringify((await security.get('/accounts')).body)).toContain('党建协理员')
  await world.at.remove('communityPost', post)
})
