import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import type { DerivedPiece } from '../../../platform/timeline/segments.ts'
import type { TimelineEvent } from '../../../platform/timeline/timeline.ts'
import { stagePieces } from '../rules/requests/stage-pieces.ts'

type Lying = Pick<RecordBehaviour, 'placeColumn' | 'follows' | 'hooks'>

/** What lies with another record and has a stage that its own events make; `details` are those that its events keep in columns. */
export function withStage(
  lying: Lying,
  stageBy: (events: readonly TimelineEvent[]) => string,
  details: readonly string[],
): Lying {
  return {
    ...lying,
    hooks: (writer) => {
      const lies = lying.hooks(writer)
      return {
        ...lies,
        prepare: async (spells, drafts) => {
          const derive = await lies.prepare(spells, drafts)
          const pieces = new Map(drafts.map(({ id, events }) => [id, stagePieces(events, stageBy)]))
          return (spell, id) =>
            joined(
              (pieces.get(id) ?? []).flatMap(({ from, to, stage }): readonly DerivedPiece[] => {
                const begins = from > spell.from ? from : spell.from
                const ends = spell.to === null || (to !== null && to < spell.to) ? to : spell.to
                if (ends !== null && ends <= begins) return []
                return derive({ ...spell, from: begins, to: ends }, id).map((piece) => ({
                  ...piece,
                  columns: { ...piece.columns, stage },
                }))
              }),
            )
        },
        eventColumns: (event, segment) => ({
          ...lies.eventColumns(event, segment),
          ...Object.fromEntries(details.map((key) => [key, event.sets[key] ?? null])),
        }),
      }
    },
  }
}

/** What it lies with may be cut where nothing of this changes. */
function joined(pieces: readonly DerivedPiece[]): DerivedPiece[] {
  const result: DerivedPiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    const same = Object.entries(piece.columns).every(([key, value]) => last?.columns[key] === value)
    if (last && same && last.to === piece.from) result[result.length - 1] = { ...last, to: piece.to }
    else result.push(piece)
  }
  return result
}
