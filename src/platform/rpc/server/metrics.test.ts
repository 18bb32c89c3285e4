import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { signedIn, startShelf } from './http-testing.ts'
import { Metrics } from './metrics.ts'
import { metricsPort, serveMetrics } from './metrics-server.ts'

test('requests are counted by procedure and status, on a port of this machine, and never by person', async () => {
  const shelf = await startShelf()
  const metrics = new Metrics({
    pool: { totalCount: 3, idleCount: 1, waitingCount: 2 },
    further: { xiaoma_backups: 'Backups that are kept' },
    read: async () => ({ xiaoma_backups: 4 }),
  })
  const counted = shelf.makeServer(undefined, undefined, metrics)
  await counted.listen({ host: '127.0.0.1', port: 0 })
  const server = await serveMetrics(metrics, 0)
  const at = (port: AddressInfo | string | null) => `http://127.0.0.1:${(port as AddressInfo).port}`
  try {
    const url = at(counted.server.address())
    const { jar } = await signedIn(url, 'keeper')
    const see = (query: string) => fetch(`${url}/api/shelf${query}`, { headers: { cookie: jar.cookie } })
    expect((await see('')).status).toBe(200)
    expect((await see('?limit=99')).status).toBe(422)
    expect((await fetch(`${url}/api/shelf`)).status).toBe(401)
    const told = async () => await (await fetch(`${at(server.address())}/metrics`)).text()
    await expect.poll(told).toMatch(/xiaoma_request_seconds_count\{procedure="shelf.see",status="401"\} 1/)
    const text = await told()
    expect(text).toMatch(/xiaoma_request_seconds_count\{procedure="shelf.see",status="200"\} 1/)
    expect(text).toMatch(/xiaoma_request_seconds_count\{procedure="shelf.see",status="422"\} 1/)
    expect(text).toMatch(/^xiaoma_pool_in_use 2$/m)
    expect(text).toMatch(/^xiaoma_pool_waiting 2$/m)
    expect(text).toMatch(/^xiaoma_backups 4$/m)
    expect(text).toMatch(/^xiaoma_requests_in_work 0$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(text).not.toMatch(/keeper|张三|limit|127\.0\.0\.1/)
    expect((await fetch(`${at(server.address())}/`)).status).toBe(404)
  } finally {
    server.closeAllConnections()
    server.close()
    await counted.close()
    await shelf.close()
  }
})

test('nothing is measured unless a port is named', () => {
  expect(metricsPort({})).toBeNull()
  expect(metricsPort({ XIAOMA_METRICS_PORT: '9100' })).toBe(9100)
  expect(() => metricsPort({ XIAOMA_METRICS_PORT: 'many' })).toThrow(/XIAOMA_METRICS_PORT/)
})
