import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Ends with the server the connections that browsers open beforehand and have asked nothing on: Node counts them neither as idle nor
 * among its timeouts once a server closes, so a single one would hold the end for ever.
 */
export function endUnusedConnections(app: FastifyInstance, secure: boolean): void {
  const unused = new Set<Socket>()
  let closing = false
  app.server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => {
    if (closing) socket.destroy()
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    unused.delete(socket)
    // Kept for a next request, it would hold the end as long as that is waited for.
    response.once('close', () => {
      if (closing) socket.end()
    })
  })
  app.addHook('preClose', (done) => {
    closing = true
    for (const socket of unused) socket.destroy()
    done()
  })
}
