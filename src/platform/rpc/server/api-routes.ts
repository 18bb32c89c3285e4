import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { type AnyRouter, ORPCError, onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fastify'
import type { StandardHandleResult } from '@orpc/server/standard'
import { experimental_ZodSmartCoercionPlugin as CoerceQuery } from '@orpc/zod/zod4'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Caller } from '../../access/caller.ts'
import type { Database } from '../../db/database.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Context, notSignedIn } from './context.ts'
import { errorAnswer } from './error-answer.ts'
import { type EventLog, logOf } from './log.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi-document.ts'
import { retryAfter } from './retry-after.ts'
import { mayChangeState } from './same-origin.ts'
import { sendNotFound } from './web-files.ts'

export const bodyLimit = 25 * 1024 * 1024
/** Enough to sign in with; nobody unknown makes the server hold a workbook in memory. */
const strangerLimit = 64 * 1024

export type ApiOptions = {
  readonly router: AnyRouter
  readonly contract: AnyContractRouter
  readonly database: Database
  readonly session: (headers: FastifyRequest['headers']) => Promise<Caller | null>
  readonly log: Logger
  readonly secure: boolean
  /** Requests in work at once; the surplus is turned away at once instead of waiting. */
  readonly atOnce: number
  readonly metrics: Metrics | null
}

/** RPC below /rpc for the application's own pages, REST below /api, and the description of the latter. */
export function serveApi(app: FastifyInstance, options: ApiOptions): void {
  const { router, contract, log, secure } = options
  // What reaches this place was thrown outside a procedure: a body that cannot be read, an answer that cannot be sent.
  const rpc = new RPCHandler<Context>(router, {
    interceptors: [onError((error) => logUnforeseen(error, log))],
  })
  const rest = new OpenAPIHandler<Context>(router, {
    interceptors: [asAttachment, onError((error) => logUnforeseen(error, log))],
    plugins: [new CoerceQuery()],
  })
  const serve = atMost(options, (request, reply, isRpc) =>
    answer(isRpc ? rpc : rest, options, request, reply, isRpc),
  )
  let document: Promise<object> | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    return await reply
      .header('cache-control', 'no-cache')
      .send(await (document ??= openApiDocument(contract, secure)))
  })
  app.all('/rpc/*', (request, reply) => serve(request, reply, true))
  app.all('/api/*', (request, reply) => serve(request, reply, false))
}

/** A file is kept and never shown in its place: what somebody once brought in must not pass for a page of ours (RFC 6266 §4.2). */
async function asAttachment({ next }: { readonly next: () => Promise<StandardHandleResult> }) {
  const result = await next()
  if (result.matched && result.response.body instanceof Blob) {
    const { body, headers } = result.response
    const name = encodeURIComponent(body instanceof File ? body.name : 'file').replaceAll(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    headers['content-disposition'] = `attachment; filename*=UTF-8''${name}`
  }
  return result
}

type Serve = (request: FastifyRequest, reply: FastifyReply, isRpc: boolean) => Promise<void>

/** Whoever turns many away must do so cheaply: the answer is made once, and told to the log once a second. */
function atMost({ atOnce, metrics, log }: ApiOptions, serve: Serve): Serve {
  let inWork = 0
  let told = 0
  const busy = answerOf(tooBusy(), silent)
  const [rpcBody, restBody] = [JSON.stringify({ json: busy.body }), JSON.stringify(busy.body)]
  const turnAway = (reply: FastifyReply, isRpc: boolean) => {
    metrics?.turnedAway()
    if (Date.now() - told >= 1000) {
      told = Date.now()
      log.warn({ event: 'turned away', inWork })
    }
    keepOrClose(reply)
    reply
      .status(busy.status)
      .headers({ 'retry-after': busy.seconds ?? '', 'cache-control': 'no-store' })
      .type('application/json')
      .send(isRpc ? rpcBody : restBody)
  }
  return async (request, reply, isRpc) => {
    if (inWork >= atOnce) return turnAway(reply, isRpc)
    inWork += 1
    metrics?.work(1)
    try {
      return await serve(request, reply, isRpc)
    } finally {
      inWork -= 1
      metrics?.work(-1)
    }
  }
}

async function answer(
  handler: RPCHandler<Context> | OpenAPIHandler<Context>,
  { database, session, metrics }: ApiOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  isRpc: boolean,
): Promise<void> {
  const { log } = request
  reply.header('cache-control', 'no-store')
  try {
    if (!mayChangeState(request.method, request.headers, request.host)) throw otherOrigin()
    const caller = await session(request.headers)
    refuseBody(request, caller)
    const context: Context = {
      request: { id: request.id, headers: request.headers, ip: request.ip },
      caller,
      database,
      log: caller ? logOf(caller.id, log) : log,
      setCookie: (cookie) => void reply.header('set-cookie', cookie),
      retryAfter: (seconds) => void reply.header('retry-after', seconds),
      began: (procedure) => metrics?.began(request, procedure),
    }
    const { matched } = await handler.handle(request, reply, { prefix: isRpc ? '/rpc' : '/api', context })
    if (!matched) sendNotFound(request, reply)
  } catch (error) {
    sendRefusal(reply, error, isRpc, log)
  }
}

/** A body says its length beforehand, so that nothing is read of one that is too long. */
function refuseBody({ headers }: FastifyRequest, caller: Caller | null): void {
  if (headers['transfer-encoding'] !== undefined) throw tooLong(bodyLimit)
  const length = Number(headers['content-length'] ?? 0)
  if (length > bodyLimit) throw tooLong(bodyLimit)
  if (!caller && length > strangerLimit) throw notSignedIn()
}

const silent: EventLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

function answerOf(error: unknown, log: EventLog) {
  const answered = errorAnswer(error, log)
  const { code, status, message, data } = answered
  const body = { defined: status < 500 || status === 503, code, status, message, data }
  return { status, body, seconds: retryAfter(answered) }
}

function sendRefusal(reply: FastifyReply, error: unknown, isRpc: boolean, log: EventLog): void {
  const { status, body, seconds } = answerOf(error, log)
  if (seconds !== null) reply.header('retry-after', seconds)
  keepOrClose(reply)
  reply.status(status).send(isRpc ? { json: body } : body)
}

/** The rest of a body that was not read must not be taken for the next request; without one the connection may stay. */
function keepOrClose(reply: FastifyReply): void {
  const { headers } = reply.request
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
    reply.header('connection', 'close')
}

function logUnforeseen(error: unknown, log: Logger): void {
  if (!(error instanceof ORPCError)) log.warn({ err: error, event: 'not read or not sent' })
}

const tooLong = (limit: number) =>
  new Refusal(
    'INVALID',
    text(
      `提交的内容超过 ${limit / 1024 / 1024} MB 或未说明长度，请拆分后再提交。`,
      `The body is longer than ${limit / 1024 / 1024} MB, or does not say its length. Split it.`,
    ),
    { limit },
  )

const otherOrigin = () =>
  new Refusal(
    'FORBIDDEN',
    text('请求来自其他网站，已拒绝。', 'The request comes from another site and was refused.'),
  )

const tooBusy = () =>
  new Refusal('UNAVAILABLE', text('系统正忙，请稍后再试。', 'The system is busy. Try again in a moment.'))
