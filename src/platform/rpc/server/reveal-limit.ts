import type { Caller } from '../../access/caller.ts'
import type { Database } from '../../db/database.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/**
 * How many answers with personal values in clear one account gets within an hour. One a minute is more than anybody telephones; whoever needs
 * a whole list asks for an export, to which a second person agrees.
 */
export const revealsAnHour = 60

const hour = 3_600_000

/** By account, when it was let in; what was before this program is read from the chain once. */
const seen = new WeakMap<Database, Map<string, Promise<number[]>>>()

/** @throws Refusal TOO_MANY with the minutes to wait */
export async function refuseOveruse(
  database: Database,
  { id, office }: Caller,
  now: number = Date.now(),
): Promise<void> {
  const accounts = seen.get(database) ?? new Map<string, Promise<number[]>>()
  seen.set(database, accounts)
  const before = accounts.get(id) ?? revealsInChain(database, office, id)
  accounts.set(id, before)
  const times = await before.catch((error: unknown) => {
    accounts.delete(id)
    throw error
  })
  while ((times[0] ?? now) <= now - hour) times.shift()
  // Nothing waits between the count and the entry, so that of many at once no more are let in.
  const [first] = times
  if (times.length >= revealsAnHour && first !== undefined) {
    const minutes = Math.ceil((first + hour - now) / 60_000)
    throw new Refusal('TOO_MANY', tooMany(minutes), { reveals: revealsAnHour, minutes })
  }
  times.push(now)
}

/** A search by a whole value is none of them: who asks holds the value already, and the answer shows nothing in clear. */
async function revealsInChain(database: Database, office: number, account: string): Promise<number[]> {
  const { rows } = await database.query(
    { office, places: [] },
    {
      name: 'reveals_of_account',
      text: `select floor(extract(epoch from happened_at) * 1000) from platform.audit_event where office_id = $1::int and actor_id = $2
        and kind = 'reveal' and (details->>'found') is null and happened_at > now() - interval '1 hour' order by event_no`,
      values: [String(office), account],
    },
  )
  return rows.map(([at]) => Number(at))
}

const tooMany = (minutes: number) =>
  text(
    `一小时内最多查看 ${revealsAnHour} 次个人信息原文，请 ${minutes} 分钟后再试。需要整份名单的，请申请导出。`,
    `Personal values can be seen in clear ${revealsAnHour} times an hour. Try again in ${minutes} minutes; for a whole list, ask for an export.`,
  )
