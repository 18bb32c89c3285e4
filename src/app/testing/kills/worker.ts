import type { Random } from '../../../../demo/random.ts'
import type { Answer, Client } from '../client.ts'
import type { Book, Known } from './book.ts'
import { importWorkbook } from './import-write.ts'
import {
  correctContact,
  dissolve,
  establish,
  type Ground,
  isOpen,
  neverWas,
  rename,
} from './record-writes.ts'
import { isAcknowledged, type Write } from './write.ts'

/** A client that records without a pause, alone in its book. */
export type Worker = {
  readonly name: string
  readonly book: Book
  readonly random: Random
  readonly ground: Ground
  made: number
}

/** A write that was sent: its answer, or null where none came or it said that the database was away. */
export type Sent = { readonly worker: Worker; readonly write: Write; readonly answer: Answer | null }

export type Round = {
  /** Set when the program or its database is killed: nothing new is begun. */
  over: boolean
  readonly sent: Sent[]
  /** Told of each write just before it is sent. */
  onSend(): void
}

/** Writes until the round is over or an answer stays away. */
export async function work(worker: Worker, client: Client, round: Round): Promise<void> {
  while (!round.over) {
    const write = await nextWrite(worker)
    round.onSend()
    const sent = await sendOnce(worker, client, write)
    round.sent.push(sent)
    if (sent.answer === null) return
  }
}

/**
 * Sends a write and enters it where it is acknowledged.
 * @throws Error where it is answered with anything but that or the database's absence
 */
export async function sendOnce(worker: Worker, client: Client, write: Write): Promise<Sent> {
  const answer = await write.send(client).catch((error: unknown) => {
    // The connection broke; anything else is a fault of this test or an answer that must not be.
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  })
  if (answer && isAcknowledged(answer)) {
    write.land(answer, changeOf(answer))
    return { worker, write, answer }
  }
  if (answer && answer.status !== 503)
    throw new Error(`${write.what}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return { worker, write, answer: null }
}

/** The number of the change that an answer names: a record's version is its newest one. */
export function changeOf({ body }: Answer): string {
  const { version, change } = body as { version?: string; change?: string | null }
  return version ?? change ?? ''
}

async function nextWrite(worker: Worker): Promise<Write> {
  const { book, random, ground } = worker
  const code = () => `${worker.name}-${String((worker.made += 1)).padStart(6, '0')}`
  const open = [...book.kept.values()].filter((kept): kept is Known => kept.id !== null && isOpen(kept))
  const dice = random.next()
  if (open.length < 5 || dice < 0.25) return establish(book, ground, code())
  if (dice < 0.4) {
    const codes = Array.from({ length: random.between(2, 30) }, code)
    const stored = random.shuffled(open.filter(({ events }) => events === 1)).slice(0, random.between(0, 10))
    return await importWorkbook(book, ground, codes, stored)
  }
  const kept = random.pick(open)
  if (dice < 0.65) return rename(book, kept)
  if (dice < 0.85) return correctContact(book, kept)
  if (dice < 0.93) return dissolve(book, kept)
  return neverWas(book, kept)
}
