import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, loopback, type Shelf, signedIn, startShelf } from './http-testing.ts'

let shelf: Shelf
let url: string
beforeAll(async () => {
  shelf = await startShelf()
  url = shelf.url
})
afterAll(() => shelf.close())

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

const page = /^default-src 'self';script-src 'self';style-src 'self' 'nonce-[0-9a-f]{32}';img-src /
const noPage = /^default-src 'self';script-src 'self';style-src 'self';img-src /

test.each([
  ['/', page],
  ['/figures/any', page],
  ['/assets/main-4f2a.js', noPage],
  ['/assets/gone.js', noPage],
  ['/rpc/access/me', noPage],
  ['/api/shelf', noPage],
  ['/api/openapi.json', noPage],
  ['/api/none', noPage],
])('%s is answered under the policy', async (path, policy) => {
  const response = await fetch(url + path)
  expect(policyOf(response)).toMatch(policy)
  expect(policyOf(response)).not.toMatch(/unsafe|https?:|\*/)
  for (const directive of ['object-src', 'base-uri', 'frame-ancestors', 'frame-src'])
    expect(`${policyOf(response)};`).toContain(`;${directive} 'none';`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-dns-prefetch-control': 'off',
    'x-permitted-cross-domain-policies': 'none',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
})

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/assets/main-4f2a.js', 'application/javascript; charset=utf-8'],
  ['/assets/gone.js', 'application/json; charset=utf-8'],
  ['/rpc/access/me', 'application/json; charset=utf-8'],
])('%s says that it is %s, and no other site may read it', async (path, type) => {
  const { headers } = await fetch(url + path, { headers: { origin: 'https://evil.example' } })
  expect(headers.get('content-type')).toBe(type)
  expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test('an address that cannot be read is answered under a policy too', async () => {
  const response = await fetch(`${url}/%E0%A4%A`)
  expect([response.status, policyOf(response)]).toEqual([400, expect.stringContaining("default-src 'none'")])
})

test.each(['/', '/rpc/access/me', '/api/session'])('TRACE %s gives nothing back', async (path) => {
  const body = await new Promise<string>((resolve, reject) => {
    const sent = httpRequest(url + path, { method: 'TRACE', headers: { 'x-canary': 'canary' } }, (answer) => {
      let all = String(answer.statusCode)
      answer.setEncoding('utf8').on('data', (piece: string) => {
        all += piece
      })
      answer.on('end', () => resolve(all))
    })
    sent.on('error', reject).end()
  })
  expect(body).toMatch(/^4\d\d/)
  expect(body).not.toContain('canary')
})

test('each page carries a nonce of its own', async () => {
  const nonces = new Set<string>()
  for (const path of ['/', '/figures/any', '/']) {
    const response = await fetch(url + path)
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policyOf(response))?.[1] ?? ''
    const page = `<html><meta name="csp-nonce" content="${nonce}"><style nonce="${nonce}"></style></html>`
    expect(await response.text()).toBe(page)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('hashed files are kept for ever, the page and answers are not; what is missing is missing', async () => {
  const seen = async (path: string) => {
    const { status, headers } = await fetch(url + path)
    return [status, headers.get('cache-control')]
  }
  expect(await seen('/assets/main-4f2a.js')).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(await seen('/some/page')).toEqual([200, 'no-store'])
  expect(await seen('/index.html')).toEqual([200, 'no-store'])
  expect(await seen('/assets/gone.js')).toEqual([404, 'no-store'])
  expect(await seen('/assets/')).toEqual([404, 'no-store'])
  expect(await seen('/.git')).toEqual([404, 'no-store'])
  expect(await seen('/gone.png')).toEqual([404, 'no-store'])
  expect(await seen('/api/shelf')).toEqual([401, 'no-store'])
  expect(await seen('/assets/..%2f..%2fetc/passwd')).toEqual([404, expect.anything()])
})

test('the surplus is turned away at once, and what is in work comes to its end', async () => {
  const { client } = browser(url)
  const slow = Array.from({ length: 3 }, () => fetch(`${url}/api/wait`, { method: 'POST' }))
  await expect.poll(() => shelf.waiting.length).toBe(3)
  await expect(client.access.me()).rejects.toMatchObject({ defined: true, code: 'UNAVAILABLE' })
  const surplus = await fetch(`${url}/api/session`)
  expect([surplus.status, surplus.headers.get('retry-after')]).toEqual([503, '2'])
  // Who looks after the program sees that it lives, however busy it is.
  expect((await fetch(`${url}/health/live`)).status).toBe(200)
  for (const goOn of shelf.waiting.splice(0)) goOn()
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200])
  await expect(client.access.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('closing lets a request in work end', async () => {
  const other = shelf.makeServer()
  await other.listen({ host: '127.0.0.1', port: 0 })
  const { port } = other.server.address() as AddressInfo
  const slow = fetch(`http://127.0.0.1:${port}/api/wait`, { method: 'POST' })
  await expect.poll(() => shelf.waiting.length).toBe(1)
  const closed = other.close()
  for (const goOn of shelf.waiting.splice(0)) goOn()
  expect(await (await slow).json()).toEqual({ done: true })
  await closed
})

test('behind a declared proxy the client is the one that the proxy names, over TLS cookies', async () => {
  const other = shelf.makeServer({ ...loopback, proxies: ['127.0.0.1'] })
  shelf.lines.length = 0
  const response = await other.inject({
    url: '/api/openapi.json',
    headers: { 'x-forwarded-for': '10.9.8.7' },
  })
  expect(response.headers['strict-transport-security']).toMatch(/^max-age=31536000/)
  expect(shelf.lines.join('')).toContain('"ip":"10.9.8.7"')
  const stranger = await other.inject({ url: '/', remoteAddress: '10.2.3.4' })
  expect([stranger.statusCode, stranger.headers['x-frame-options']]).toEqual([403, 'DENY'])
  await other.close()
})

test('a server with a missing procedure does not get ready', async () => {
  const part = shelf.makeServer(loopback, { access: shelf.router.access })
  await expect(part.ready()).rejects.toThrow(/shelf\.see: is not implemented/)
})

test('no password, cookie or name of a person stands in the log', async () => {
  shelf.lines.length = 0
  const { jar } = await signedIn(url, 'keeper')
  await fetch(`${url}/api/shelf?find=%E5%BC%A0%E4%B8%89`, { headers: { cookie: jar.cookie } })
  await expect.poll(() => shelf.lines.join('')).toContain('"path":"/api/shelf"')
  expect(shelf.lines.join('')).toContain('signed in')
  expect(shelf.lines.join('')).not.toMatch(/correct horse|xiaoma_session|张三|%E5%BC/)
})
