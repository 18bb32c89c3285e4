import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { today } from '../values/day.ts'
import { appendAct } from './account-events.ts'
import { accountRefusals } from './account-refusals.ts'
import { mustRemain } from './administrators.ts'
import { closingRefusals as refusals } from './closing-refusals.ts'
import { inTransaction, lockGrants } from './grants.ts'
import type { Manager } from './manager.ts'

/** An account that nobody has signed in to for so many days is shown as unused, so that it is closed (GB/T 22239-2019, 8.1.4.2). */
export const unusedAfterDays = 90

/** What the system administrator does with an account as a whole. Each act throws a Refusal and then changes nothing. */
export type Closing = {
  /** Its sessions end, nobody signs in to it, and its roles count no more; its second factor and its roles stay for an opening. */
  close(by: Manager, account: string, reason: string): Promise<void>
  open(by: Manager, account: string, reason: string): Promise<void>
  /** Answers how many were ended. */
  endSessions(by: Manager, account: string): Promise<number>
}

export function openClosing(database: Database): Closing {
  return {
    async close(by, account, reason) {
      if (account === by.account) throw refusals.own()
      await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        const found = await accountOf(client, by.office, account)
        if (found.published) throw refusals.published()
        if (found.closed !== null) throw refusals.already(found.closed)
        await refuseLast(client, by.office, account)
        await client.query('update access.account set closed_at = now(), closed_reason = $2 where id = $1', [
          account,
          reason,
        ])
        await client.query('delete from access.session where account_id = $1', [account])
        await appendAct(client, by.office, account, { what: 'account closed', reason })
      })
    },
    async open(by, account, reason) {
      await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        const found = await accountOf(client, by.office, account)
        if (found.closed === null) throw refusals.open()
        // A sign-in under way when it was closed may have left a session that never lived.
        await client.query('delete from access.session where account_id = $1', [account])
        await client.query('update access.account set closed_at = null, closed_reason = null where id = $1', [
          account,
        ])
        await appendAct(client, by.office, account, { what: 'account opened', reason })
      })
    },
    endSessions: async (by, account) =>
      await inTransaction(database, async (client) => {
        await accountOf(client, by.office, account)
        const ended = await client.query<{ whole: boolean }>(
          'delete from access.session where account_id = $1 and expires_at > now() returning former_of is null as whole',
          [account],
        )
        const count = ended.rows.filter(({ whole }) => whole).length
        await appendAct(client, by.office, account, { what: 'sessions ended', count })
        return count
      }),
  }
}

async function accountOf(client: PoolClient, office: number, account: string) {
  const { rows } = await client.query<{ published: boolean; closed: string | null }>(
    `select published, to_char(closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as closed
     from access.account where office_id = $1 and id = $2`,
    [office, account],
  )
  if (!rows[0]) throw accountRefusals.noAccount(account)
  return rows[0]
}

/** Of each kind of administrator that the account is, another open account must hold the role from today on without an end. */
async function refuseLast(client: PoolClient, office: number, account: string): Promise<void> {
  const { rowCount } = await client.query(
    `select from access.grant g where g.office_id = $1 and g.account_id = $2 and g.role = any($3::text[])
       and (g.valid_to is null or g.valid_to > $4) and not exists (
         select from access.grant o join access.account a on a.id = o.account_id
         where o.office_id = g.office_id and o.role = g.role and o.account_id <> g.account_id
           and o.valid_from <= $4 and o.valid_to is null and a.closed_at is null)`,
    [office, account, mustRemain, today()],
  )
  if (rowCount !== 0) throw refusals.lastAdministrator()
}
