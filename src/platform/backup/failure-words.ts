import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'

/** What went wrong with a backup, for whoever looks at how they stand. */
export function failureWords(error: unknown): Text {
  if (error instanceof Refusal) return error.words
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC')
    return text('存放备份或数据的磁盘已满。', 'The disk of the backups or the data is full.')
  const reason = code || (error instanceof Error ? error.name : 'error')
  return text(`未完成（${reason}），详见程序日志。`, `It did not succeed (${reason}); see the program's log.`)
}
