import type { Figures } from '../../../../platform/figures/registry.ts'
import { scopeOfDeed } from '../../../../platform/records/procedures.ts'
import type { Records } from '../../../../platform/records/records.ts'
import type { Asking } from '../../../../platform/records/write-change.ts'
import { callerOf, type GuardedContext } from '../../../../platform/rpc/server/context.ts'
import { implementer } from '../../../../platform/rpc/server/implementer.ts'
import type { Override } from '../../../../platform/rules/judge.ts'
import { peopleContract } from '../../contract.ts'
import { residentsElection as types } from '../../election-types.ts'
import { type Confirming, confirmElection, previewConfirmation } from '../confirm-election.ts'
import { placeCandidates } from '../place-candidates.ts'
import { previewUndoConfirmation, undoConfirmation } from '../undo-confirmation.ts'
import { draftResidentsConfirmation } from './draft-residents-confirmation.ts'
import { prepareResidentsBallot } from './prepare-residents-ballot.ts'
import { recordResidentsCount } from './record-residents-count.ts'
import { viewResidentsElection } from './view-residents-election.ts'

export const residentsConfirming: Confirming = { type: types.election, draft: draftResidentsConfirmation }

export function residentsProcedures(records: Records, figures: Figures) {
  const os = implementer(peopleContract)
  const recording = (context: GuardedContext): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, types.election.id, 'record'), actor: { id, name } }
  }
  const overridden = <Input extends { overrides: unknown }>(input: Input) => ({
    ...input,
    overrides: input.overrides as readonly Override[],
  })
  return {
    residentsElection: os.residentsElection.handler(async ({ input, context }) => {
      const { id, permissions } = callerOf(context)
      const may = { record: permissions.has('people.record'), confirm: permissions.has('people.confirm') }
      return await viewResidentsElection(records, context.scope, { id: input.id, actor: id, may })
    }),
    prepareResidentsBallot: os.prepareResidentsBallot.handler(({ input, context }) =>
      prepareResidentsBallot(records, recording(context), overridden(input)),
    ),
    placeResidentsCandidates: os.placeResidentsCandidates.handler(({ input, context }) =>
      placeCandidates(records, recording(context), input, types),
    ),
    recordResidentsCount: os.recordResidentsCount.handler(({ input, context }) =>
      recordResidentsCount(records, recording(context), overridden(input)),
    ),
    previewResidentsConfirmation: os.previewResidentsConfirmation.handler(({ input, context }) =>
      previewConfirmation(records, figures, recording(context), input, residentsConfirming),
    ),
    confirmResidentsElection: os.confirmResidentsElection.handler(({ input, context }) =>
      confirmElection(records, recording(context), overridden(input), residentsConfirming),
    ),
    previewUndoResidents: os.previewUndoResidents.handler(({ input, context }) =>
      previewUndoConfirmation(records, recording(context), input.id, types),
    ),
    undoResidents: os.undoResidents.handler(({ input, context }) =>
      undoConfirmation(records, recording(context), input, types),
    ),
  }
}
