import type { IncomingHttpHeaders } from 'node:http'
import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { notSignedIn } from '../rpc/server/context.ts'
import { appendAct } from './account-events.ts'
import { inTransaction, officeOf } from './grants.ts'
import { newSessionToken } from './session-cookie.ts'
import { lockLinks, type Subject } from './single-sign-on/links.ts'

/** Hours after which every session ends, whatever its use. */
export const sessionHours = 12
/** Seconds for which what a page had asked under the former token is still answered. */
const grace = 10

/** Where a sign-in comes from. */
export type From = { readonly ip: string; readonly userAgent: string }

/** What a provider of sign-in vouched for; the moment in milliseconds since 1970. */
export type ProvedThere = {
  /** Whom it saw. */
  readonly by: Subject
  readonly twoFactors: boolean
  /** When the person last proved there to be themselves; null where it does not say. */
  readonly at: number | null
}

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
  /** False where the account has no such session. */
  endOne(account: string, session: string, on: Pick<PoolClient, 'query'>): Promise<boolean>
  /** Answers how many were ended; `on` is the transaction of the act that this belongs to. */
  endOthers(
    headers: IncomingHttpHeaders,
    account: string,
    on: Pick<PoolClient, 'query'>,
    which?: 'all' | 'by a provider',
  ): Promise<number>
  /** Whether the word of this provider began the session. */
  isBy(headers: IncomingHttpHeaders, issuer: string): Promise<boolean>
  /** A session that the provider's word begins. Answers its token; null where the account is not linked to that person. */
  begin(account: string, from: From, proved: ProvedThere): Promise<string | null>
  /**
   * The person has proved anew, at `provenAt` (milliseconds since 1970), to be themselves: the session goes on under another token, which is
   * answered with the seconds that are left of it. An event, with these details.
   * @throws Refusal UNAUTHENTICATED where the headers carry no session of the account
   */
  renew(
    headers: IncomingHttpHeaders,
    account: string,
    provenAt: number,
    details?: Readonly<Record<string, unknown>>,
  ): Promise<{ token: string; seconds: number }>
}

const usual = 5

/** SQL of the id of the session that a token carries, or within its grace has carried; null where there is none. */
export const ofToken = (token: string) =>
  `(select coalesce(c.former_of, c.id) from access.session c where c.token = ${token} and c.expires_at > now())`

export function openSessions(
  database: Database,
  tokenOf: (headers: IncomingHttpHeaders) => string | null,
): Sessions {
  const { pool } = database
  return {
    async endSurplus(account) {
      await pool.query('delete from access.session where account_id = $1 and expires_at < now()', [account])
      await pool.query(
        `delete from access.session where id in (
           select s.id from access.session s join access.account a on a.id = s.account_id
           where s.account_id = $1 and not a.published and s.former_of is null order by s.created_at desc, s.id desc
           offset coalesce((select t.sessions_per_account from access.account a
             join access.setting t on t.office_id = a.office_id where a.id = $1), ${usual}))`,
        [account],
      )
    },
    async list(headers, account) {
      const { rows } = await pool.query<OwnSession>(
        `select id, id is not distinct from ${ofToken('$2')} as current, coalesce(ip_address, '') as address,
           coalesce(user_agent, '') as "userAgent",
           to_json(created_at) as since, to_json(seen_at) as "seenAt"
         from access.session where account_id = $1 and expires_at > now() and former_of is null
         order by created_at desc, id desc`,
        [account, tokenOf(headers)],
      )
      return rows
    },
    async endOthers(headers, account, on, which = 'all') {
      const { rows } = await on.query<{ lived: boolean }>(
        `delete from access.session where account_id = $1 and id is distinct from ${ofToken('$2')}
           and ($3 or provider is not null) returning former_of is null and expires_at > now() as lived`,
        [account, tokenOf(headers), which === 'all'],
      )
      return rows.filter(({ lived }) => lived).length
    },
    async endOne(account, session, on) {
      const ended = await on.query(
        'delete from access.session where account_id = $1 and id = $2 and former_of is null and expires_at > now()',
        [account, session],
      )
      return ended.rowCount === 1
    },
    async isBy(headers, issuer) {
      const { rowCount } = await pool.query('select from access.session where token = $1 and provider = $2', [
        tokenOf(headers),
        issuer,
      ])
      return rowCount === 1
    },
    async begin(account, { ip, userAgent }, { by: { issuer, subject }, twoFactors, at }) {
      const token = newSessionToken()
      return await inTransaction(database, async (client) => {
        await lockLinks(client, account)
        const begun = await client.query(
          `insert into access.session
             (id, account_id, token, expires_at, ip_address, user_agent, provider, provider_saw_two_factors, authenticated_at)
           select $1, account_id, $3, now() + make_interval(hours => $4), $5, $6, issuer, $8,
             least(now(), to_timestamp($9::float8 / 1000))
           from access.linked_subject where account_id = $2 and issuer = $7 and subject = $10`,
          [newId(), account, token, sessionHours, ip, userAgent, issuer, twoFactors, at ?? 0, subject],
        )
        return begun.rowCount === 1 ? token : null
      })
    },
    async renew(headers, account, provenAt, details = {}) {
      const token = newSessionToken()
      const former = tokenOf(headers)
      return await inTransaction(database, async (client) => {
        // In place, under the same id, so that whatever ends it meanwhile, by id or by account, meets it.
        const { rows } = await client.query<{ id: string; seconds: number; provenBefore: string }>(
          `update access.session s set token = $1, updated_at = now(),
             authenticated_at = least(now(), to_timestamp($2::float8 / 1000))
           from (select id, authenticated_at from access.session
             where token = $3 and account_id = $4 and former_of is null and expires_at > now() for update) f
           where s.id = f.id
           returning s.id, extract(epoch from s.expires_at - now())::float8 as seconds,
             f.authenticated_at::text as "provenBefore"`,
          [token, provenAt, former, account],
        )
        const [begun] = rows
        if (!begun) throw notSignedIn()
        await client.query(
          `insert into access.session (id, account_id, token, expires_at, ip_address, user_agent, created_at,
             provider, provider_saw_two_factors, authenticated_at, former_of)
           select $1, account_id, $2, least(expires_at, now() + make_interval(secs => $3)), ip_address, user_agent, created_at,
             provider, provider_saw_two_factors, $4, id
           from access.session where id = $5`,
          [newId(), former, grace, begun.provenBefore, begun.id],
        )
        const what = { what: 'proved again', ...details }
        await appendAct(client, await officeOf(client, account), account, what)
        return { token, seconds: begun.seconds }
      })
    },
  }
}
