import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { KeyRing } from '../../cipher/key-ring.ts'
import type { Database } from '../../db/database.ts'
import type { Scope } from '../../db/scope.ts'
import {
  type Actor,
  type ChangeRequest,
  type Preparing,
  readSettled,
  type Writer,
  writePrepared,
} from '../../db/transaction.ts'
import { UnknownOutcome } from '../../db/unknown-outcome.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/** A write as it was asked for: the client's key, who asks, and everything that makes it the same request. */
export type KeyedRequest = { readonly key: string; readonly actor: Actor; readonly body: unknown }

type Stored = { readonly actor_id: string; readonly digest: string; readonly answer: string }

/** Rolls the transaction back: the answer exists, so no change number may be taken. */
class AnsweredBefore extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('answered before')
    this.answer = answer
  }
}

/**
 * One change that takes effect once however often it is sent: the same key and body get the first answer again, and no
 * change number. Answers must survive JSON. A commit whose answer was lost is asked after by its key.
 * @throws Refusal CONFLICT where the key was used by another account or with another body; UNAVAILABLE where it certainly had no
 * effect; UnknownOutcome where that cannot be told yet
 */
export async function writeOnce<Tables, Answer>(
  database: Database,
  change: ChangeRequest,
  asked: Omit<KeyedRequest, 'actor'>,
  act: (writer: Writer<Tables>) => Promise<Answer>,
): Promise<Answer> {
  return await prepareAndWriteOnce<Tables, undefined, Answer>(
    database,
    change,
    asked,
    async () => undefined,
    act,
  )
}

/** The same with a part that needs no lock, as {@link writePrepared}. */
export async function prepareAndWriteOnce<Tables, Prepared, Answer>(
  database: Database,
  change: ChangeRequest,
  asked: Omit<KeyedRequest, 'actor'>,
  prepare: (preparing: Preparing) => Promise<Prepared>,
  act: (writer: Writer<Tables>, prepared: Prepared) => Promise<Answer>,
): Promise<Answer> {
  const request = { ...asked, actor: change.actor }
  const before = await storedBefore(database, change.scope, request.key)
  if (before) return answerAgain(database.keys, before, request) as Answer
  try {
    const keyed = { ...change, requestId: asked.key }
    return await writePrepared<Tables, Prepared, Answer>(database, keyed, prepare, (writer, prepared) =>
      onceOnly(database.keys, writer, request, () => act(writer, prepared)),
    )
  } catch (error) {
    if (error instanceof AnsweredBefore) return error.answer as Answer
    if (!(error instanceof UnknownOutcome)) throw error
    const settled = await settledAnswer(database, change.scope, request)
    if (!settled) throw new Refusal('UNAVAILABLE', lostBefore)
    return settled.answer as Answer
  }
}

/**
 * What became of a request: its answer, or null where it certainly took no effect and will not. Waits for a change under way.
 * @throws Refusal CONFLICT as {@link writeOnce}; UnknownOutcome where the database cannot say yet
 */
export async function settledAnswer(
  database: Database,
  scope: Scope,
  request: KeyedRequest,
): Promise<{ readonly answer: unknown } | null> {
  const stored = await storedAtLast(database, scope, request.key)
  return stored ? { answer: answerAgain(database.keys, stored, request) } : null
}

async function storedAtLast(database: Database, scope: Scope, key: string): Promise<Stored | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readSettled(database, scope, async ({ db }) => {
        const { rows } = await sql<Stored>`select actor_id, digest, answer::text from platform.request
          where office_id = ${scope.office} and idempotency_key = ${key}`.execute(db)
        return rows[0]
      })
    } catch (error) {
      // A held lock has been waited for already; a server that is away may be back in a moment.
      if (error instanceof UnknownOutcome) throw error
      if (attempt === 3) throw new UnknownOutcome(error)
      await sleep(300 * attempt)
    }
  }
}

const lostBefore = text(
  '提交时与数据库的连接中断，已查明这次操作没有生效。请重新提交。',
  'The connection to the database broke before the commit, and the request certainly took no effect. Send it again.',
)

/** Inside a writing transaction: runs `act` and keeps its answer. Throws to roll back where the key was answered meanwhile. */
async function onceOnly<Tables, Answer>(
  keys: KeyRing,
  writer: Writer<Tables>,
  request: KeyedRequest,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const { office } = writer.request.scope
  const found = await sql<Stored>`select actor_id, digest, answer::text from platform.request
    where office_id = ${office} and idempotency_key = ${request.key}`.execute(writer.db)
  const before = found.rows[0]
  if (before) throw new AnsweredBefore(answerAgain(keys, before, request))
  const answer = await act()
  await sql`insert into platform.request (office_id, idempotency_key, actor_id, digest, answer, change_no)
    values (${office}, ${request.key}, ${request.actor.id}, ${keys.requestDigest(digestOf(request.body))}, ${JSON.stringify(answer ?? null)}::jsonb,
      ${String(writer.change)})`.execute(writer.db)
  return answer
}

/** Whether a request with this key has taken effect. */
export async function wasAnswered(database: Database, scope: Scope, key: string): Promise<boolean> {
  return (await storedBefore(database, scope, key)) !== undefined
}

async function storedBefore(database: Database, scope: Scope, key: string): Promise<Stored | undefined> {
  const { rows } = await database.query(scope, {
    name: 'request_by_key',
    text: 'select actor_id, digest, answer::text from platform.request where office_id = $1::int and idempotency_key = $2',
    values: [String(scope.office), key],
  })
  const [row] = rows
  return row && { actor_id: row[0] as string, digest: row[1] as string, answer: row[2] as string }
}

function answerAgain(keys: KeyRing, stored: Stored, { key, actor, body }: KeyedRequest): unknown {
  if (stored.actor_id === actor.id && stored.digest === keys.requestDigest(digestOf(body)))
    return JSON.parse(stored.answer)
  throw new Refusal(
    'CONFLICT',
    text(
      `请求编号 ${key} 已用于另一次不同的操作，本次操作未生效。请刷新页面后重新提交。`,
      `The request key ${key} was used for a different request; nothing was changed. Reload the page and send it again.`,
    ),
    { key },
  )
}

/** SHA-256 over JSON with sorted keys, so that the order of fields makes no difference. */
export function digestOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body, sorted) ?? 'undefined')
    .digest('hex')
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
