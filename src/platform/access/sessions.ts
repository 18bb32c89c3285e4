import type { IncomingHttpHeaders } from 'node:http'
import type { Pool } from 'pg'

export type OwnSession = {
  readonly id: string
  /** The session that asks. */
  readonly current: boolean
  readonly address: string
  readonly userAgent: string
  /** ISO 8601. */
  readonly since: string
  readonly seenAt: string
}

/** The sessions of an account: who is signed in from where, and no more than the office allows. */
export type Sessions = {
  /** Ends what has run out, and the oldest beyond what the office allows an account. A demo account has any number. */
  endSurplus(account: string): Promise<void>
  list(headers: IncomingHttpHeaders, account: string): Promise<OwnSession[]>
  /** Answers how many were ended. */
  endOthers(headers: IncomingHttpHeaders, account: string): Promise<number>
  /** False where the account has no such session. */
  endOne(account: string, session: string): Promise<boolean>
  markProven(headers: IncomingHttpHeaders): Promise<void>
}

const usual = 5

export function openSessions(pool: Pool, tokenOf: (headers: IncomingHttpHeaders) => string | null): Sessions {
  return {
    async endSurplus(account) {
      await pool.query('delete from access.session where account_id = $1 and expires_at < now()', [account])
      await pool.query(
        `delete from access.session where id in (
           select s.id from access.session s join access.account a on a.id = s.account_id
           where s.account_id = $1 and not a.published order by s.created_at desc, s.id desc
           offset coalesce((select t.sessions_per_account from access.account a
             join access.setting t on t.office_id = a.office_id where a.id = $1), ${usual}))`,
        [account],
      )
    },
    async list(headers, account) {
      const { rows } = await pool.query<OwnSession>(
        `select id, token = $2 as current, coalesce(ip_address, '') as address,
           coalesce(user_agent, '') as "userAgent",
           to_json(created_at) as since, to_json(seen_at) as "seenAt"
         from access.session where account_id = $1 and expires_at > now() order by created_at desc, id desc`,
        [account, tokenOf(headers)],
      )
      return rows
    },
    async endOthers(headers, account) {
      const ended = await pool.query(
        'delete from access.session where account_id = $1 and token is distinct from $2',
        [account, tokenOf(headers)],
      )
      return ended.rowCount ?? 0
    },
    async endOne(account, session) {
      const ended = await pool.query(
        'delete from access.session where account_id = $1 and id = $2 and expires_at > now()',
        [account, session],
      )
      return ended.rowCount === 1
    },
    async markProven(headers) {
      await pool.query('update access.session set authenticated_at = now() where token = $1', [
        tokenOf(headers),
      ])
    },
  }
}
