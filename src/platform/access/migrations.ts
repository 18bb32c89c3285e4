import { join } from 'node:path'
import { type Migration, migrationsIn } from '../db/migration.ts'

export const accessMigrations: readonly Migration[] = migrationsIn(
  join(import.meta.dirname, 'migrations'),
  'access',
)
