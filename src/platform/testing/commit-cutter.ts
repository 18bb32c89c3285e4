import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'

/** What happens to the next COMMIT: never sent on, sent on and its answer lost, or kept back until it is let go. */
export type Cut = 'before' | 'after' | 'held'

/** A way to a database server over loopback that loses the connection during a COMMIT. */
export async function commitCutter(to: ClientConfig) {
  let next: Cut | null = null
  const held: (() => void)[] = []
  const sockets = new Set<Socket>()
  const upstream = () => {
    const { host = 'localhost', port = 5432 } = to
    return host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
  }
  const server = createServer((client) => {
    const database = upstream()
    let deaf = false
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    client.on('data', (chunk) => {
      if (next === null || !chunk.includes('commit\0')) return database.write(chunk)
      const cut = next
      next = null
      if (cut === 'held') {
        deaf = true
        held.push(() => database.write(chunk))
        return client.destroy()
      }
      if (cut === 'before') return database.destroy()
      database.removeAllListeners('data')
      database.once('data', () => client.destroy())
      return database.write(chunk)
    })
    database.on('data', (chunk) => client.write(chunk))
    client.on('close', () => {
      if (!deaf) database.destroy()
    })
    database.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    place: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    cutNext: (cut: Cut) => {
      next = cut
    },
    /** Sends on what was kept back, to a server that waited for it all the while. */
    letGo: () => {
      for (const send of held.splice(0)) send()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
