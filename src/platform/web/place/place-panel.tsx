import { Tree } from 'antd'
import { type ComponentRef, useEffect, useMemo, useRef, useState } from 'react'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment, useSetMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Bones } from '../pieces/bones.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useMe } from '../session/me.ts'
import { type Nested, nested } from '../tree/nested.ts'
import { useOpened } from '../tree/use-opened.ts'
import type { PlaceNode } from '../web-area.ts'
import { ownPlace } from './own-place.ts'
import { placeWords as words } from './words.ts'
import './place-panel.css'

const height = 340

/** Chooses the place of every page: the tree opens to what is looked for. */
export default function PlacePanel({ close }: { close: () => void }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const { places, error } = useApp().places(timeOf(moment), true)
  const choose = (node: string | undefined) => {
    setMoment({ node })
    close()
  }
  if (error) return <ProblemNote error={error} />
  if (!places) return <Bones lines={4} />
  return (
    <AntdFrame>
      <div className="place-panel">
        <PlaceChoice places={places} chosen={moment.node} onChoose={choose} />
        <button type="button" className="button" onClick={() => choose(undefined)}>
          {say(words.own)}: {say(ownPlace(me))}
        </button>
      </div>
    </AntdFrame>
  )
}

type Data = { key: string; node: PlaceNode; children: Data[] }

const dataOf = ({ node, children }: Nested<PlaceNode>): Data => ({
  key: node.id,
  node,
  children: children.map(dataOf),
})

function matches(place: PlaceNode, find: string): boolean {
  return place.name.includes(find) || (place.code?.startsWith(find) ?? false)
}

function PlaceChoice(props: {
  places: readonly PlaceNode[]
  chosen: string | undefined
  onChoose: (node: string) => void
}) {
  const say = useSay()
  const { places, chosen, onChoose } = props
  const tree = useRef<ComponentRef<typeof Tree>>(null)
  const [find, setFind] = useState('')
  const data = useMemo(() => nested(places).map(dataOf), [places])
  const { hits, opened, first, onOpen } = useOpened(places, find, matches)
  const found = useMemo(() => new Set(hits), [hits])
  useEffect(() => {
    if (first) tree.current?.scrollTo({ key: first, align: 'top' })
  }, [first])
  return (
    <>
      <label className="find">
        <span className="hidden-text">{say(words.search)}</span>
        <input
          type="search"
          // The panel opens to be searched: the first key pressed belongs here.
          autoFocus
          value={find}
          placeholder={say(words.search)}
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
