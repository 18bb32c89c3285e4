import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { endUnusedConnections } from './unused-connections.ts'

test('a connection on which nothing was asked does not hold the end, and what is asked is answered to the end', async () => {
  const app = fastify()
  endUnusedConnections(app, false)
  const asked = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  app.get('/', async () => {
    asked.resolve()
    await go.promise
    return 'answered'
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const accepted = once(app.server, 'connection')
  const unused = connect(port, '127.0.0.1')
  // Read, or its end is never seen.
  unused.resume().on('error', () => undefined)
  await accepted
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await asked.promise
  const closed = app.close()
  if (!unused.closed) await once(unused, 'close')
  go.resolve()
  expect(await (await answer).text()).toBe('answered')
  await closed
})
