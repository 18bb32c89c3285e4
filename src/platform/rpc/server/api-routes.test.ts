import { request as httpRequest } from 'node:http'
import { ORPCError } from '@orpc/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { here } from '../../access/testing.ts'
import { browser, type Shelf, signedIn, startShelf } from './http-testing.ts'

let shelf: Shelf
let url: string
beforeAll(async () => {
  shelf = await startShelf()
  url = shelf.url
})
afterAll(() => shelf.close())

test('a person signs in, sees what lies in the scope, and is a stranger again after signing out', async () => {
  const { client, me, jar } = await signedIn(url, 'keeper')
  expect(me).toEqual({
    id: expect.any(String),
    name: '张三',
    username: 'keeper',
    office: { id: 1, name: { zh: '一处', en: 'One' } },
    scope: { whole: false, places: [{ id: here, name: 'place a' }] },
    permissions: ['shelf.see', 'shelf.write'],
    mustChangePassword: false,
    secondFactorAsked: false,
    secondFactorRequired: false,
    secondFactor: false,
    demo: false,
  })
  expect(await client.access.me()).toEqual(me)
  expect(await client.shelf.see({})).toEqual({ words: ['near'] })
  expect(await (await signedIn(url, 'viewer')).client.shelf.see({})).toEqual({ words: ['far', 'near'] })
  const held = jar.cookie
  await client.access.signOut()
  await expect(client.access.me()).rejects.toMatchObject({ defined: true, code: 'UNAUTHENTICATED' })
  jar.cookie = held
  await expect(client.access.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('an unknown name and a wrong password are answered in the same words; the sixth is locked out', async () => {
  const { client } = browser(url)
  const refusal = async (username: string): Promise<[string, unknown]> => {
    try {
      await client.access.signIn({ username, password: 'wrong' })
      return ['signed in', null]
    } catch (error) {
      return error instanceof ORPCError ? [error.code, error.data] : ['no answer', error]
    }
  }
  const answers: [string, unknown][] = []
  for (const username of ['viewer', 'nobody'])
    for (let i = 0; i < 6; i++) answers.push(await refusal(username))
  expect(answers.slice(0, 6)).toEqual(answers.slice(6))
  expect(answers.map(([code]) => code).slice(0, 6)).toEqual([...Array(5).fill('UNAUTHENTICATED'), 'TOO_MANY'])
  expect(JSON.stringify(answers)).not.toMatch(/viewer|nobody/)
})

test('REST takes numbers and flags from the address, and says what is wrong with them', async () => {
  const { jar } = await signedIn(url, 'keeper')
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { cookie: jar.cookie } })
    return { status: response.status, body: await response.json() }
  }
  expect(await get('/api/shelf?upper=true')).toEqual({ status: 200, body: { words: ['NEAR'] } })
  expect(await get('/api/shelf?upper=false&limit=0')).toEqual({ status: 200, body: { words: [] } })
  const wrong = await get('/api/shelf?limit=99')
  expect(wrong).toMatchObject({
    status: 422,
    body: { code: 'INVALID', data: { words: { zh: expect.stringContaining('limit（99）') } } },
  })
  expect((await get('/api/nothing')).status).toBe(404)
})

test('neither a body nor an address reaches what all objects share, and a value given twice is refused', async () => {
  const { jar } = await signedIn(url, 'keeper')
  const harm = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"limit":1}'
  const metas = ['[]', '[[1,"__proto__","polluted"]]', '[[3,"constructor","prototype","polluted"]]']
  const ask = (path: string, body?: string) =>
    fetch(url + path, {
      headers: { cookie: jar.cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body }),
    }).then(({ status }) => status)
  const told = []
  for (const meta of metas) told.push(await ask('/rpc/shelf/see', `{"json":${harm},"meta":${meta}}`))
  expect(told).toEqual([200, 400, 400])
  expect(await ask('/api/shelf?__proto__[polluted]=1&constructor[prototype][polluted]=1')).toBe(200)
  expect('polluted' in {}).toBe(false)
  expect(await ask('/api/shelf?limit=1&limit=2')).toBe(422)
})

test('files go both ways', async () => {
  const { client } = await signedIn(url, 'keeper')
  const sheet = await client.shelf.sheet()
  expect([sheet.name, await sheet.text()]).toEqual(['台账"\r\n\'(1).csv', '甲,乙'])
  expect(await client.shelf.weigh({ file: new File(['x'.repeat(300_000)], 'big.csv') })).toEqual({
    size: 300_000,
  })
})

test('a file goes out to be kept, under its name and nothing that the name holds', async () => {
  const { jar } = await signedIn(url, 'keeper')
  const { headers } = await fetch(`${url}/api/shelf/sheet`, { headers: { cookie: jar.cookie } })
  expect([headers.get('content-disposition'), headers.get('content-type')]).toEqual([
    `attachment; filename*=UTF-8''${encodeURIComponent('台账')}%22%0D%0A%27%281%29.csv`,
    'text/csv',
  ])
})

test('a body that is too long, or does not say how long it is, is not read', async () => {
  const { jar } = await signedIn(url, 'keeper')
  const send = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        `${url}/api/shelf/weigh`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          resolve(response.statusCode ?? 0)
          response.resume()
          request.destroy()
        },
      )
      request.on('error', reject)
      request.write('{')
    })
  expect(await send({ cookie: jar.cookie, 'content-length': String(26 * 1024 * 1024) })).toBe(422)
  expect(await send({ cookie: jar.cookie, 'transfer-encoding': 'chunked' })).toBe(422)
  expect(await send({ 'content-length': String(65 * 1024) })).toBe(401)
})

test('another site cannot make a browser change anything', async () => {
  const { jar } = await signedIn(url, 'keeper')
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie: jar.cookie, ...headers } }).then(
      ({ status }) => status,
    )
  expect(await post({ origin: 'https://evil.example' })).toBe(403)
  expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await post({ origin: url, 'sec-fetch-site': 'same-origin' })).toBe(200)
  // Over RPC a change is never made by GET, which needs no origin.
  expect((await fetch(`${url}/rpc/access/signOut`, { headers: { cookie: jar.cookie } })).status).toBe(405)
})

test('the REST side describes itself', async () => {
  const document = await (await fetch(`${url}/api/openapi.json`)).json()
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/session', '/shelf', '/shelf/weigh']))
  expect(document.paths['/shelf'].get.responses).toHaveProperty('403')
})
