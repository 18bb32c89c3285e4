import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Metrics } from './metrics.ts'

/**
 * The port of `XIAOMA_METRICS_PORT`; null where it is not set, and nothing is measured then.
 * @throws Refusal INVALID
 */
export function metricsPort(env: Readonly<Record<string, string | undefined>>): number | null {
  const value = env.XIAOMA_METRICS_PORT?.trim()
  if (!value) return null
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(
      'INVALID',
      text(
        `设置 XIAOMA_METRICS_PORT 的值“${value}”无效，应为端口号。`,
        `The setting XIAOMA_METRICS_PORT does not work with the value “${value}”: it is a port.`,
      ),
      { setting: 'XIAOMA_METRICS_PORT', value },
    )
  return port
}

/** Answers `GET /metrics` on this machine alone, apart from the pages: who measures signs in nowhere. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    metrics.text().then(
      (body) => response.writeHead(200, { 'content-type': metrics.contentType }).end(body),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
