import { Refusal } from '../../../platform/refusal.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { read } from '../../../platform/db/transaction.ts'
import { recordEvent } from '../../../platform/records/write.ts'
import type { Records } from '../../../platform/records/records.ts'
import { Allowance } from '../../../platform/rpc/server/allowance.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { wasAnswered } from '../../../platform/rpc/server/once-only.ts'
import { type Text, text } from '../../../platform/text.ts'
import { addDays, type Day, today } from '../../../platform/values/day.ts'
import { publicRequestsContract, type Receipt } from '../public-contract.ts'
import { enterprisePurposes } from '../purposes.ts'
import { waitingSubmissions } from '../queries/submissions.ts'
import { submissionType } from '../records.ts'
import { lookupCode, submissionNumber } from './lookup-code.ts'
import { cleanSubmission } from './clean-submission.ts'
import { standingOf } from './standing.ts'

/** Enough for a company and for an office building behind one address; a look-up costs a code that nobody guesses. */
const submitting = { minutes: 60, each: 10, all: 200 }
const looking = { minutes: 10, each: 60, all: 2000 }
/** What nobody has looked at yet; more than these would bury what is real. */
const mostWaiting = 500

const words = text('企业（网上提交）', 'Company (online)')
const sender = { id: 'public', name: `${words.zh} ${words.en}` }

/** The procedures of the public pages, for one office. `secret` makes the look-up codes. */
export function publicRequestsProcedures(
  records: Records,
  office: number,
  secret: Uint8Array,
  officeName: () => Promise<Text>,
) {
  const os = implementer(publicRequestsContract)
  const whole: Scope = { office, places: 'all' }
  const submits = new Allowance(submitting)
  const looks = new Allowance(looking)
  const notice = enterprisePurposes.find(({ id }) => id === 'enterprise.requests')?.notice
  if (!notice) throw new Error('what the form asks for has no notice')
  return {
    form: os.form.handler(async () => ({ office: await officeName(), notice: notice.text })),
    submit: os.submit.handler(async ({ input, context }): Promise<Receipt> => {
      const { idempotencyKey, ...given } = input
      // What is mistyped costs no attempt.
      const header = cleanSubmission(given)
      submits.take(context.request.ip)
      const on = await dayOfSending(records, whole, idempotencyKey)
      await refuseFull(records, whole)
      const number = submissionNumber(on, idempotencyKey)
      await recordEvent(
        records,
        { scope: whole, actor: sender },
        {
          type: submissionType.id,
          act: 'submitted',
          onDate: on,
          documentNo: null,
          reason: null,
          idempotencyKey,
          overrides: [],
          header: { ...header, number },
          sets: {},
        },
      )
      return { number, code: lookupCode(number, secret), submittedOn: on }
    }),
    look: os.look.handler(async ({ input, context }) => {
      looks.take(context.request.ip)
      return await standingOf(records, whole, input.code, secret)
    }),
  }
}

/** Today; the day before, where what is sent again after midnight was kept then. */
async function dayOfSending({ database, engine }: Records, whole: Scope, key: string): Promise<Day> {
  const now = today()
  if (!(await wasAnswered(database, whole, key))) return now
  const number = submissionNumber(now, key)
  const kept = await read(database, whole, (reader) => engine.findByKey(reader, submissionType, [[number]]))
  return kept.size > 0 ? now : addDays(now, -1)
}

async function refuseFull({ database }: Records, whole: Scope): Promise<void> {
  const { total } = await read(database, whole, (reader) => waitingSubmissions(reader, today()))
  if (total >= mostWaiting)
    throw new Refusal(
      'UNAVAILABLE',
      text(
        '网上诉求单积压较多，暂停接收。请打电话或者到街道窗口反映。',
        'Too much is waiting already, so nothing more is taken online. Telephone, or come to the office.',
      ),
    )
}
