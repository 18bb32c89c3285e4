import { DatabaseError, type PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { appendAct } from './account-events.ts'

/** A role to be held from a day on (today by default), over a place or, where `place` is null, over the whole office. */
export type NewRole = {
  readonly role: string
  readonly place: string | null
  readonly from?: Day
  readonly to?: Day | null
}

/**
 * Answers the id of the grant.
 * @throws Refusal CONFLICT where the account would hold an administrator's role beside any other on one day
 */
export async function insertGrant(
  client: PoolClient,
  accountId: string,
  { role, place, from = today(), to = null }: NewRole,
): Promise<string> {
  const id = newId()
  try {
    await client.query(
      `insert into access.grant (office_id, id, account_id, role, place_id, valid_from, valid_to)
       select office_id, $1, id, $3, $4, $5, $6 from access.account where id = $2`,
      [id, accountId, role, place, from, to],
    )
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'grant_kinds_apart') throw rolesApart()
    throw error
  }
  return id
}

/** Gives an account one more role, as an act of its own. Answers the id of the grant. */
export async function grantOne(client: PoolClient, accountId: string, role: NewRole): Promise<string> {
  const id = await insertGrant(client, accountId, role)
  const office = await officeOf(client, accountId)
  await appendAct(client, office, accountId, { what: 'role granted', grant: id, ...role })
  return id
}

export async function officeOf(client: PoolClient, accountId: string): Promise<number> {
  const { rows } = await client.query<{ office: number }>(
    'select office_id as office from access.account where id = $1',
    [accountId],
  )
  return (rows[0] as { office: number }).office
}

/** From `day` on the role no longer counts. */
export async function endGrant(client: PoolClient, grantId: string, day: Day): Promise<void> {
  const { rows } = await client.query<{
    office: number
    account: string
    role: string
    place: string | null
  }>(
    `update access.grant set valid_to = greatest(valid_from, $2::date) where id = $1
     returning office_id as office, account_id as account, role, place_id as place`,
    [grantId, day],
  )
  for (const { office, account, ...role } of rows)
    await appendAct(client, office, account, { what: 'role ended', grant: grantId, ...role, on: day })
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

const rolesApart = () =>
  new Refusal(
    'CONFLICT',
    text(
      '系统管理员、安全管理员、审计管理员须由不同的人担任，也不能兼任业务角色：这一账号在同一时期会有两类角色。请先结束原有角色，或授予另一个账号。',
      'System, security and audit administrators are different people and hold no other role: this account would have two kinds of role on the same days. End the other role first, or choose another account.',
    ),
    { field: 'role' },
  )
