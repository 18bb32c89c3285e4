import { Refusal } from '../../../platform/refusal.ts'
import { read } from '../../../platform/db/transaction.ts'
import { wasAnswered } from '../../../platform/rpc/server/once-only.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import { recordEvent } from '../../../platform/records/write.ts'
import type { Asking } from '../../../platform/records/write-change.ts'
import { text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { companyOfCode } from '../queries/company-of-code.ts'
import { requestsMadeOf } from '../queries/submissions.ts'
import { requestType, submissionType } from '../records.ts'
import { alreadyTakenUp } from '../rules/requests/already-taken-up.ts'
import { submissionActWords, submissionStageBy } from '../rules/requests/submission-life.ts'
import { type RequestKind, submissionStages } from '../terms.ts'

type TakingUp = {
  readonly id: string
  readonly number: string
  readonly kind: RequestKind
  readonly idempotencyKey: string
}

/**
 * Makes a request of what a company sent. It was received on the day on which it was sent, so that its clocks run from there, however late
 * somebody looks at it; of a company listed since, on the day on which it was listed.
 * @throws Refusal CONFLICT where it was taken up or declined already, or its company is not on the list
 */
export async function takeUpSubmission(
  records: Records,
  asking: Asking,
  { id, number, kind, idempotencyKey }: TakingUp,
): Promise<{ id: string; version: string }> {
  // The same sent again is answered as the first time, so what it has led to does not stand in its way.
  const again = await wasAnswered(records.database, asking.scope, idempotencyKey)
  const { header, company } = await read(records.database, asking.scope, async (reader) => {
    const { engine } = records
    const submission = (await engine.load(reader, submissionType, [id])).get(id)
    if (!submission) throw noSuchRecord(submissionType, id)
    const made = (await requestsMadeOf(reader, [id])).get(id)
    const declined = submissionStageBy(submission.events) === 'declined'
    if (!again && (made || declined))
      throw new Refusal('CONFLICT', made ? alreadyTakenUp(made.number) : declinedBefore, { id })
    const code = String(submission.header['credit_code'])
    const sentOn = submission.events[0]?.onDate as Day
    const named = await companyOfCode(engine, reader, code, sentOn)
    if (!named.company)
      throw new Refusal('CONFLICT', notServed(String(submission.header['company_name']), code), {
        creditCode: code,
      })
    return { header: submission.header, company: named.company }
  })
  const held = (key: string) => (header[key] ?? null) as string | null
  const { id: request, version } = await recordEvent(records, asking, {
    type: requestType.id,
    act: 'received',
    onDate: company.on,
    documentNo: null,
    reason: null,
    idempotencyKey,
    overrides: [],
    header: {
      number,
      channel: 'public_form',
      subject: held('subject'),
      content: held('content'),
      submission_id: id,
      asker_name: held('asker_name'),
      asker_phone: held('asker_phone'),
    },
    sets: { company_id: company.id, kind, wished_on: held('wished_on') },
  })
  return { id: request, version }
}

const declinedBefore = text(
  `这份网上诉求单的状态是“${submissionStages.declined.zh}”，请先登记“${submissionActWords.reconsidered.zh}”。`,
  `It is “${submissionStages.declined.en}”: record “${submissionActWords.reconsidered.en}” first.`,
)
const notServed = (name: string, code: string) =>
  text(
    `“${name}”（${code}）不在服务企业名录中。请核对信用代码；确是辖区企业的，先列入名录再受理。`,
    `“${name}” (${code}) is not on the list of companies. Check the credit code; if it is one of the area, list it first.`,
  )
