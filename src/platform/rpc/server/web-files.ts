import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { securityHeaders } from './security-headers.ts'

const year = 31_536_000
const noncePlaceholder = '__CSP_NONCE__'

/** A built page of several that share their files: hashed files for ever, every other address the one page with a nonce of its own. */
export async function serveWeb(
  app: FastifyInstance,
  folder: string,
  secure: boolean,
  pageName = 'index.html',
): Promise<void> {
  const indexPath = join(folder, pageName)
  const page = existsSync(indexPath) ? readFileSync(indexPath, 'utf8') : null
  const { 'content-security-policy': policy = '' } = securityHeaders(secure, noncePlaceholder)
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] as string
    if (page === null || !['GET', 'HEAD'].includes(request.method) || isServed(path))
      return sendNotFound(request, reply)
    const nonce = randomBytes(16).toString('hex')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy.replaceAll(noncePlaceholder, nonce))
      .send(page.replaceAll(noncePlaceholder, nonce))
  }
  app.setNotFoundHandler(sendPage)
  app.get('/', sendPage)
  app.get('/index.html', sendPage)
  // Pages of other servers lie beside this one, as they were built.
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.endsWith('.html') && name !== 'index.html') app.get(`/${name}`, sendNotFound)
  if (page === null) return
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache')
    },
  })
}

/** A missing file or procedure is missing; an address further down may hold a dot, as the names of figures do. */
const isServed = (path: string) =>
  path !== '/index.html' && (/^\/(rpc|api|assets)(\/|$)/.test(path) || /^\/[^/]*\.[^/]*$/.test(path))

export function sendNotFound(_request: FastifyRequest, reply: FastifyReply) {
  return reply
    .status(404)
    .header('cache-control', 'no-store')
    .send({ code: 'NOT_FOUND', status: 404, message: 'There is nothing at this address.' })
}
