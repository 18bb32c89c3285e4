import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type KeptBackup, listBackups } from './backup-folder.ts'
import { manifestName, readManifest } from './manifest.ts'

/** A moment (ISO 8601), everything that was kept, or what the backup itself holds. */
export type Target =
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'latest' }
  | { readonly kind: 'backup' }

/**
 * Reads what a person names: `latest`, or a moment such as `2026-11-26 17:30`, in China time unless it says otherwise.
 * @throws Refusal INVALID
 */
export function targetOf(words: string | undefined): Target {
  if (words === undefined) return { kind: 'backup' }
  if (words === 'latest') return { kind: 'latest' }
  const [, day, time = '00:00', offset = '+08:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?))?(Z|[+-]\d\d:\d\d)?$/.exec(words.trim()) ??
    []
  const at = new Date(`${day}T${time}${offset}`)
  if (day === undefined || Number.isNaN(at.getTime())) throw noMoment(words)
  return { kind: 'moment', at: at.toISOString() }
}

/**
 * The backup itself where its folder is named; of a folder of backups the newest from which the target can be reached.
 * @throws Refusal INVALID or NOT_FOUND
 */
export async function chooseBackup(path: string, target: Target): Promise<KeptBackup> {
  const single = await stat(join(path, manifestName)).catch(() => undefined)
  const candidates = single ? [{ folder: path, manifest: await readManifest(path) }] : await listBackups(path)
  const reaching = candidates.filter(({ manifest }) => target.kind !== 'moment' || manifest.at <= target.at)
  const chosen = reaching.at(-1)
  if (chosen) return chosen
  const earliest = candidates[0]?.manifest.at
  throw earliest && target.kind === 'moment' ? tooEarly(target.at, earliest) : nothingThere(path)
}

/** The folder in which the backup lies, with the log that follows it. */
export const folderAround = ({ folder }: KeptBackup) => dirname(folder)

const noMoment = (words: string) =>
  new Refusal(
    'INVALID',
    text(
      `“${words}”不是时刻。请写作“2026-11-26 17:30”，或 latest 表示全部。`,
      `“${words}” is no moment. Write it like “2026-11-26 17:30”, or “latest” for all that was kept.`,
    ),
    { value: words },
  )

const tooEarly = (at: string, earliest: string) =>
  new Refusal(
    'NOT_FOUND',
    text(
      `最早的备份是 ${earliest} 的，不能恢复到更早的 ${at}。`,
      `The earliest backup is of ${earliest}; ${at} lies before it and cannot be reached.`,
    ),
    { at, earliest },
  )

const nothingThere = (path: string) =>
  new Refusal('NOT_FOUND', text(`${path} 中没有完整的备份。`, `There is no whole backup in ${path}.`), {
    path,
  })
