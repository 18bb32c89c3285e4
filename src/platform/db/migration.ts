import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One step of the one history: its file name says the order and what it does; landed, it is never edited. */
export type Migration = { readonly area: string; readonly name: string; readonly sql: string }

/** The migrations of a folder, one an `.sql` file. */
export function migrationsIn(folder: string, area: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ area, name: file.slice(0, -4), sql: readFileSync(join(folder, file), 'utf8') }))
}

export const platformMigrations: readonly Migration[] = migrationsIn(
  join(import.meta.dirname, 'migrations'),
  'platform',
)
