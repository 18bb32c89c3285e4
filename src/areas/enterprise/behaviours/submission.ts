import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { liesInTheStreet } from '../../organisation/index.ts'
import { submissionType } from '../records.ts'
import { submissionLife, submissionStageBy } from '../rules/requests/submission-life.ts'
import { faultsOf } from './faults-of.ts'
import { withStage } from './with-stage.ts'
import { inOrder } from '../../../platform/timeline/project.ts'
import { lifeFault } from '../rules/requests/life.ts'
import { missingDetails } from '../rules/requests/missing-details.ts'
import { requestsMadeOf } from '../queries/submissions.ts'
import { alreadyTakenUp } from '../rules/requests/already-taken-up.ts'

/** It lies in the street's own hands, whichever community the company says that it is in. */
export const submissionBehaviour: RecordBehaviour = {
  type: submissionType,
  ...withStage(liesInTheStreet, submissionStageBy, []),
  rules: [],
  settled: (reader, wanted) =>
    faultsOf(wanted, async () => {
      const made = await requestsMadeOf(
        reader,
        wanted.map(({ id }) => id),
      )
      return ({ id, events }) => {
        const ordered = inOrder(events)
        const request = made.get(id)
        return [
          lifeFault(submissionLife, ordered),
          ...missingDetails(submissionType, ordered),
          request && submissionStageBy(ordered) === 'declined' ? alreadyTakenUp(request.number) : null,
        ]
      }
    }),
}
