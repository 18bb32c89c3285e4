import { useMemo } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import type { TreeNode } from '../contract.ts'
import { type PlaceKind, placeKinds } from '../terms.ts'
import { type Nested, nested } from '../../../platform/web/tree/nested.ts'
import { countShown, shownCounts } from './shown-count.ts'
import type { Shown } from './use-shown.ts'
import { pageWords as words } from './words.ts'

const tiers = Object.keys(placeKinds) as PlaceKind[]

/** The tree on paper: every node down to a tier with all its counts, since a virtual tree holds only what is on screen. */
export function PrintedTree(props: { nodes: readonly TreeNode[]; depth: PlaceKind; shown: Shown }) {
  const { nodes, depth, shown } = props
  const roots = useMemo(() => {
    const last = tiers.indexOf(depth)
    return nested(nodes.filter((node) => tiers.indexOf(node.kind) <= last))
  }, [nodes, depth])
  const say = useSay()
  return (
    <div className="print-only printed-tree">
      <p>
        {shown.figure
          ? `${say(shown.figure.label)}（${say(shown.figure.unit)}）`
          : shownCounts.map((count) => say(words.counts[count])).join(' · ')}
      </p>
      <Branches branches={roots} shown={shown} />
    </div>
  )
}

function Branches({ branches, shown }: { branches: readonly Nested<TreeNode>[]; shown: Shown }) {
  return (
    <ul>
      {branches.map(({ node, children }) => (
        <li key={node.id}>
          <strong>{node.name}</strong> {node.councils.map((council) => `【${council.name}】`).join('')}{' '}
          <span className="printed-counts">
            {shown.figure ? shown.on(node) : shownCounts.map((count) => countShown(node, count)).join(' · ')}
          </span>
          {node.organisations.length > 0 ? (
            <div>{node.organisations.map((organisation) => organisation.name).join('、')}</div>
          ) : null}
          {children.length > 0 ? <Branches branches={children} shown={shown} /> : null}
        </li>
      ))}
    </ul>
  )
}
