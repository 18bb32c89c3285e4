import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** The connection broke between COMMIT and its answer: the change is there wholly or not at all, and only asking again tells. */
export class UnknownOutcome extends Refusal {
  constructor(cause: unknown) {
    super(
      'UNAVAILABLE',
      text(
        '提交时与数据库的连接中断，或数据库正忙，还不能确定这次操作是否已经生效。请稍后再查，或再次提交同一请求：它只会生效一次。',
        'The connection to the database broke during the commit, or the database is busy: it is not known yet whether this took effect. Ask again in a moment, or send the same request again: it takes effect once.',
      ),
      { outcome: 'unknown' },
    )
    this.name = 'UnknownOutcome'
    this.cause = cause
  }
}

/** An error that the server raised itself and survived has rolled the transaction back; any other may come after the commit. */
export function isRolledBack(error: unknown): boolean {
  return error instanceof Error && (error as { severity?: unknown }).severity === 'ERROR'
}
