import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** Where a node hangs in a time: `path` is `/a/b/`, the labels from the root down to the node. */
export type Placement = { readonly from: Day; readonly to: Day | null; readonly path: string }
export type TreeSpell = { readonly from: Day; readonly to: Day | null; readonly parent: string | null }
export type TreeNode = { readonly label: string; readonly spells: readonly TreeSpell[] }

/**
 * The placements of a node within `[from, to)`. While a parent is not in force its child stands at the root, so that
 * nothing is lost from sight; a rule reports it. `settled` gives the placements of nodes that are not being changed.
 * @throws Refusal INVALID where a node would lie beneath itself on some day.
 */
export function placementsOf(
  id: string,
  nodes: ReadonlyMap<string, TreeNode>,
  settled: ReadonlyMap<string, readonly Placement[]>,
): Placement[] {
  return placed(id, null, null, nodes, settled, [])
}

function placed(
  id: string,
  from: Day | null,
  to: Day | null,
  nodes: ReadonlyMap<string, TreeNode>,
  settled: ReadonlyMap<string, readonly Placement[]>,
  below: readonly string[],
): Placement[] {
  const node = nodes.get(id)
  if (!node) return (settled.get(id) ?? []).flatMap((placement) => clip(placement, from, to))
  if (below.includes(id)) throw new Refusal('INVALID', beneathItself, { record: id })
  return node.spells
    .flatMap((spell) => clip(spell, from, to))
    .flatMap((spell) => {
      if (spell.parent === null) return [{ from: spell.from, to: spell.to, path: `/${node.label}/` }]
      const above = placed(spell.parent, spell.from, spell.to, nodes, settled, [...below, id])
      return fillGaps(above, spell).map((piece) => ({ ...piece, path: `${piece.path}${node.label}/` }))
    })
}

function clip<T extends { from: Day; to: Day | null }>(spell: T, from: Day | null, to: Day | null): T[] {
  const start = from !== null && from > spell.from ? from : spell.from
  const end = to !== null && (spell.to === null || to < spell.to) ? to : spell.to
  return end !== null && end <= start ? [] : [{ ...spell, from: start, to: end }]
}

function fillGaps(placements: readonly Placement[], whole: TreeSpell): Placement[] {
  const pieces: Placement[] = []
  let at: Day | null = whole.from
  for (const placement of placements) {
    if (at !== null && at < placement.from) pieces.push({ from: at, to: placement.from, path: '/' })
    pieces.push(placement)
    at = placement.to
  }
  if (at !== null && (whole.to === null || at < whole.to)) pieces.push({ from: at, to: whole.to, path: '/' })
  return pieces
}

export const beneathItself = text(
  '上级不能是它自己或它的下级，请另选上级。',
  'The parent cannot be the record itself or anything beneath it. Choose another parent.',
)

/** The range of paths of a subtree, `lo <= path < hi` in byte order: `/` is followed by `0`. */
export function subtree(path: string): { lo: string; hi: string } {
  return { lo: path, hi: `${path.slice(0, -1)}0` }
}
