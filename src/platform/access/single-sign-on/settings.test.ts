import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startShelf } from '../../rpc/server/http-testing.ts'
import { singleSignOnSettings } from './settings.ts'
import { openVisitor } from './testing/visitor.ts'

const right = {
  XIAOMA_ORIGIN: 'https://office.example',
  XIAOMA_OIDC_ISSUER: 'https://id.example/realm',
  XIAOMA_OIDC_CLIENT_ID: 'xiaoma',
  XIAOMA_OIDC_CLIENT_SECRET: 'between the two',
}

test('without an issuer there is none, whatever else is set', () => {
  expect(singleSignOnSettings({ ...right, XIAOMA_OIDC_ISSUER: ' ' }, true)).toBeNull()
})

test('the settings are read, the secret from a file where one is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoma-oidc-'))
  writeFileSync(join(folder, 'secret'), 'from the file\n')
  const env = { ...right, XIAOMA_OIDC_CLIENT_SECRET_FILE: join(folder, 'secret') }
  expect(
    singleSignOnSettings({ ...env, XIAOMA_OIDC_TWO_FACTORS: 'amr=mfa, acr=urn:x ,amr=otp' }, true),
  ).toEqual({
    issuer: new URL('https://id.example/realm'),
    clientId: 'xiaoma',
    clientSecret: 'from the file',
    name: { zh: '统一身份认证', en: 'Single sign-on' },
    twoFactors: { amr: ['mfa', 'otp'], acr: ['urn:x'] },
    origin: 'https://office.example',
  })
  rmSync(folder, { recursive: true })
})

test.each([
  ['XIAOMA_OIDC_ISSUER', 'http://id.example'],
  ['XIAOMA_OIDC_ISSUER', 'id.example'],
  ['XIAOMA_OIDC_ISSUER', 'https://id.example/.well-known/openid-configuration'],
  ['XIAOMA_OIDC_CLIENT_ID', ''],
  ['XIAOMA_OIDC_CLIENT_SECRET', ''],
  ['XIAOMA_OIDC_CLIENT_SECRET_FILE', '/no/such/file'],
  ['XIAOMA_ORIGIN', ''],
  ['XIAOMA_ORIGIN', 'http://office.example'],
  ['XIAOMA_ORIGIN', 'https://office.example/xiaoma'],
  ['XIAOMA_OIDC_TWO_FACTORS', 'mfa'],
])('%s does not work as “%s”', (setting, value) => {
  expect(() => singleSignOnSettings({ ...right, [setting]: value }, true)).toThrow(
    expect.objectContaining({ code: 'INVALID', data: { setting, value: expect.any(String) } }),
  )
})

test.each(['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000'])(
  'on this machine alone the provider may do without TLS: %s',
  (issuer) => {
    const env = { ...right, XIAOMA_ORIGIN: 'http://127.0.0.1:8410', XIAOMA_OIDC_ISSUER: issuer }
    expect(singleSignOnSettings(env, false)?.issuer.origin).toBe(issuer)
  },
)

test('without the settings nothing of it is shown or reachable', async () => {
  const shelf = await startShelf()
  const at = openVisitor(shelf.url)
  await at.signIn('viewer')
  expect((await at.call('GET', '/single-sign-on')).body).toEqual({ name: null })
  expect((await at.call('GET', '/single-sign-on/link')).body).toEqual({
    name: null,
    since: null,
    thisSession: false,
  })
  for (const [method, path] of [
    ['POST', 'sign-in/begin'],
    ['POST', 'sign-in'],
    ['POST', 'link/begin'],
    ['POST', 'link'],
    ['DELETE', 'link'],
    ['POST', 'proof/begin'],
    ['POST', 'proof'],
  ] as const) {
    const { status } = await at.call(method, `/single-sign-on/${path}`)
    expect([path, status]).toEqual([path, 404])
  }
  expect(at.cookies().size).toBe(1)
  await shelf.close()
})
