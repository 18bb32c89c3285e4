import type { Database } from '../db/database.ts'
import { type Actor, inTransaction } from '../db/transaction.ts'
import type { EncipheredColumn } from '../records/enciphered-columns.ts'
import { text } from '../text.ts'
import { requestMark } from './key-ring.ts'
import { reencipher, type Reenciphering } from './reencipher.ts'

const nameOf = ({ area, name, column }: EncipheredColumn) => `${area}.${name}.${column}`

/** The declared columns in which values of older versions may still stand in clear. */
export async function columnsInClear(
  { pool }: Pick<Database, 'pool'>,
  declared: readonly EncipheredColumn[],
): Promise<EncipheredColumn[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select concat_ws('.', table_schema, table_name, column_name) as name from platform.enciphered_column`,
  )
  const done = new Set(rows.map(({ name }) => name))
  return declared.filter((column) => !done.has(nameOf(column)))
}

/**
 * Enciphers what older versions stored in clear, before anybody reads it; killed half way, the next start goes on. The tables are
 * written anew at the end, so that neither dead rows nor the server's statistics keep a clear value. Answers the number of rows.
 */
export async function encipherDeclared(
  owner: Database,
  office: number,
  columns: readonly EncipheredColumn[],
  onProgress?: Reenciphering['onProgress'],
): Promise<number> {
  await keyRequests(owner, office)
  // Also where a start before this one keyed them and was killed: until all columns are done, nobody knows that it was.
  await writeAnew(owner, ['platform.request'])
  let all = 0
  for (const column of columns) {
    const doing = { owner, office, actor: upgrade, clear: true, ...(onProgress ? { onProgress } : {}) }
    const { area, name } = column
    all += await reencipher(doing, column)
    await writeAnew(owner, [`${area}.${name}`, `${area}_history.${name}`])
    await owner.pool.query(
      'insert into platform.enciphered_column values ($1, $2, $3) on conflict do nothing',
      [area, name, column.column],
    )
  }
  return all
}

/** Where any of them holds anything. */
async function writeAnew({ pool }: Database, tables: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ large: boolean }>(
    `select bool_or(pg_relation_size(t::regclass) > 0) as large from unnest($1::text[]) t`,
    [tables],
  )
  if (rows[0]?.large) for (const table of tables) await pool.query(`vacuum (full, analyze) ${table}`)
}

/** A value could be guessed from the plain digest of the request that brought it. */
async function keyRequests(owner: Database, office: number): Promise<void> {
  await inTransaction(owner, 'begin', { office, places: 'all' }, null, async (client) => {
    const { rows } = await client.query<{ key: string; digest: string }>(
      'select idempotency_key as key, digest from platform.request where office_id = $1 and not starts_with(digest, $2)',
      [office, requestMark],
    )
    await client.query(
      `update platform.request t set digest = r.digest from unnest($2::text[], $3::text[]) r (key, digest)
       where t.office_id = $1 and t.idempotency_key = r.key`,
      [office, rows.map(({ key }) => key), rows.map(({ digest }) => owner.keys.requestDigest(digest))],
    )
  })
}

const upgrading = text('系统升级', 'upgrade')
/** Kept in the change for whoever reads it later, in whichever language. */
const upgrade: Actor = { id: 'upgrade', name: `${upgrading.zh} ${upgrading.en}` }
