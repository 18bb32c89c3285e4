import { newId } from '../../../platform/db/id.ts'
import type { Actor } from '../../../platform/db/transaction.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { clerk } from '../../../platform/testing/office.ts'
import { day } from '../../../platform/values/day.ts'
import { confirmElection, previewConfirmation } from '../procedures/confirm-election.ts'
import { partyElection } from '../election-types.ts'
import { draftConfirmation } from '../procedures/draft-confirmation.ts'
import { placeCandidates } from '../procedures/place-candidates.ts'
import { type PrepareInput, prepareBallot } from '../procedures/prepare-ballot.ts'
import { recordCount } from '../procedures/record-count.ts'
import { previewUndoConfirmation, undoConfirmation } from '../procedures/undo-confirmation.ts'
import { viewElection } from '../procedures/view-election.ts'
import { electionType } from '../records.ts'
import type { PeopleOffice } from './office.ts'

const confirming = { type: electionType, draft: draftConfirmation }

/** Another account than the one that records. */
export const checker: Actor = { id: 'test-checker', name: '测试复核人' }

type Votes = number | readonly [number, number, number]
/** A count as a test writes it: [due, present, issued, returned, void], and votes by person. */
export type WrittenCount = {
  readonly on: string
  readonly ballots: readonly [number, number, number, number, number]
  readonly votes: Readonly<Record<string, Votes>>
  readonly writeIns?: Readonly<Record<string, number>>
  readonly correcting?: boolean
}

/** Whoever runs elections in an office, in the words of a test; what warns is done with a reason. */
export function electionDesk(at: PeopleOffice) {
  const { records, figures, whole } = at
  const asking = (actor: Actor) => ({ scope: whole, actor })
  const given = (rules: readonly string[]): Override[] =>
    rules.map((rule) => ({ rule, reason: '原件如此', documentNo: '组〔2018〕1号', approver: '测试' }))
  const confirmation = async (id: string, onDate: string, fullTime: readonly string[] = []) => ({
    id,
    version: await at.versionOf('election', id),
    onDate: day(onDate),
    documentNo: '街党〔2018〕30号',
    reason: null,
    fullTime,
  })
  return {
    prepare: async (
      election: string,
      what: Pick<PrepareInput, 'contest' | 'seats' | 'candidates'> & Partial<Pick<PrepareInput, 'vote'>>,
      on = '2018-06-10',
    ) =>
      (
        await prepareBallot(records, asking(clerk), {
          vote: 'first',
          ...what,
          election,
          onDate: day(on),
          idempotencyKey: newId(),
          overrides: [],
        })
      ).id,
    place: async (ballot: string, order: readonly string[], on = '2018-06-12') =>
      await placeCandidates(
        records,
        asking(clerk),
        {
          id: ballot,
          order,
          onDate: day(on),
          reason: null,
          idempotencyKey: newId(),
        },
        partyElection,
      ),
    count: async (ballot: string, written: WrittenCount, rules: readonly string[] = [], actor = clerk) => {
      const [due, present, issued, returned, spoilt] = written.ballots
      const valid = returned - spoilt
      const marks = (votes: Votes) =>
        typeof votes === 'number' ? ([votes, valid - votes, 0] as const) : votes
      return await recordCount(records, asking(actor), {
        id: ballot,
        version: await at.versionOf('ballot', ballot),
        onDate: day(written.on),
        due,
        present,
        issued,
        returned,
        void: spoilt,
        candidates: Object.entries(written.votes).map(([personId, votes]) => {
          const [yes, no, abstain] = marks(votes)
          return { personId, for: yes, against: no, abstain }
        }),
        writeIns: Object.entries(written.writeIns ?? {}).map(([personId, votes]) => ({
          personId,
          for: votes,
        })),
        correcting: written.correcting ?? false,
        reason: written.correcting ? '核对计票单' : null,
        idempotencyKey: newId(),
        overrides: given(rules),
      })
    },
    confirm: async (
      id: string,
      onDate: string,
      { actor = checker, rules = [], key = newId(), fullTime = [], version }: ConfirmOptions = {},
    ) =>
      await confirmElection(
        records,
        asking(actor),
        {
          ...(await confirmation(id, onDate, fullTime)),
          ...(version ? { version } : {}),
          idempotencyKey: key,
          overrides: given(rules),
        },
        confirming,
      ),
    preview: async (id: string, onDate: string) =>
      await previewConfirmation(
        records,
        figures,
        asking(checker),
        await confirmation(id, onDate),
        confirming,
      ),
    undo: async (id: string) =>
      await undoConfirmation(
        records,
        asking(checker),
        { id, reason: '计票有误', idempotencyKey: newId() },
        partyElection,
      ),
    previewUndo: async (id: string) =>
      await previewUndoConfirmation(records, asking(checker), id, partyElection),
    view: async (id: string, actor = checker) =>
      await viewElection(records, whole, { id, actor: actor.id, may: { record: true, confirm: true } }),
  }
}

type ConfirmOptions = {
  readonly actor?: Actor
  readonly rules?: readonly string[]
  readonly key?: string
  readonly fullTime?: readonly string[]
  readonly version?: string
}
