import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Client } from '../client.ts'
import { type Book, type Kept, recount } from './book.ts'
import type { SmallOffice } from './office.ts'
import type { Inspected, Touched } from './inspect.ts'
import { organisation, year } from './record-writes.ts'
import { changeOf, type Sent } from './worker.ts'
import { isAcknowledged } from './write.ts'

/** Throws with both sides where they differ. */
export function same(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected))
    throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)
}

/** Every change is one write, whole: numbered without a gap, with its key, touching what it must and nothing else. */
export function judgeChanges(seen: Inspected, expected: ReadonlyMap<string, Touched>): void {
  same('the last change', seen.head, seen.changes.length)
  same(
    'gaps',
    seen.changes.find((change, index) => change !== index + 1),
    undefined,
  )
  same('rows astray', seen.astray, 0)
  same('keys', seen.changeOfKey.size, seen.changes.length)
  for (const [key, change] of seen.changeOfKey) {
    same(`key of change ${change}`, seen.keyOfChange.get(change), key)
    same(`change ${change} (${key})`, seen.touched.get(change), expected.get(key) ?? 'a write that was sent')
  }
}

/** Sends a write of unknown fate once more: it is there wholly or not at all, and afterwards there once. */
export async function settle(client: Client, { write, worker }: Sent, seen: Inspected): Promise<Sent> {
  const change = seen.changeOfKey.get(write.key)
  const answer = await write.again(client, change !== undefined)
  if (!isAcknowledged(answer))
    throw new Error(`${write.what} again: ${answer.status} ${JSON.stringify(answer.body)}`)
  // A removal leaves nothing that could have a version.
  if (change !== undefined && write.what !== 'remove')
    same('change of the answer again', changeOf(answer), String(change))
  write.land(answer, changeOf(answer))
  return { write, worker, answer }
}

/** The same request gets the same answer, whatever happened since. */
export async function answerAgain(client: Client, { write, answer }: Sent): Promise<void> {
  same(`${write.what} sent again`, await write.again(client, true), answer)
}

/** Each record of a book as the program shows it. */
export async function judgeRecords(
  { client, contactOf }: Pick<SmallOffice, 'client' | 'contactOf'>,
  book: Book,
  which: (kept: Kept) => boolean,
): Promise<number> {
  let judged = 0
  for (const kept of book.kept.values()) {
    if (!which(kept)) continue
    judged += 1
    const { status, body } = await client.get(`/records/${organisation}/${kept.id}?asOf=${year.last}`)
    const { title, version, events, inForce, header } = body as Answer['body'] & {
      events: unknown[]
      header: Record<string, { value: unknown; masked?: true }>
    }
    const found = {
      status,
      title,
      version,
      events: events?.length,
      dissolved: !inForce,
      contact: header?.['contact_name']?.masked ? await contactOf(kept.id) : null,
      code: header?.['code']?.value,
    }
    const { name, contact, code, dissolved } = kept
    same(`record ${code}`, found, {
      status: 200,
      title: name,
      version: kept.version,
      events: kept.events,
      dissolved,
      contact,
      code,
    })
  }
  return judged
}

export async function judgeGone(client: Client, { gone }: Book): Promise<void> {
  for (const id of gone)
    same(`record ${id}`, (await client.get(`/records/${organisation}/${id}`)).status, 404)
}

export async function judgeFigures(client: Client, books: readonly Book[], node: string): Promise<void> {
  for (const [figure, expected] of Object.entries(recount(books))) {
    const { body } = await client.get(`/figures/${figure}?node=${node}&asOf=${year.last}`)
    same(figure, body['value'], String(expected))
  }
}
