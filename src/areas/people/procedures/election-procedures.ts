import type { Figures } from '../../../platform/figures/registry.ts'
import { scopeOfDeed } from '../../../platform/records/procedures.ts'
import type { Records } from '../../../platform/records/records.ts'
import type { Asking } from '../../../platform/records/write-change.ts'
import { callerOf, type GuardedContext } from '../../../platform/rpc/server/context.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { peopleContract } from '../contract.ts'
import { electionType } from '../records.ts'
import { confirmElection, previewConfirmation } from './confirm-election.ts'
import { partyElection } from '../election-types.ts'
import { draftConfirmation } from './draft-confirmation.ts'
import { placeCandidates } from './place-candidates.ts'
import { prepareBallot } from './prepare-ballot.ts'
import { recordCount } from './record-count.ts'
import { previewUndoConfirmation, undoConfirmation } from './undo-confirmation.ts'
import { viewElection } from './view-election.ts'

export function electionProcedures(records: Records, figures: Figures) {
  const os = implementer(peopleContract)
  /** A confirmation also writes posts, so its scope is that of recording as well. */
  const recording = (context: GuardedContext): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, electionType.id, 'record'), actor: { id, name } }
  }
  const overridden = <Input extends { overrides: unknown }>(input: Input) => ({
    ...input,
    overrides: input.overrides as readonly Override[],
  })

  const confirming = { type: electionType, draft: draftConfirmation }

  return {
    election: os.election.handler(async ({ input, context }) => {
      const { id, permissions } = callerOf(context)
      const may = { record: permissions.has('people.record'), confirm: permissions.has('people.confirm') }
      return await viewElection(records, context.scope, { id: input.id, actor: id, may })
    }),
    prepareBallot: os.prepareBallot.handler(({ input, context }) =>
      prepareBallot(records, recording(context), overridden(input)),
    ),
    placeCandidates: os.placeCandidates.handler(({ input, context }) =>
      placeCandidates(records, recording(context), input, partyElection),
    ),
    recordCount: os.recordCount.handler(({ input, context }) =>
      recordCount(records, recording(context), overridden(input)),
    ),
    previewConfirmation: os.previewConfirmation.handler(({ input, context }) =>
      previewConfirmation(records, figures, recording(context), input, confirming),
    ),
    confirmElection: os.confirmElection.handler(({ input, context }) =>
      confirmElection(records, recording(context), overridden(input), confirming),
    ),
    previewUndoConfirmation: os.previewUndoConfirmation.handler(({ input, context }) =>
      previewUndoConfirmation(records, recording(context), input.id, partyElection),
    ),
    undoConfirmation: os.undoConfirmation.handler(({ input, context }) =>
      undoConfirmation(records, recording(context), input, partyElection),
    ),
  }
}
