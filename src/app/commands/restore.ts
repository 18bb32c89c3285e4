import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseBackup, targetOf } from '../../platform/backup/choose-backup.ts'
import type { Erasures } from '../../platform/backup/finish-restore.ts'
import { goBack, type WentBack } from '../../platform/backup/go-back.ts'
import { type Restored, restoreBackup } from '../../platform/backup/restore.ts'
import { backupSettings } from '../../platform/backup/settings.ts'
import { itsOwnTools } from '../../platform/backup/source.ts'
import { originOf } from '../../platform/audit/origin.ts'
import { settleData } from '../data-root.ts'
import { openOn } from '../program.ts'
import { type Command, complain, fromCaller, parse, UsageError } from './command.ts'
import type { Text } from '../../platform/text.ts'
import { phaseLine } from './phase-line.ts'
import { restorePhases } from './restore-phases.ts'

const usage = `./xiaoma restore FILE|DIR [--to MOMENT|latest] [--aside]
  DIR          备份、存放备份的文件夹，或上次恢复另存的数据  a backup, a folder of them, or what a restore set aside
  --to MOMENT  恢复到该时刻（如 2026-11-26 17:30）；latest 为全部；不写则为备份时的状态  up to that moment, or all that was kept
  --aside      现有数据改名保留  what is there now is kept under another name`

/** Makes the data directory anew from a backup. The program must not run on it. */
export const restore: Command = async (args) => {
  const { values, positionals } = parse(args, { to: { type: 'string' }, aside: { type: 'boolean' } }, usage)
  const [path] = positionals
  if (!path || positionals.length > 1) throw new UsageError(usage)
  const { env } = process
  if (env['DATABASE_URL']?.trim()) throw itsOwnTools()
  const root = await settleData(env, (words) => complain(words.zh, words.en))
  const target = targetOf(values.to)
  const { key, folder } = await backupSettings(env, root)
  const usual = {
    root,
    backups: folder,
    by: { origin: originOf(), reason: null, details: {} },
    open: openOn,
    log: (words: Text) => complain(words.zh, words.en),
  }
  const from = fromCaller(path)
  if (await isDataDirectory(from)) {
    if (!values.aside || values.to !== undefined) throw new UsageError(usage)
    tellBack(await goBack(await realpath(from), usual), root)
    return 0
  }
  const backup = await chooseBackup(from, target)
  const aside = values.aside ?? false
  tell(
    await restoreBackup(backup, { ...usual, target, key, aside, onProgress: phaseLine(restorePhases) }),
    root,
  )
  return 0
}

/** What a restore set aside is gone back to by its name. */
const isDataDirectory = async (path: string) =>
  (await stat(join(path, 'server.json')).catch(() => undefined)) !== undefined

function tellBack({ erasures, aside }: WentBack, root: string): void {
  complain(`已换回：${root} 是先前另存的数据。`, `Gone back: ${root} is what was set aside before.`)
  tellErasures(erasures)
  if (aside) complain(`刚才的数据保留在 ${aside}。`, `What was there is kept in ${aside}.`)
}

function tell({ manifest, compared, lastChange, erasures, aside }: Restored, root: string): void {
  complain(
    `已恢复到 ${root}：备份 ${manifest.name}，最后一次变更 ${lastChange ?? '无'}。`,
    `Restored to ${root}: backup ${manifest.name}, last change ${lastChange ?? 'none'}.`,
  )
  if (compared !== null)
    complain(
      `${compared}张表的行数和校验值与备份时一致。`,
      `${compared} tables have the same count and hash as when the backup was made.`,
    )
  tellErasures(erasures)
  if (aside) complain(`原有数据保留在 ${aside}。`, `What was there is kept in ${aside}.`)
}

function tellErasures(erasures: Erasures): void {
  if (erasures.journal)
    complain(
      `备份之后的个人信息清除已重做：${erasures.repeated}条记录。`,
      `Erasures of personal information since then were done again: ${erasures.repeated} records.`,
    )
  else
    complain(
      '没有找到备份之后的清除记录（erasures.jsonl）：备份之后依法清除过的个人信息可能重新出现，请逐一核对并再次清除。',
      'No journal of erasures since the backup was found (erasures.jsonl): personal information that was erased since may be there again. Look through and erase it anew.',
    )
}
