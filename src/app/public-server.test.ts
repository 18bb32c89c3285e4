import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRequestOffice, type RequestOffice } from '../areas/enterprise/testing/request-desk.ts'
import { makeCreditCode } from '../platform/values/credit-code.ts'
import { contract } from './contract.ts'
import { publicListenSettings, startPublicPages } from './public-server.ts'

let desk: RequestOffice
let web: string
let pages: Awaited<ReturnType<typeof startPublicPages>>

beforeAll(async () => {
  desk = await openRequestOffice()
  web = mkdtempSync(join(tmpdir(), 'xiaoma-public-'))
  writeFileSync(join(web, 'index.html'), '<title>the office’s own</title>')
  writeFileSync(join(web, 'public.html'), '<title>public</title><script nonce="__CSP_NONCE__"></script>')
  const { database, records } = desk.at
  const data = { root: web, made: false, secret: Buffer.alloc(32, 5) }
  const settings = publicListenSettings({ XIAOMA_PUBLIC_PORT: '0' }, true)
  if (!settings) throw new Error('no public pages')
  pages = await startPublicPages({ database, records, data }, settings, web, pino({ level: 'silent' }))
})
afterAll(async () => {
  await pages.close()
  await desk.at.close()
  rmSync(web, { recursive: true })
})

const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
  await fetch(`${pages.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: pages.url, ...headers },
    body: JSON.stringify(body),
  })
const request = {
  creditCode: makeCreditCode('9', '1', '350206', 'MA000001'),
  companyName: '示例一公司',
  kind: 'policy',
  subject: '政策咨询',
  content: '请问怎样申请',
}

test('a company sends a request over the network and reads how it stands', async () => {
  const sent = await post('/submissions', { ...request, idempotencyKey: randomUUID() })
  expect(sent.status).toBe(200)
  const { code, number } = (await sent.json()) as { code: string; number: string }
  const standing = await post('/look', { code })
  expect(standing.headers.get('cache-control')).toBe('no-store')
  expect(await standing.json()).toMatchObject({ number, stage: 'waiting' })
  expect(sent.headers.get('set-cookie')).toBeNull()
})

test('nothing of the office’s own host is there, whoever asks', async () => {
  const parts = Object.keys(contract)
  const answers = await Promise.all([
    ...parts.map((part) =>
      fetch(`${pages.url}/rpc/${part}/list`, { method: 'POST', headers: { origin: pages.url } }),
    ),
    post('/session', { username: 'admin', password: 'demo-admin-1' }),
    fetch(`${pages.url}/api/enterprise/requests`),
    fetch(`${pages.url}/api/demo-accounts`),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  const described = (await (await fetch(`${pages.url}/api/openapi.json`)).json()) as { paths: object }
  expect(Object.keys(described.paths).toSorted()).toEqual(['/form', '/look', '/submissions'])
})

test('one page is served, with a nonce of its own, at every address', async () => {
  for (const path of ['/', '/look', '/index.html']) {
    const page = await fetch(`${pages.url}${path}`)
    const nonce = /nonce="([0-9a-f]{32})"/.exec(await page.text())?.[1]
    expect([path, nonce?.length]).toEqual([path, 32])
    expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  }
  expect((await fetch(`${pages.url}/public.html`)).status).toBe(404)
})

test('a request from another site is refused, and so is a body that is too long for anybody', async () => {
  const body = { ...request, idempotencyKey: randomUUID() }
  expect((await post('/submissions', body, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect(
    (await post('/submissions', { ...body, content: 'x'.repeat(100_000) })).status,
  ).toBeGreaterThanOrEqual(400)
  expect((await post('/submissions', { ...body, content: 'x'.repeat(2001) })).status).toBe(422)
})

test('they are served where a port is set for them, and a demo’s never leave this machine', () => {
  expect(publicListenSettings({}, false)).toBeNull()
  expect(publicListenSettings({ XIAOMA_PUBLIC_PORT: '8411', XIAOMA_PORT: '1' }, false)).toMatchObject({
    host: '127.0.0.1',
    port: 8411,
  })
  const outside = { XIAOMA_PUBLIC_PORT: '8411', XIAOMA_PUBLIC_HOST: '0.0.0.0' }
  expect(() => publicListenSettings(outside, true)).toThrow('demo')
  expect(() => publicListenSettings(outside, false)).toThrow('in the clear')
  expect(() => publicListenSettings({ XIAOMA_PUBLIC_PORT: 'x' }, false)).toThrow('XIAOMA_PUBLIC_PORT')
})
