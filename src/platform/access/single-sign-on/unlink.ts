import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../../db/database.ts'
import { appendAct } from '../account-events.ts'
import { inTransaction, officeOf } from '../grants.ts'
import type { Sessions } from '../sessions.ts'
import { lockLinks } from './links.ts'
import { ssoRefusals } from './refusals.ts'

/**
 * Undoes every link of the account, whatever the settings say today, and ends the sessions that a provider's word began, but the one
 * that the headers carry. One event, kept with it.
 * @throws Refusal CONFLICT where there is no link
 */
export async function unlink(
  database: Database,
  sessions: Sessions,
  account: string,
  headers: IncomingHttpHeaders,
): Promise<void> {
  await inTransaction(database, async (client) => {
    await lockLinks(client, account)
    const { rows } = await client.query<{ issuer: string }>(
      'delete from access.linked_subject where account_id = $1 returning issuer',
      [account],
    )
    if (rows.length === 0) throw ssoRefusals.notLinked()
    await sessions.endOthers(headers, account, client, 'by a provider')
    const by = rows.map(({ issuer }) => issuer).join(' ')
    await appendAct(client, await officeOf(client, account), account, { what: 'provider unlinked', by })
  })
}
