import { Segmented, Tree } from 'antd'
import { type ComponentRef, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Text } from '../../text.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment, useSetMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Bones } from '../pieces/bones.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useMe } from '../session/me.ts'
import { type Nested, nested } from '../tree/nested.ts'
import { useNameMatch } from '../tree/use-name-match.ts'
import { useOpened } from '../tree/use-opened.ts'
import type { HierarchyNode } from '../web-area.ts'
import { ownPlace } from './own-place.ts'
import { useObeysLine } from './use-obeys-line.ts'
import { placeWords as words } from './words.ts'
import './place-panel.css'

const height = 340

/** Chooses what every page is narrowed to: the tree opens to what is looked for. */
export default function PlacePanel({ close }: { close: () => void }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const app = useApp()
  const obeysLine = useObeysLine()
  const along = obeysLine ? moment.along : 'place'
  const ofLine = along === 'line'
  const places = app.places(timeOf(moment), !ofLine)
  const line = app.line.nodes(timeOf(moment), ofLine)
  const { nodes, error } = ofLine ? line : places
  const choose = (node: string | undefined) => {
    setMoment(ofLine ? { line: node } : { node })
    close()
  }
  return (
    <AntdFrame>
      <div className="place-panel">
        {obeysLine ? (
          <Segmented
            aria-label={say(words.along)}
            block
            value={along}
            options={[
              { value: 'place', label: say(words.byPlace) },
              { value: 'line', label: say(app.line.words.along) },
            ]}
            onChange={(value) => setMoment({ along: value === 'line' ? 'line' : undefined })}
          />
        ) : null}
        {error ? <ProblemNote error={error} /> : null}
        {nodes ? (
          <NodeChoice
            key={along}
            nodes={nodes}
            search={ofLine ? app.line.words.search : words.search}
            chosen={ofLine ? moment.line : moment.node}
            onChoose={choose}
          />
        ) : error ? null : (
          <Bones lines={4} />
        )}
        <button type="button" className="button" onClick={() => choose(undefined)}>
          {ofLine ? say(app.line.words.own) : `${say(words.own)}: ${say(ownPlace(me))}`}
        </button>
      </div>
    </AntdFrame>
  )
}

type Data = { key: string; node: HierarchyNode; children: Data[] }

const dataOf = ({ node, children }: Nested<HierarchyNode>): Data => ({
  key: node.id,
  node,
  children: children.map(dataOf),
})

function NodeChoice(props: {
  nodes: readonly HierarchyNode[]
  search: Text
  chosen: string | undefined
  onChoose: (node: string) => void
}) {
  const say = useSay()
  const { nodes, search, chosen, onChoose } = props
  const tree = useRef<ComponentRef<typeof Tree>>(null)
  const [find, setFind] = useState('')
  const data = useMemo(() => nested(nodes).map(dataOf), [nodes])
  const match = useNameMatch(find)
  const matches = useCallback(
    (node: HierarchyNode, typed: string) =>
      match(node.name, typed) || (node.code?.startsWith(typed) ?? false),
    [match],
  )
  const { hits, opened, first, onOpen } = useOpened(nodes, find, matches)
  const found = useMemo(() => new Set(hits), [hits])
  useEffect(() => {
    if (first) tree.current?.scrollTo({ key: first, align: 'top' })
  }, [first])
  return (
    <>
      <label className="find">
        <span className="hidden-text">{say(search)}</span>
        <input
          type="search"
          // The panel opens to be searched: the first key pressed belongs here.
          autoFocus
          value={find}
          placeholder={say(search)}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) onChoose(first)
          }}
        />
      </label>
      <Tree<Data>
        ref={tree}
        treeData={data}
        virtual
        height={height}
        blockNode
        expandedKeys={opened}
        onExpand={(keys) => onOpen(keys.map(String))}
        {...(chosen ? { selectedKeys: [chosen] } : {})}
        onSelect={(_, { node }) => onChoose(node.key)}
        titleRender={({ node }) => (
          <span className={found.has(node.id) ? 'place-hit' : undefined}>
            {node.name} <span className="help">{say(node.kind)}</span>
          </span>
        )}
      />
    </>
  )
}
