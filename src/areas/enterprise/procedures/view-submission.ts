import type { Scope } from '../../../platform/db/scope.ts'
import { read } from '../../../platform/db/transaction.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { Day } from '../../../platform/values/day.ts'
import { companyOfCode } from '../queries/company-of-code.ts'
import { requestsMadeOf } from '../queries/submissions.ts'
import { submissionType } from '../records.ts'
import type { SubmissionView } from '../request-contract.ts'
import { submissionStageBy } from '../rules/requests/submission-life.ts'
import type { RequestKind } from '../terms.ts'

/** What a company sent, as the desk reads it before taking it up. */
export async function viewSubmission(
  { database, engine }: Records,
  scope: Scope,
  { id, may }: { id: string; may: boolean },
): Promise<SubmissionView> {
  return await read<unknown, SubmissionView>(database, scope, async (reader) => {
    const found = (await engine.load(reader, submissionType, [id])).get(id)
    const stage = found ? submissionStageBy(found.events) : 'none'
    if (!found || stage === 'none') throw noSuchRecord(submissionType, id)
    const { header, events } = found
    const submittedOn = events[0]?.onDate as Day
    const creditCode = String(header['credit_code'])
    const { unit, company } = await companyOfCode(engine, reader, creditCode, submittedOn)
    const request = (await requestsMadeOf(reader, [id])).get(id) ?? null
    const last = events.at(-1)
    return {
      id,
      number: String(header['number']),
      subject: String(header['subject']),
      company: String(header['company_name']),
      creditCode,
      kind: header['kind'] as RequestKind,
      submittedOn,
      content: String(header['content']),
      wishedOn: (header['wished_on'] ?? null) as Day | null,
      stage,
      declined: last?.kind === 'declined' ? { on: last.onDate, why: last.sets['why'] ?? '' } : null,
      request,
      unit,
      served: company && { id: company.id, name: company.name },
      mayTakeUp: may && request === null && stage === 'waiting' && company !== null,
    }
  })
}
