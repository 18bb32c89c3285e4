import type { Pool, PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { type Day, today } from '../values/day.ts'

/** A role to be held from a day on (today by default), over a place or, where `place` is null, over the whole office. */
export type NewRole = {
  readonly role: string
  readonly place: string | null
  readonly from?: Day
  readonly to?: Day | null
}

/** Answers the id of the grant. */
export async function insertGrant(
  client: PoolClient,
  accountId: string,
  { role, place, from = today(), to = null }: NewRole,
): Promise<string> {
  const id = newId()
  await client.query(
    `insert into access.grant (office_id, id, account_id, role, place_id, valid_from, valid_to)
     select office_id, $1, id, $3, $4, $5, $6 from access.account where id = $2`,
    [id, accountId, role, place, from, to],
  )
  return id
}

/** From `day` on the role no longer counts. */
export async function endGrant(
  client: Pick<Pool | PoolClient, 'query'>,
  grantId: string,
  day: Day,
): Promise<void> {
  await client.query('update access.grant set valid_to = greatest(valid_from, $2::date) where id = $1', [
    grantId,
    day,
  ])
}

/** One transaction over the tables of sign-in. */
export async function inTransaction<Result>(
  { pool }: Database,
  act: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await act(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
}
