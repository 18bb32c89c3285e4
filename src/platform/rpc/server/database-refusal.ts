import { hasErrorCode } from '../../db/server/has-error-code.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/** PostgreSQL Appendix A: lock not available, query cancelled, serialisation failure, deadlock. Nothing was changed by any. */
const busy = ['55P03', '57014', '40001', '40P01']
/** Shut down, starting up, too many connections; and what the operating system says when there is no server. */
const away = [
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]
/** Unique and exclusion violations. */
const taken = ['23505', '23P01']

/** What a database's error means to the person; undefined for one that is a fault of the program. */
export function databaseRefusal(error: unknown): Refusal | undefined {
  if (hasErrorCode(error, ...busy)) {
    return new Refusal(
      'UNAVAILABLE',
      text(
        '系统正忙，此次操作未生效。请稍后再试。',
        'The system is busy and nothing was changed. Try again in a moment.',
      ),
    )
  }
  if (hasErrorCode(error, 'ENOSPC', '53100')) {
    return new Refusal(
      'UNAVAILABLE',
      text(
        '服务器磁盘已满，此次操作未生效；除打开个人的记录须留下查看记录以外，查询不受影响。请联系系统管理员清理磁盘，之后无须重启即可继续。',
        'The server’s disk is full: nothing was changed, and reading goes on, but for records about a person, where it must be kept who opened them. Ask the administrator to make room; writing then goes on without a restart.',
      ),
      { disk: 'full' },
    )
  }
  if (hasErrorCode(error, ...away) || isLostConnection(error)) {
    return new Refusal(
      'UNAVAILABLE',
      text(
        '数据库暂时无法使用，请稍后再试。',
        'The database cannot be reached at the moment. Try again shortly.',
      ),
    )
  }
  if (hasErrorCode(error, ...taken)) {
    // The other record may lie out of scope, so neither it nor the colliding value is named.
    return new Refusal(
      'CONFLICT',
      text(
        '与本单位已有的记录冲突（编号或日期重复），此次操作未生效。请核对；如查不到该记录，请咨询本单位管理员。',
        'This collides with a record that the office already holds (the same number, or overlapping dates); nothing was changed. Check it, or ask the office.',
      ),
    )
  }
  return undefined
}

/** The driver gives no code of its own; ENOENT is the server's socket only where a connection was tried. */
function isLostConnection(error: unknown): boolean {
  if (hasErrorCode(error, 'ENOENT')) return (error as { syscall?: unknown }).syscall === 'connect'
  return (
    error instanceof Error &&
    /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  )
}
