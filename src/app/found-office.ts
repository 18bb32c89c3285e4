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

export async function foundOffice(database: Database, name: Text): Promise<void> {
  await database.query(whole, {
    name: 'found_office',
    text: `insert into platform.office (office_id, name_zh, name_en) values ($1::int, $2, $3)
      on conflict (office_id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en`,
    values: [String(office), name.zh, name.en],
  })
}
