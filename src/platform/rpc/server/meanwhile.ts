import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { text } from '../../text.ts'
import type { ListenSettings } from './listen.ts'
import { securityHeaders } from './security-headers.ts'

/** Seconds after which to ask again. */
const pause = 2
const heading = text('正在恢复备份', 'A backup is being restored')
const byItself = text('本页会自动回来，无须刷新。', 'This page comes back by itself.')
const words = text(
  '正在恢复备份，暂时不能使用，一般不超过一分钟。恢复后请重新登录。',
  'A backup is being restored, so nothing can be used for the moment; it rarely takes a minute. Sign in again afterwards.',
)

const script = `const back = async () => {
  const answer = await fetch('/health/ready', { cache: 'no-store' }).catch(() => null)
  if (answer?.ok) location.reload()
  else setTimeout(back, ${pause * 1000})
}
setTimeout(back, ${pause * 1000})
`

const style = `body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: #1f2937; background: #f7f9fb }
main { max-width: 40rem; margin: 10vh auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h1 span { display: block }
`

/** The language of whoever comes by is not known here, so both are said. */
const inBoth = (tag: string, zh: string, en: string) =>
  `<${tag} lang="zh-CN">${zh}</${tag}>\n<${tag} lang="en">${en}</${tag}>\n`

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading.zh} ${heading.en}</title>
<link rel="stylesheet" href="/meanwhile.css">
<script src="/meanwhile.js" defer></script>
<main>
<h1>${inBoth('span', heading.zh, heading.en)}</h1>
${inBoth('p', words.zh + byItself.zh, `${words.en} ${byItself.en}`)}</main>
</html>
`

const problem = JSON.stringify({
  code: 'UNAVAILABLE',
  status: 503,
  message: words.en,
  defined: true,
  data: { words, details: { restoring: true } },
})

/**
 * Answers at the program's address while the program itself is away: that it is being restored, in words for people and in the form of
 * a refusal for programs, with the seconds to wait (RFC 9110 §10.2.3).
 */
export async function serveMeanwhile(
  { host, tls, proxies }: ListenSettings,
  port: number,
): Promise<{ close(): Promise<void> }> {
  const secure = tls !== null || proxies.length > 0
  const answer: RequestListener = (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? ''
    for (const [name, value] of Object.entries(securityHeaders(secure))) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    // Nobody may hold a connection to what is about to end.
    response.setHeader('connection', 'close')
    reply(path, request, response)
  }
  const server = tls ? createSecureServer({ ...tls, minVersion: 'TLSv1.2' }, answer) : createServer(answer)
  server.listen({ host, port })
  await once(server, 'listening')
  let closed: Promise<void> | undefined
  const end = async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { close: () => (closed ??= end()) }
}

function reply(path: string, request: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, type: string, body: string) => {
    if (status === 503) response.setHeader('retry-after', String(pause))
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
    response.end(request.method === 'HEAD' ? '' : body)
  }
  if (path === '/meanwhile.js') return send(200, 'text/javascript', script)
  if (path === '/meanwhile.css') return send(200, 'text/css', style)
  if (path === '/health/live') return send(200, 'application/json', '{"live":true}')
  if (path === '/health/ready') return send(503, 'application/json', '{"ready":false,"wanting":["database"]}')
  if (path.startsWith('/rpc/')) return send(503, 'application/json', `{"json":${problem}}`)
  if (path.startsWith('/api/')) return send(503, 'application/json', problem)
  return send(503, 'text/html', page)
}
