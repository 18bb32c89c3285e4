import { newId } from '../../../platform/db/id.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Records } from '../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../platform/records/records-engine.ts'
import type { TimelineEvent } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { personType } from '../records.ts'
import type { ElectedTo, Holding, HoldingsPlan } from '../rules/elections/confirmation/plan-holdings.ts'
import type { ElectionKind } from '../terms.ts'

type Papers = { readonly documentNo: string | null; readonly reason: string | null }
/** Where the posts are held, and which attribute says so. */
type HeldAt = { readonly key: string; readonly id: string }
type NewEvent = Omit<TimelineEvent, 'seq'>

export const eventOf = (
  kind: string,
  onDate: Day,
  sets: TimelineEvent['sets'],
  { documentNo, reason }: Papers,
): NewEvent => ({ id: newId(), onDate, kind, sets, documentNo, reason })

export function withEvent({ id, header, events }: StoredRecord, event: NewEvent): WantedRecord {
  return { id, header, events: [...events, { ...event, seq: events.length + 1 }] }
}

/** The times in which posts were held there, of records that may have been held elsewhere as well. */
export async function holdingsOf(
  { engine }: Records,
  reader: Reader<unknown>,
  stored: readonly StoredRecord[],
  at: HeldAt,
): Promise<Holding[]> {
  const people = stored.flatMap(({ spells }) =>
    spells.map(({ attributes }) => attributes['person_id'] as string),
  )
  const names = await engine.titlesOf(reader, personType, people)
  return stored.flatMap(({ id, spells }) =>
    spells
      .filter(({ attributes }) => attributes[at.key] === at.id)
      .map(({ from, to, attributes }) => ({
        id,
        from,
        to,
        personId: attributes['person_id'] as string,
        name: names.get(attributes['person_id'] as string) ?? '',
        post: attributes['post'] as string,
        wonOn: attributes['won_on'] as Day | null,
      })),
  )
}

/** The posts as an election leaves them: what ends, goes on by another election, or begins. */
export function holdingDrafts(
  election: StoredRecord,
  kind: ElectionKind,
  stored: readonly StoredRecord[],
  { ending, lasting, beginning }: HoldingsPlan,
  at: HeldAt,
  input: Papers & { readonly fullTime: readonly string[] },
): WantedRecord[] {
  const gained = kind === 'term' ? 'elected' : 'by_elected'
  const cause = kind === 'term' ? 'term_ended' : 'moved'
  const recordOf = (holding: Holding) => stored.find(({ id }) => id === holding.id) as StoredRecord
  return [
    ...ending.map(({ holding, on }) => withEvent(recordOf(holding), eventOf('ended', on, { cause }, input))),
    ...lasting.map(({ holding, elected }) =>
      withEvent(recordOf(holding), eventOf('re_elected', elected.on, { gained, won_on: elected.on }, input)),
    ),
    ...beginning.map((elected) => ({
      id: newId(),
      header: { invented: election.header['invented'] ?? false },
      events: [
        {
          ...eventOf(
            'began',
            elected.on,
            { ...newHolding(elected, input.fullTime), [at.key]: at.id, gained },
            input,
          ),
          seq: 1,
        },
      ],
    })),
  ]
}

const newHolding = ({ personId, post, on }: ElectedTo, fullTime: readonly string[]) => ({
  person_id: personId,
  post,
  duty: null,
  won_on: on,
  working_time: fullTime.includes(personId) ? 'full_time' : 'part_time',
  standing: null,
  rank: null,
})
