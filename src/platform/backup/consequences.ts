import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { text } from '../text.ts'
import type { Consequences } from './restore-contract.ts'

type Counted = {
  zh: string
  en: string
  changes: number
  lastChange: string | null
  erasures: number
  accounts: number
}

/** What there is in an office that was recorded after a moment, and so would be absent. */
export async function consequencesOf(
  database: Database,
  office: number,
  { backup, at }: { readonly backup: string; readonly at: string },
): Promise<Consequences> {
  const counted = await inTransaction(
    database,
    'begin read only',
    { office, places: [] },
    null,
    async (on) => {
      const { rows } = await on.query<Counted>(
        `select o.name_zh as zh, o.name_en as en, count(c.change_no)::int as changes, max(c.recorded_at) as "lastChange",
         (select count(*)::int from platform.erasure e join platform.change d using (office_id, change_no)
          where e.office_id = o.office_id and d.recorded_at > $2) as erasures,
         (select count(*)::int from access.account a where a.office_id = o.office_id and a.created_at > $2) as accounts
       from platform.office o left join platform.change c on c.office_id = o.office_id and c.recorded_at > $2
       where o.office_id = $1 group by o.office_id`,
        [office, at],
      )
      return rows[0]
    },
  )
  if (!counted) throw new Error(`there is no office ${office}`)
  const { zh, en, ...counts } = counted
  return { backup, at, ...counts, office: text(zh, en) }
}
