import { chooseBackup, targetOf } from '../../platform/backup/choose-backup.ts'
import { type Restored, restoreBackup } from '../../platform/backup/restore.ts'
import { backupSettings } from '../../platform/backup/settings.ts'
import { itsOwnTools } from '../../platform/backup/source.ts'
import { type Command, complain, fromCaller, parse, UsageError } from './command.ts'
import { dataRoot } from './data-there.ts'
import { phaseLine } from './phase-line.ts'

const usage = `./xiaoma restore FILE|DIR [--to MOMENT|latest] [--aside]
  --to MOMENT  恢复到该时刻（如 2026-11-26 17:30）；latest 为全部；不写则为备份时的状态  up to that moment, or all that was kept
  --aside      现有数据改名保留  what is there now is kept under another name`
const phases = {
  checking: '检查备份 checking',
  copying: '复制 copying',
  replaying: '重放日志 replaying',
  comparing: '核对 comparing',
}

/** Makes the data directory anew from a backup. The program must not run on it. */
export const restore: Command = async (args) => {
  const { values, positionals } = parse(args, { to: { type: 'string' }, aside: { type: 'boolean' } }, usage)
  const [path] = positionals
  if (!path || positionals.length > 1) throw new UsageError(usage)
  const { env } = process
  if (env['DATABASE_URL']?.trim()) throw itsOwnTools()
  const root = dataRoot(env)
  const target = targetOf(values.to)
  const { key, folder } = await backupSettings(env, root)
  const backup = await chooseBackup(fromCaller(path), target)
  const restored = await restoreBackup(backup, {
    root,
    target,
    key,
    aside: values.aside ?? false,
    backups: folder,
    log: (words) => complain(words.zh, words.en),
    onProgress: phaseLine(phases),
  })
  tell(restored, root)
  return 0
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
  if (aside) complain(`原有数据保留在 ${aside}。`, `What was there is kept in ${aside}.`)
}
