import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Target } from './load.ts'

/** One request of a flood: `ms` from the moment at which it was due, so a sender that falls behind does not flatter. Status 0: no answer. */
export type Sent = {
  readonly status: number
  readonly ms: number
  readonly retryAfter: boolean
  readonly body: string
}

export type FloodOptions = { readonly perSecond: number; readonly ms: number; readonly connections: number }

/**
 * Sends GET requests, each at its own time whether or not the ones before were answered, over connections that were opened before.
 * It writes bytes instead of asking an HTTP client, which on two cores would take from the server what it measures.
 */
export async function flood(
  { url, cookie }: Target,
  { perSecond, ms, connections }: FloodOptions,
): Promise<Sent[]> {
  const { hostname, port, pathname, search, host } = new URL(url)
  const request = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n\r\n`
  const idle: Line[] = []
  const due: number[] = []
  const sent: Sent[] = []
  let open = 0
  const next = (line: Line) => {
    const at = due.shift()
    if (at === undefined) idle.push(line)
    else line.ask(request, at)
  }
  for (let made = 0; made < connections; made += 1) {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    open += 1
    idle.push(
      new Line(socket, {
        answered: (line, answer) => {
          sent.push(answer)
          next(line)
        },
        ended: () => {
          open -= 1
        },
      }),
    )
  }
  const begin = performance.now()
  let asked = 0
  for (let passed = 0; passed < ms; passed = performance.now() - begin) {
    for (; asked < (passed / 1000) * perSecond; asked += 1) {
      const at = begin + (asked / perSecond) * 1000
      const line = idle.pop()
      if (line) line.ask(request, at)
      else due.push(at)
    }
    await sleep(1)
  }
  while (sent.length < asked && open > 0) await sleep(10)
  for (const line of idle) line.close()
  return sent
}

type Listener = { readonly answered: (line: Line, answer: Sent) => void; readonly ended: () => void }

/** A connection with one request at a time. */
class Line {
  readonly #socket: Socket
  #at = 0
  #read = ''

  constructor(socket: Socket, { answered, ended }: Listener) {
    this.#socket = socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      this.#read += chunk
      const answer = answerIn(this.#read)
      if (!answer) return
      this.#read = ''
      answered(this, { ...answer, ms: performance.now() - this.#at })
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', ended)
  }

  ask(request: string, at: number): void {
    this.#at = at
    this.#socket.write(request)
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** The answer, once it is there as a whole; its length has to be said in its head. */
function answerIn(read: string): Omit<Sent, 'ms'> | null {
  const end = read.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = read.slice(0, end).toLowerCase()
  const length = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error(`an answer that does not say its length: ${head}`)
  if (read.length < end + 4 + length) return null
  return {
    status: Number(head.slice(9, 12)),
    retryAfter: head.includes('\r\nretry-after:'),
    body: read.slice(end + 4, end + 4 + length),
  }
}
