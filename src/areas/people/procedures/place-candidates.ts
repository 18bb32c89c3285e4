import { newId } from '../../../platform/db/id.ts'
import type { Records } from '../../../platform/records/records.ts'
import { type Asking, currentRecord, inChange, refuseFuture } from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { candidaciesOf } from '../queries/candidacies-of.ts'
import type { ElectionTypes } from '../election-types.ts'
import { openElectionOf } from './open-election-of.ts'

export type PlaceInput = {
  readonly id: string
  readonly onDate: Day
  readonly reason: string | null
  /** The candidacies of the list, first to last. */
  readonly order: readonly string[]
  readonly idempotencyKey: string
}

/** Puts a list of candidates into another order by hand. */
export async function placeCandidates(
  records: Records,
  asking: Asking,
  input: PlaceInput,
  types: ElectionTypes,
) {
  refuseFuture(input.onDate)
  const { engine } = records
  const body = { ...input, type: types.ballot.id, overrides: [] }
  return await inChange(records, asking, 'event', body, async (writer, reader) => {
    const { whole: ballot } = await currentRecord(records, writer, types.ballot, input.id, undefined)
    await openElectionOf(engine, reader, ballot, types)
    const standing = (await candidaciesOf(reader, engine, types.candidacy, input.id)).filter(
      ({ spells }) => spells.at(-1)?.attributes['way'] === 'candidate',
    )
    const ids = new Set(input.order)
    if (ids.size !== standing.length || standing.some(({ id }) => !ids.has(id)))
      throw new Refusal('INVALID', wholeList, { order: input.order })
    const moved = standing.filter(
      ({ id, spells }) => spells.at(-1)?.attributes['list_no'] !== placeOf(input, id),
    )
    await engine.save(
      writer,
      types.candidacy,
      moved.map(({ id, header, events }) => ({
        id,
        header,
        events: [
          ...events,
          {
            id: newId(),
            onDate: input.onDate,
            seq: events.length + 1,
            kind: 'moved',
            sets: { list_no: placeOf(input, id) },
            documentNo: null,
            reason: input.reason,
          },
        ],
      })),
    )
    return { id: input.id, moved: moved.length }
  })
}

const placeOf = ({ order }: PlaceInput, id: string) => String(order.indexOf(id) + 1)

const wholeList = text(
  '排序应包含名单上的每一名候选人，各一次。名单可能已变动，请刷新后再排。',
  'The order has to name every candidate of the list once. The list may have changed: reload and try again.',
)
