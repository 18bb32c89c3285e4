import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Target } from './choose-backup.ts'
import type { Manifest } from './manifest.ts'

export function refuseOtherMachine({ machine, name }: Manifest): void {
  const here = `${process.platform}-${process.arch}`
  if (machine === here) return
  throw new Refusal(
    'INVALID',
    text(
      `备份 ${name} 来自另一类机器（${machine}），本机是 ${here}，不能恢复。请在同类机器上恢复。`,
      `The backup ${name} is of another kind of machine (${machine}); this one is ${here}. Restore it on a machine of its kind.`,
    ),
    { machine, here },
  )
}

export function unreached(error: unknown, target: Target): unknown {
  if (
    target.kind !== 'moment' ||
    !(error instanceof Error) ||
    !/before configured recovery target/.test(error.message)
  )
    return error
  return new Refusal(
    'NOT_FOUND',
    text(
      `保存的日志到不了 ${target.at}：在那之后没有记录。要恢复全部，请用 --to latest。现有数据未动。`,
      `The log that was kept does not reach ${target.at}: nothing after it was recorded. For all that was kept, say --to latest. The present data was not touched.`,
    ),
    { at: target.at },
  )
}

export const alreadyRestoring = (root: string) =>
  new Refusal(
    'CONFLICT',
    text(`正在恢复到 ${root}，请等它完成。`, `A restore to ${root} is under way. Wait until it has ended.`),
    { root },
  )

export const occupiedBy = (root: string) =>
  new Refusal(
    'CONFLICT',
    text(
      `数据目录 ${root} 里已有内容，未做任何改动。如要替换，请加 --aside：原有内容会改名保留。`,
      `The data directory ${root} is not empty; nothing was done. To replace it, add --aside: what is there is kept under another name.`,
    ),
    { root },
  )

export const otherwise = (table: string, expected: string, found: string) =>
  new Refusal(
    'INVALID',
    text(
      `恢复后 ${table} 与备份不符（应有${expected}行，实有${found}行），已放弃。现有数据未动。请另选一份备份。`,
      `After restoring, ${table} is not what the backup says (${expected} rows expected, ${found} found), so it was given up. The present data was not touched. Choose another backup.`,
    ),
    { table, expected, found },
  )
