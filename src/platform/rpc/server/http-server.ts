import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyServerOptions,
  fastify,
  LogController,
} from 'fastify'
import { type ApiOptions, bodyLimit, serveApi } from './api-routes.ts'
import { assertDeclared } from './assert-declared.ts'
import { serveHealth } from './health.ts'
import { type ListenSettings, proxyList } from './listen.ts'
import type { Metrics } from './metrics.ts'
import { bareHeaders, securityHeaders } from './security-headers.ts'
import { serveWeb } from './web-files.ts'
import { endUnusedConnections } from './unused-connections.ts'

export type HttpServerOptions = Omit<ApiOptions, 'atOnce' | 'secure' | 'metrics'> & {
  /** The folder of the built web application. */
  readonly web: string
  readonly listen: ListenSettings
  /** The one page that it serves, of those in the folder; `index.html` where nothing is said. */
  readonly page?: string
  readonly atOnce?: number
  readonly metrics?: Metrics | null
}

/** Whether browsers reach the server over TLS, its own or a proxy's. */
export const isSecure = ({ tls, proxies }: ListenSettings) => tls !== null || proxies.length > 0

/** The one HTTP server. Getting ready fails where a procedure is undeclared or missing. Close it to let requests in work end. */
export function createHttpServer({
  web,
  page,
  listen,
  atOnce = 64,
  metrics = null,
  ...api
}: HttpServerOptions): FastifyInstance {
  const secure = isSecure(listen)
  const options: FastifyServerOptions = {
    loggerInstance: api.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: 120_000,
    trustProxy: listen.proxies.length > 0 ? [...listen.proxies] : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 500 },
    return503OnClosing: true,
    frameworkErrors: (_error, _request, reply) => sendUnreadable(reply as FastifyReply),
    ...(listen.tls && ({ https: { ...listen.tls, minVersion: 'TLSv1.2' } } as object)),
  }
  const app = fastify(options)
  endUnusedConnections(app, listen.tls !== null)
  // oRPC reads bodies itself; `undefined` leaves them to it.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
  const headers = securityHeaders(secure)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id)
    done()
  })
  refuseStrangers(app, listen)
  app.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?', 1)[0]
    const ms = Math.round(reply.elapsedTime)
    metrics?.answered(request, reply)
    request.log.info({
      event: 'request',
      method: request.method,
      path,
      status: reply.statusCode,
      ms,
      ip: request.ip,
    })
    done()
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) request.log.error({ err: error, event: 'failed' })
    return reply
      .status(status)
      .send({ code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST', status, message: 'Not done.' })
  })
  app.register(async (pages) => {
    serveHealth(pages, api.database)
    serveApi(pages, { ...api, secure, atOnce, metrics })
  })
  app.register(async () => await serveWeb(app, web, secure, page))
  app.addHook('onReady', () => assertDeclared(api.router, api.contract))
  return app
}

/** Begins to listen; resolves to the address at which it answers. */
export async function listenAt(app: FastifyInstance, { host, port, tls }: ListenSettings): Promise<string> {
  await app.listen({ host, port })
  const listening = app.server.address() as AddressInfo
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${listening.port}`
}

/** Behind a declared proxy nobody else may connect, or TLS could be passed by and the client's address forged. */
function refuseStrangers(app: FastifyInstance, { proxies, tls }: ListenSettings): void {
  if (proxies.length === 0 || tls) return
  const allowed = proxyList(proxies)
  app.addHook('onRequest', async (request, reply) => {
    const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
    if (!allowed.check(address, address.includes(':') ? 'ipv6' : 'ipv4')) {
      await reply.status(403).send({ code: 'FORBIDDEN', status: 403, message: 'Connect through the proxy.' })
    }
  })
}

/** An address that cannot be read is answered before any hook. */
function sendUnreadable(reply: FastifyReply): void {
  reply
    .status(400)
    .headers(bareHeaders)
    .send({ code: 'BAD_REQUEST', status: 400, message: 'The address cannot be read.' })
}
