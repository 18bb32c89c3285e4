import { inWholeOffice } from '../../../../platform/db/transaction.ts'
import type { RecordType } from '../../../../platform/records/record-type.ts'
import { noSuchRecord } from '../../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../../platform/records/records-engine.ts'
import { residentsElection as types } from '../../election-types.ts'
import { countRecorders } from '../../queries/count-recorders.ts'
import { holdingsEver } from '../../queries/holdings-ever.ts'
import { residentsBallots } from '../../queries/residents-ballots.ts'
import { communityPostType } from '../../records.ts'
import { electedFrom, planHoldings } from '../../rules/elections/confirmation/plan-holdings.ts'
import {
  committeePosts,
  outcomeOfResidentsElection,
} from '../../rules/elections/residents/outcome-of-election.ts'
import { termLength } from '../../rules/elections/term-length.ts'
import type { ElectionKind } from '../../terms.ts'
import type { Drafting } from '../draft-confirmation.ts'
import { eventOf, holdingDrafts, holdingsOf, withEvent } from '../holding-drafts.ts'
import { refuseConfirmation } from '../refuse-confirmation.ts'

/** Of a residents' committee: its posts in the community. Its term follows from the day of the vote and the law of that day. */
export const draftResidentsConfirmation: Drafting = async (records, writer, reader, input) => {
  const { engine } = records
  const type = types.election
  const seen = (await engine.load(reader, type, [input.id])).get(input.id)
  if (!seen) throw noSuchRecord(type, input.id)
  return await inWholeOffice(writer, async () => {
    const election = (await engine.load(reader, type, [input.id])).get(input.id) as StoredRecord
    const attributes = election.spells.at(-1)?.attributes ?? {}
    const kind = attributes['kind'] as ElectionKind
    const at = { key: 'place_id', id: attributes['place_id'] as string }
    const ballots = (await residentsBallots(reader, [input.id])).get(input.id) ?? []
    const outcome = outcomeOfResidentsElection({ kind, seats: Number(attributes['seats']), ballots })
    const ids = ballots.map(({ id }) => id)
    refuseConfirmation(election, input, outcome.obstacles, {
      recorders: await countRecorders(reader, types, ids),
      actor: writer.request.actor.id,
      counted: ballots.flatMap(({ round }) => round?.on ?? []),
    })
    const stored = await holdingsEver(reader, engine, communityPostType, at, committeePosts)
    const posts = new Set<string>(committeePosts)
    const held = (await holdingsOf(records, reader, stored, at)).filter(({ post }) => posts.has(post))
    const plan = planHoldings(kind, held, outcome.posts)
    refuseConfirmation(election, input, plan.obstacles, null)
    const from = electedFrom(outcome.posts)
    return {
      posts: outcome.posts,
      plan,
      term: kind === 'term' ? { from, length: termLength(from, 'residentsCommittee') } : null,
      drafts: new Map<RecordType, readonly WantedRecord[]>([
        [communityPostType, holdingDrafts(election, kind, stored, plan, at, input)],
        [type, [withEvent(election, eventOf('confirmed', input.onDate, {}, input))]],
      ]),
    }
  })
}
