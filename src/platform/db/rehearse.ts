import { sql } from 'kysely'
import type { Database } from './database.ts'
import { askOn, type ChangeRequest, handleOn, inTransaction, type Writer } from './transaction.ts'

/** Carries the answer out of a transaction that keeps nothing. */
class Rehearsed extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('rehearsed')
    this.result = result
  }
}

const attempts = 3
/** Somebody else changed the same rows meanwhile, or holds them: it is done again from a newer snapshot. */
const disturbed = ['40001', '40P01', '55P03']

/**
 * Does what a change would do and takes all of it back, in one snapshot, with the number that the next change would have but without the
 * head lock: others write meanwhile, and only who enters the very same keys or records waits for its end. It waits for nobody
 * longer than a quarter of a second, so that no deadlock can cost another's change.
 * @throws what `act` throws
 */
export async function rehearse<Tables, Result>(
  database: Database,
  request: ChangeRequest,
  act: (writer: Writer<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inTransaction(
        database,
        'begin isolation level repeatable read',
        request.scope,
        null,
        async (client) => {
          await client.query("set local lock_timeout = '250ms'")
          const { rows } = await client.query<{ change: bigint; recorded_at: string }>(
            `select head + 1 as change, clock_timestamp() as recorded_at, set_config('app.change', (head + 1)::text, true)
             from platform.office where office_id = $1`,
            [request.scope.office],
          )
          const [next] = rows
          if (!next) throw new Error(`no office ${request.scope.office}`)
          throw new Rehearsed(
            await act({
              change: next.change,
              recordedAt: next.recorded_at,
              request,
              db: handleOn<Tables>(client),
              ask: (statement, known) => askOn(client, statement, known),
            }),
          )
        },
      )
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as Result
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (attempt === attempts || !disturbed.includes(code as string)) throw error
    }
  }
}

/**
 * A part of a transaction that is taken back once it has answered: what follows sees nothing of it and holds none of its locks.
 * @throws what `act` throws; the whole transaction is lost then
 */
export async function takenBack<Result>(
  { db }: Pick<Writer<unknown>, 'db'>,
  act: () => Promise<Result>,
): Promise<Result> {
  await sql`savepoint taken_back`.execute(db)
  const result = await act()
  await sql`rollback to savepoint taken_back`.execute(db)
  await sql`release savepoint taken_back`.execute(db)
  return result
}
