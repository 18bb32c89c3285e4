import pg, { type ClientConfig } from 'pg'
import { appendEvent } from '../audit/append-event.ts'
import { fromMachine } from '../audit/origin.ts'
import { type Text, text } from '../text.ts'
import { erasuresIn, type ErasureEntry } from './erasure-journal.ts'

/**
 * Empties again what was emptied after the moment that was restored, as one change for each office. Answers the number of records.
 * `entries` is what the journals say, of which the database may know a part.
 */
export async function repeatErasures(
  config: ClientConfig,
  entries: readonly ErasureEntry[],
): Promise<number> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const recordOf = ({ office, schema, table, record }: ErasureEntry) =>
      [office, schema, table, record].join(' ')
    const known = new Map((await erasuresIn(client)).map((entry) => [recordOf(entry), BigInt(entry.change)]))
    const heads = await client.query<{ office: number; head: string }>(
      'select office_id as office, head::text from platform.office',
    )
    let repeated = 0
    for (const { office, head } of heads.rows) {
      const open = new Map<string, ErasureEntry>()
      for (const entry of entries)
        if (entry.office === office && (!known.has(recordOf(entry)) || BigInt(entry.change) > BigInt(head)))
          open.set(recordOf(entry), entry)
      if (open.size > 0) repeated += await eraseIn(client, office, [...open.values()])
    }
    return repeated
  } finally {
    await client.end()
  }
}

async function eraseIn(client: pg.Client, office: number, entries: readonly ErasureEntry[]): Promise<number> {
  await client.query('begin')
  const { rows } = await client.query<{ head: string }>(
    'update platform.office set head = head + 1 where office_id = $1 returning head::text',
    [office],
  )
  const change = rows[0]?.head ?? ''
  await client.query(
    `insert into platform.change (office_id, change_no, recorded_at, kind, actor_id, actor_name, reason)
     values ($1, $2, clock_timestamp(), 'erasure', $3, $4, $5)`,
    [office, change, restorer, inBoth(restoring), inBoth(erasedAgain)],
  )
  await client.query(
    `select set_config('app.office', $1, true), set_config('app.change', $2, true), set_config('app.scope_all', 'on', true)`,
    [String(office), change],
  )
  let repeated = 0
  for (const { schema, table, record } of entries) {
    if (!(await isThere(client, office, schema, table, record))) continue
    await client.query(`select platform.erase($1, $2, 'id', $3)`, [schema, table, record])
    repeated += 1
  }
  if (repeated > 0) {
    const actor = { id: restorer, name: inBoth(restoring) }
    const origin = fromMachine(actor, 'restore')
    await appendEvent(client, office, { ...origin, kind: 'change', reason: inBoth(erasedAgain) })
  }
  await client.query(repeated > 0 ? 'commit' : 'rollback')
  return repeated
}

const restorer = 'command-line:restore'
const restoring = text('恢复备份', 'restore')
const erasedAgain = text('恢复备份后重新清除个人信息', 'personal values emptied again after a restore')
/** Kept in the change for whoever reads it later, in whichever language. */
const inBoth = ({ zh, en }: Text) => `${zh} ${en}`

/** A record that came after the restored moment is not there, and nothing of it has to be emptied. */
async function isThere(
  client: pg.Client,
  office: number,
  schema: string,
  table: string,
  record: string,
): Promise<boolean> {
  const kept = await client.query(
    'select from platform.kept_table where table_schema = $1 and table_name = $2 and cardinality(personal) > 0',
    [schema, table],
  )
  if (kept.rowCount === 0) return false
  const [current, past] = [schema, `${schema}_history`].map(
    (each) => `${client.escapeIdentifier(each)}.${client.escapeIdentifier(table)}`,
  )
  const found = await client.query(
    `select from ${current} where office_id = $1 and id = $2 union all select from ${past} where office_id = $1 and id = $2 limit 1`,
    [office, record],
  )
  return (found.rowCount ?? 0) > 0
}
