import type { Database } from '../platform/db/database.ts'
import type { Text } from '../platform/text.ts'
import { office } from './program.ts'

const whole = { office, places: 'all' } as const

/** The name of the office, or null on a data directory that holds none yet. */
export async function officeName(database: Database): Promise<Text | null> {
  const { rows } = await database.query(whole, {
    name: 'office_name',
    text: 'select name_zh, name_en from platform.office where office_id = $1::int',
    values: [String(office)],
  })
  const [row] = rows
  return row ? { zh: row[0] as string, en: row[1] as string } : null
}

/** Whether nobody has put anything in: no office, or one without a change and without an account, as a killed first start leaves it. */
export async function isUntouched(database: Database): Promise<boolean> {
  const changes = await database.query(whole, {
    name: 'office_head',
    text: 'select from platform.office where office_id = $1::int and head > 0',
    values: [String(office)],
  })
  const accounts = await database.pool.query('select from access.account limit 1')
  return changes.rows.length === 0 && accounts.rows.length === 0
}

export async function foundOffice(database: Database, name: Text): Promise<void> {
  await database.query(whole, {
    name: 'found_office',
    text: `insert into platform.office (office_id, name_zh, name_en) values ($1::int, $2, $3)
      on conflict (office_id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en`,
    values: [String(office), name.zh, name.en],
  })
}
