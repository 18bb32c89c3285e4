import { Link } from '@tanstack/react-router'
import { Tree } from 'antd'
import { type ComponentRef, useCallback, useEffect, useMemo, useRef } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import type { LineNode } from '../contract.ts'
import { partyOrganisationType } from '../records.ts'
import { organisationKinds } from '../terms.ts'
import { type Nested, nested } from '../../../platform/web/tree/nested.ts'
import { useNameMatch } from '../../../platform/web/tree/use-name-match.ts'
import { useOpened } from '../../../platform/web/tree/use-opened.ts'
import { TreeTools } from './tree-tools.tsx'
import { useTreeHeight } from './use-tree-height.ts'
import { pageWords as words } from './words.ts'

type Data = { key: string; node: LineNode; children: Data[] }

const dataOf = ({ node, children }: Nested<LineNode>): Data => ({
  key: node.id,
  node,
  children: children.map(dataOf),
})

/** The Party line: who answers to whom. The joint councils are not in it. */
export function LineTree(props: {
  nodes: readonly LineNode[]
  find: string
  onFind: (find: string) => void
}) {
  const say = useSay()
  const { nodes, find, onFind } = props
  const tree = useRef<ComponentRef<typeof Tree>>(null)
  const height = useTreeHeight()
  const data = useMemo(() => nested(nodes).map(dataOf), [nodes])
  const match = useNameMatch(find)
  const matches = useCallback(
    (node: LineNode, typed: string) =>
      match(node.name, typed) || match(node.seat.name, typed) || node.code.startsWith(typed),
    [match],
  )
  const { hits, opened, first, onOpen } = useOpened(nodes, find, matches)
  const found = useMemo(() => new Set(hits), [hits])
  useEffect(() => {
    if (first) tree.current?.scrollTo({ key: first, align: 'top' })
  }, [first])
  return (
    <>
      <TreeTools find={find} hits={hits.length} onFind={onFind} />
      <section className="section" aria-label={say(words.byLine)}>
        <Tree<Data>
          ref={tree}
          treeData={data}
          virtual
          height={height}
          blockNode
          selectable={false}
          expandedKeys={opened}
          onExpand={(keys) => onOpen(keys.map(String))}
          titleRender={({ node }) => (
            <span className={found.has(node.id) ? 'tree-node hit' : 'tree-node'}>
              <Link to="/records/$type/$id" params={{ type: partyOrganisationType.id, id: node.id }}>
                {node.name}
              </Link>
              <span className="help">
                {say(organisationKinds[node.kind])} · {node.seat.name}
              </span>
              {node.below > 0 ? <span className="tree-count">{say(words.below(node.below))}</span> : null}
            </span>
          )}
        />
      </section>
    </>
  )
}
