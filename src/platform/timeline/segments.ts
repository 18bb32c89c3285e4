import type { Day } from '../values/day.ts'
import type { AttributeSpell, Segment } from './timeline.ts'
import type { Placement } from './tree.ts'

/** The columns that hold in a part of a spell, such as the scope in which its place lay. */
export type DerivedPiece = {
  readonly from: Day
  readonly to: Day | null
  readonly columns: Record<string, string | null>
}
export type Derive = (spell: Segment, recordId: string) => readonly DerivedPiece[]

/** Cuts spells wherever the placement or a derived column changes. Without a tree the path is null. */
export function segmentsOf(
  recordId: string,
  spells: readonly AttributeSpell[],
  placements: readonly Placement[] | null,
  derive: Derive,
): Segment[] {
  return spells
    .flatMap((spell) => {
      const whole = { ...spell, path: null as string | null, derived: {} }
      if (!placements) return [whole]
      return placements.flatMap((placement) =>
        overlap(whole, placement, (piece) => ({ ...piece, path: placement.path })),
      )
    })
    .flatMap((segment) =>
      derive(segment, recordId).flatMap((piece) =>
        overlap(segment, piece, (cut) => ({ ...cut, derived: piece.columns })),
      ),
    )
}

/**
 * Cuts a spell wherever what it lies with changes; outside that one's own life its nearest earlier columns hold, or its first. `standing`
 * is in order of time; without any, `columns` is asked for undefined.
 */
export function piecesAlong<Standing extends { readonly valid_from: Day }>(
  spell: AttributeSpell,
  standing: readonly Standing[],
  columns: (at: Standing | undefined) => DerivedPiece['columns'],
): DerivedPiece[] {
  const within = standing.filter(
    ({ valid_from: from }) => spell.from < from && (spell.to === null || from < spell.to),
  )
  const boundaries = [spell.from, ...within.map((one) => one.valid_from)]
  return boundaries.map((from, index) => ({
    from,
    to: boundaries[index + 1] ?? spell.to,
    columns: columns(standing.findLast((one) => one.valid_from <= from) ?? standing[0]),
  }))
}

function overlap<T extends { from: Day; to: Day | null }>(
  spell: T,
  other: { from: Day; to: Day | null },
  make: (piece: T) => T,
): T[] {
  const from = other.from > spell.from ? other.from : spell.from
  const to = spell.to === null ? other.to : other.to === null || spell.to < other.to ? spell.to : other.to
  return to !== null && to <= from ? [] : [make({ ...spell, from, to })]
}
