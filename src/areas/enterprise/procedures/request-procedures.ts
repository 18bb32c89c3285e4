import type { Records } from '../../../platform/records/records.ts'
import { callerOf } from '../../../platform/rpc/server/context.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { enterpriseContract } from '../contract.ts'
import { requestType, submissionType } from '../records.ts'
import { listRequests } from './list-requests.ts'
import { takeUpSubmission } from './take-up-submission.ts'
import { viewRequest } from './view-request.ts'
import { viewSubmission } from './view-submission.ts'

export function requestProcedures(records: Records) {
  const os = implementer(enterpriseContract)
  return {
    requests: os.requests.handler(({ input, context }) =>
      listRequests(records, context.scope, callerOf(context).id, input),
    ),
    request: os.request.handler(({ input, context }) => {
      const { permissions } = callerOf(context)
      const may = ['records.record', requestType.permissions.record].every((need) => permissions.has(need))
      return viewRequest(records, context.scope, { ...input, asOf: input.asOf, may })
    }),
    submission: os.submission.handler(({ input, context }) =>
      viewSubmission(records, context.scope, {
        id: input.id,
        may: callerOf(context).permissions.has(submissionType.permissions.record),
      }),
    ),
    takeUp: os.takeUp.handler(({ input, context }) => {
      const { id, name } = callerOf(context)
      return takeUpSubmission(records, { scope: context.scope, actor: { id, name } }, input)
    }),
  }
}
