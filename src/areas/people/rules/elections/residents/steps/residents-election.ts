import type { Judged } from '../../../../../../platform/records/behaviour.ts'
import type { TimelineEvent } from '../../../../../../platform/timeline/timeline.ts'
import type { Day } from '../../../../../../platform/values/day.ts'
import { inForce } from '../../../../../../platform/values/spell.ts'
import { instruments } from '../../instruments.ts'
import type { RecordedResidentsBallot } from '../recorded-round.ts'

export type ResidentsElectionFacts = { readonly ballots: readonly RecordedResidentsBallot[] }
export type ResidentsElection = Judged<ResidentsElectionFacts | undefined>
type Life = Pick<ResidentsElection, 'events' | 'spells'>

export const firstOf = (events: readonly TimelineEvent[], kind: string): TimelineEvent | undefined =>
  events.find((event) => event.kind === kind)

/** The day of the election, which chooses the law: as it was held, before that as planned. */
export const electionDay = ({ events, spells }: Life): Day =>
  firstOf(events, 'held')?.onDate ?? (spells.at(-1)?.attributes['planned_on'] as Day)

export const underRevisedLaw = (life: Life): boolean =>
  inForce(instruments.residents2025.inForce, electionDay(life))
