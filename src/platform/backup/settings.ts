import { join, resolve } from 'node:path'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type BackupKey, readBackupKey } from './key.ts'

export type BackupSettings = {
  readonly folder: string
  /** How many backups stay. */
  readonly keep: number
  /** Minutes after midnight, machine time; null: none by itself. */
  readonly at: number | null
  readonly key: BackupKey | null
}

const usualKeep = 7
const usualTime = '02:30'

/**
 * Reads `XIAOMA_BACKUP_DIR` (`backups` in the data directory), `XIAOMA_BACKUP_KEEP` (7), `XIAOMA_BACKUP_AT` (02:30, or `off`) and
 * `XIAOMA_BACKUP_KEY` (a key file).
 * @throws Refusal INVALID naming the setting
 */
export async function backupSettings(
  env: Readonly<Record<string, string | undefined>>,
  dataRoot: string,
): Promise<BackupSettings> {
  const set = (name: string) => env[name]?.trim() || undefined
  const keep = Number(set('XIAOMA_BACKUP_KEEP') ?? usualKeep)
  if (!Number.isInteger(keep) || keep < 1) throw invalid('XIAOMA_BACKUP_KEEP', env, '1, 2, 3 …')
  const time = set('XIAOMA_BACKUP_AT') ?? usualTime
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (time !== 'off' && hours === undefined) throw invalid('XIAOMA_BACKUP_AT', env, '02:30, off')
  const key = set('XIAOMA_BACKUP_KEY')
  return {
    folder: resolve(dataRoot, set('XIAOMA_BACKUP_DIR') ?? join(dataRoot, 'backups')),
    keep,
    at: hours === undefined ? null : Number(hours) * 60 + Number(minutes),
    key: key ? await readBackupKey(key) : null,
  }
}

function invalid(setting: string, env: Readonly<Record<string, string | undefined>>, form: string): Refusal {
  const value = env[setting] ?? ''
  return new Refusal(
    'INVALID',
    text(
      `设置 ${setting} 的值“${value}”无效，应形如：${form}。`,
      `The setting ${setting} does not work with the value “${value}”. It should be like: ${form}.`,
    ),
    { setting, value },
  )
}
