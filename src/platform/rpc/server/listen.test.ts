import { expect, test } from 'vitest'
import { listenRefusal, listenSettings, proxyList } from './listen.ts'

const readable = import.meta.filename
const tls = { XIAOMA_TLS_CERT: readable, XIAOMA_TLS_KEY: readable }

test.each([
  [{}, null, null],
  [{ XIAOMA_HOST: '::1' }, null, null],
  [{ XIAOMA_HOST: '127.0.0.2' }, null, null],
  [{ XIAOMA_HOST: 'localhost', ...tls }, null, null],
  [{ XIAOMA_HOST: '0.0.0.0' }, 'FORBIDDEN', 'FORBIDDEN'],
  [{ XIAOMA_HOST: '::' }, 'FORBIDDEN', 'FORBIDDEN'],
  [{ XIAOMA_HOST: '10.1.2.3' }, 'FORBIDDEN', 'FORBIDDEN'],
  [{ XIAOMA_HOST: 'office.example' }, 'FORBIDDEN', 'FORBIDDEN'],
  [{ XIAOMA_HOST: '127.0.0.1.example' }, 'FORBIDDEN', 'FORBIDDEN'],
  [{ XIAOMA_HOST: '10.1.2.3', ...tls }, null, 'FORBIDDEN'],
  [{ XIAOMA_HOST: '10.1.2.3', XIAOMA_PROXY: '10.1.2.1' }, null, 'FORBIDDEN'],
  [{ XIAOMA_PROXY: '127.0.0.1' }, null, 'FORBIDDEN'],
  [{ XIAOMA_PROXY: '10.1.0.0/16, fd00::/8' }, null, 'FORBIDDEN'],
  [{ XIAOMA_PROXY: 'yes' }, 'INVALID', 'INVALID'],
  [{ XIAOMA_PROXY: '0.0.0.0/0' }, 'INVALID', 'INVALID'],
  [{ XIAOMA_HOST: '10.1.2.3', XIAOMA_TLS_CERT: readable }, 'INVALID', 'INVALID'],
  [{ XIAOMA_TLS_CERT: readable, XIAOMA_TLS_KEY: '/nowhere/key' }, 'INVALID', 'INVALID'],
  [{ XIAOMA_PORT: '70000' }, 'INVALID', 'INVALID'],
  [{ XIAOMA_PORT: 'http' }, 'INVALID', 'INVALID'],
])('%o is refused with %s, and for a demo with %s', (env, real, demo) => {
  expect(listenRefusal(env, false)?.code ?? null).toBe(real)
  expect(listenRefusal(env, true)?.code ?? null).toBe(demo)
})

test('by default it listens on this machine alone', () => {
  expect(listenSettings({}, true)).toEqual({ host: '127.0.0.1', port: 8410, tls: null, proxies: [] })
})

test('behind a proxy only the proxy and this machine may connect', () => {
  const list = proxyList(['10.1.0.0/16', 'fd00::1'])
  expect([list.check('10.1.9.9'), list.check('127.0.0.1'), list.check('fd00::1', 'ipv6')]).toEqual([
    true,
    true,
    true,
  ])
  expect([list.check('10.2.0.1'), list.check('fd00::2', 'ipv6')]).toEqual([false, false])
})
