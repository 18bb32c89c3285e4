import { DatabaseError, type PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { appendAct } from './account-events.ts'
import { type AreaFunctions, countingGrants } from './counting-grants.ts'

/** A role to be held from a day on (today by default), over a place or, where `place` is null, over the whole office. */
export type NewRole = {
  readonly role: string
  readonly place: string | null
  readonly from?: Day
  readonly to?: Day | null
  /** The grant counts only while this is in force, and is held as `key` says. */
  readonly holding?: { readonly id: string; readonly key: string }
  /** The grant of whoever hands the role on, and why. */
  readonly handedOn?: { readonly from: string; readonly reason: string }
}

/**
 * Answers the id of the grant.
 * @throws Refusal CONFLICT where the account would hold an administrator's role beside any other on one day
 */
export async function insertGrant(
  client: PoolClient,
  accountId: string,
  { role, place, from = today(), to = null, holding, handedOn }: NewRole,
  by: string | null = null,
): Promise<string> {
  const id = newId()
  try {
    await client.query(
      `insert into access.grant (office_id, id, account_id, role, place_id, valid_from, valid_to, granted_by,
         holding_id, holding_key, handed_on_from, reason)
       select office_id, $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from access.account where id = $2`,
      [id, accountId, role, place, from, to, by, holding?.id, holding?.key, handedOn?.from, handedOn?.reason],
    )
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'grant_kinds_apart') throw rolesApart()
    throw error
  }
  return id
}

/**
 * Gives an account one more role, as an act of its own of the account `by`, or with null of whoever has the command line. Answers the id
 * of the grant.
 */
export async function grantOne(
  client: PoolClient,
  accountId: string,
  role: NewRole,
  by: string | null = null,
): Promise<string> {
  const id = await insertGrant(client, accountId, role, by)
  const office = await officeOf(client, accountId)
  const { holding, handedOn, ...granted } = role
  await appendAct(client, office, accountId, {
    what: handedOn ? 'role handed on' : 'role granted',
    grant: id,
    ...granted,
    ...(holding ? { holding: holding.id } : {}),
    ...(handedOn ? { handedOnFrom: handedOn.from, reason: handedOn.reason } : {}),
  })
  return id
}

/** One act on the roles and the closing of accounts of an office at a time, so that two cannot each rest on what the other ends. */
export async function lockGrants(client: PoolClient, office: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock(7202003, $1)', [office])
}

/**
 * The day from which the account holds the role over the same place in a way that counts on `from` or later; null: it does not.
 * What was handed on is looked at where `handedOn` says so: it ends with somebody else's role, and is no reason against an own one.
 */
export async function heldFrom(
  client: PoolClient,
  functions: AreaFunctions,
  office: number,
  account: string,
  { role, place, from }: { readonly role: string; readonly place: string | null; readonly from: Day },
  handedOn: boolean,
): Promise<Day | null> {
  const { rows } = await client.query<{ from: Day }>(
    `select g.valid_from as "from" ${countingGrants(functions, 'greatest(g.valid_from, $5::date)')}
       and g.office_id = $1 and g.account_id = $2 and g.role = $3 and g.place_id is not distinct from $4::uuid
       and ($6 or g.handed_on_from is null) limit 1`,
    [office, account, role, place, from, handedOn],
  )
  return rows[0]?.from ?? null
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
