import { hasErrorCode } from '../db/server/has-error-code.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** Nothing was erased, since what was written before was altered past the system. */
export class BrokenSeal extends Refusal {}

/**
 * What platform.erase means where rows are not those that a change wrote (SQLSTATE XMSEA): emptied, they could not be told from what
 * was written any more. Any other error as it is.
 */
export function brokenSeal(error: unknown, id: string): unknown {
  if (!hasErrorCode(error, 'XMSEA')) return error
  const [, change = '?', table = '?'] = /change (\d+) in (\S+)/.exec((error as Error).message) ?? []
  return new BrokenSeal('CONFLICT', unlikeItsSeal(change, table), { id, change, table })
}

const unlikeItsSeal = (change: string, table: string) =>
  text(
    `未清除任何内容：数据库表 ${table} 里第${change}号变更写下的内容，与当时封存的摘要不符，说明有人绕过本系统改动过。清除后将无从查证，因此先停下。请联系系统管理员和审计管理员：运行 ./xiaoma verify 查明改动，从备份恢复后再清除。请同时告知申请人暂缓的原因。`,
    `Nothing was erased: what change ${change} wrote in the table ${table} is not what was sealed then, so it was altered past this system. An erasure would make that past finding out. Call the system administrator and the audit administrator: ./xiaoma verify tells what was altered; restore it from a backup and erase then. Tell whoever asked why it waits.`,
  )
