import { Tree } from 'antd'
import { type ComponentRef, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import type { TreeNode } from '../contract.ts'
import { type Nested, nested } from '../../../platform/web/tree/nested.ts'
import { useNameMatch } from '../../../platform/web/tree/use-name-match.ts'
import { useOpened } from '../../../platform/web/tree/use-opened.ts'
import { PlaceDetail } from './place-detail.tsx'
import { shownCounts } from './shown-count.ts'
import { TreeTools } from './tree-tools.tsx'
import type { Shown } from './use-shown.ts'
import { useTreeHeight } from './use-tree-height.ts'
import { pageWords as words } from './words.ts'

type Data = { key: string; node: TreeNode; children: Data[] }

const dataOf = ({ node, children }: Nested<TreeNode>): Data => ({
  key: node.id,
  node,
  children: children.map(dataOf),
})

function namesOn(node: TreeNode): string[] {
  return [node, ...node.organisations, ...node.councils].map(({ name }) => name)
}

/** The four tiers: a count on each node, the joint councils laid over it as tags. */
export function PlaceTree(props: {
  nodes: readonly TreeNode[]
  find: string
  onFind: (find: string) => void
  shown: Shown
  show: string | undefined
  onShow: (show: string) => void
}) {
  const say = useSay()
  const { nodes, find, onFind, shown } = props
  const tree = useRef<ComponentRef<typeof Tree>>(null)
  const height = useTreeHeight()
  const [chosen, setChosen] = useState<string | undefined>()
  const data = useMemo(() => nested(nodes).map(dataOf), [nodes])
  const match = useNameMatch(find)
  const matches = useCallback(
    (node: TreeNode, typed: string) =>
      (node.code?.includes(typed) ?? false) || namesOn(node).some((name) => match(name, typed)),
    [match],
  )
  const { hits, opened, first, onOpen } = useOpened(nodes, find, matches)
  const found = useMemo(() => new Set(hits), [hits])
  useEffect(() => {
    if (first) tree.current?.scrollTo({ key: first, align: 'top' })
  }, [first])
  const detail = nodes.find((node) => node.id === chosen)
  return (
    <>
      <TreeTools find={find} hits={hits.length} onFind={onFind}>
        <label className="row">
          {say(words.show)}
          <select
            className="select"
            value={props.show ?? shownCounts[0]}
            onChange={(event) => props.onShow(event.target.value)}
          >
            <optgroup label={say(words.ownCounts)}>
              {shownCounts.map((count) => (
                <option key={count} value={count}>
                  {say(words.counts[count])}
                </option>
              ))}
            </optgroup>
            <optgroup label={say(words.figures)}>
              {shown.figures.map(({ id, label }) => (
                <option key={id} value={id}>
                  {say(label)}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
      </TreeTools>
      {shown.error ? <ProblemNote error={shown.error} /> : null}
      <p className="help screen-only">{say(shown.figure ? shown.figure.definition : words.countsHelp)}</p>
      <div className="tree-and-detail">
        <section className="section" aria-label={say(words.tree)}>
          <Tree<Data>
            ref={tree}
            treeData={data}
            virtual
            height={height}
            blockNode
            expandedKeys={opened}
            onExpand={(keys) => onOpen(keys.map(String))}
            {...(chosen ? { selectedKeys: [chosen] } : {})}
            onSelect={(keys) => setChosen(keys[0] === undefined ? undefined : String(keys[0]))}
            titleRender={({ node }) => (
              <span className={found.has(node.id) ? 'tree-node hit' : 'tree-node'}>
                <span>{node.name}</span>
                {node.councils.map((council) => (
                  <span key={council.id} className="tag accent">
                    {council.name}
                  </span>
                ))}
                <span className="tree-count">{shown.on(node)}</span>
              </span>
            )}
          />
        </section>
        <section className="section" aria-label={say(words.chosen)}>
          {detail ? <PlaceDetail node={detail} /> : <p className="help">{say(words.chooseHelp)}</p>}
        </section>
      </div>
    </>
  )
}
