import { DatabaseError, type PoolClient } from 'pg'
import type { Database } from '../../db/database.ts'
import type { Text } from '../../text.ts'
import { appendAct } from '../account-events.ts'
import { inTransaction, officeOf } from '../grants.ts'
import { ssoRefusals } from './refusals.ts'

/** A person as the provider names them; the same name of another issuer is somebody else (OpenID Connect Core 1.0, 2). */
export type Subject = { readonly issuer: string; readonly subject: string }

/** Which account a subject opens. A new link is an event, kept with it. */
export type Links = {
  accountOf(subject: Subject): Promise<string | null>
  /** ISO 8601; null where the account has no link to the issuer. */
  since(account: string, issuer: string): Promise<string | null>
  /** @throws Refusal CONFLICT where either of both has a link already */
  link(account: string, subject: Subject, name: Text): Promise<void>
  usernameOf(account: string): Promise<string>
}

/** A session that a link begins and an undoing of links wait for each other, so that none is left of a link that is gone. */
export async function lockLinks(client: Pick<PoolClient, 'query'>, account: string): Promise<void> {
  await client.query('select from access.account where id = $1 for no key update', [account])
}

export function openLinks(database: Database): Links {
  const { pool } = database
  return {
    async accountOf({ issuer, subject }) {
      const { rows } = await pool.query<{ account: string }>(
        'select account_id as account from access.linked_subject where issuer = $1 and subject = $2',
        [issuer, subject],
      )
      return rows[0]?.account ?? null
    },
    async since(account, issuer) {
      const { rows } = await pool.query<{ since: string }>(
        'select to_json(linked_at) as since from access.linked_subject where account_id = $1 and issuer = $2',
        [account, issuer],
      )
      return rows[0]?.since ?? null
    },
    async link(account, { issuer, subject }, name) {
      try {
        await inTransaction(database, async (client) => {
          await client.query(
            'insert into access.linked_subject (account_id, issuer, subject) values ($1, $2, $3)',
            [account, issuer, subject],
          )
          const what = { what: 'provider linked', by: issuer }
          await appendAct(client, await officeOf(client, account), account, what)
        })
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== '23505') throw error
        throw error.constraint === 'linked_subject_pkey'
          ? ssoRefusals.linkedAlready(name)
          : ssoRefusals.linkedElsewhere(name)
      }
    },
    async usernameOf(account) {
      const { rows } = await pool.query<{ username: string }>(
        'select username from access.account where id = $1',
        [account],
      )
      return rows[0]?.username ?? ''
    },
  }
}
