import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useApp } from '../app-context.ts'
import { type Say, useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment, useSetMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Bones } from '../pieces/bones.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useMe } from '../session/me.ts'
import type { PlaceNode } from '../web-area.ts'
import { ownPlace } from './own-place.ts'
import { placeWords as words } from './words.ts'
import './place-panel.css'

type Choice = { value: string; title: string; find: string; children: Choice[] }

/** Nests the places; one whose parent is out of sight becomes a root. */
function nest(places: readonly PlaceNode[], say: Say): Choice[] {
  const choices = new Map(
    places.map((place): [string, Choice] => {
      const title = `${place.name}（${say(place.kind)}）`
      return [place.id, { value: place.id, title, find: `${place.name} ${place.code ?? ''}`, children: [] }]
    }),
  )
  const roots: Choice[] = []
  for (const place of places) {
    const choice = choices.get(place.id)
    if (!choice) continue
    const parent = place.parentId === null ? undefined : choices.get(place.parentId)
    ;(parent?.children ?? roots).push(choice)
  }
  return roots
}

export default function PlacePanel({ close }: { close: () => void }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const { places, error } = useApp().places(timeOf(moment), true)
  const choices = useMemo(() => (places ? nest(places, say) : []), [places, say])
  const known = places?.some((place) => place.id === moment.node)
  const choose = (node: string | undefined) => {
    setMoment({ node })
    close()
  }
  if (error) return <ProblemNote error={error} />
  if (!places) return <Bones lines={4} />
  return (
    <AntdFrame>
      <div className="place-panel">
        <TreeSelect
          aria-label={say(words.control)}
          autoFocus
          defaultOpen
          treeData={choices}
          treeDefaultExpandedKeys={choices.map((choice) => choice.value)}
          showSearch={{
            filterTreeNode: (text, node) => String(node['find'] ?? '').includes(text.trim()),
          }}
          placeholder={say(words.search)}
          {...(known && moment.node ? { value: moment.node } : {})}
          onChange={(value: string) => choose(value)}
          listHeight={360}
        />
        <button type="button" className="button" onClick={() => choose(undefined)}>
          {say(words.own)}: {say(ownPlace(me))}
        </button>
      </div>
    </AntdFrame>
  )
}
