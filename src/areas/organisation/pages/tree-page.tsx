import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf, timeOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment, useSetMoment } from '../../../platform/web/moment/use-moment.ts'
import { AntdFrame } from '../../../platform/web/pieces/antd-frame.tsx'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { withBelow } from '../../../platform/web/tree/nested.ts'
import { type PlaceKind, placeKinds } from '../terms.ts'
import { LineTree } from './line-tree.tsx'
import { PlaceTree } from './place-tree.tsx'
import { PrintedTree } from './printed-tree.tsx'
import { server } from './server.ts'
import { shownCounts } from './shown-count.ts'
import type { TreeSearch } from './tree-search.ts'
import { useShown } from './use-shown.ts'
import { pageWords as words } from './words.ts'
import './tree.css'

const route = getRouteApi('/work/organisation/tree')

/** The four tiers by place, or the Party line, as of a day. */
export function TreePage() {
  const say = useSay()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const navigate = useNavigate()
  const { find, show }: TreeSearch = route.useSearch()
  const shown = useShown(show)
  const { along } = moment
  const [depth, setDepth] = useState<PlaceKind>('compound')
  const [printing, setPrinting] = useState(false)
  const places = useQuery({
    ...server.organisation.fourInOneTree.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
    enabled: along !== 'line',
  })
  const line = useQuery({
    ...server.organisation.partyLine.queryOptions({
      input: timeOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
    enabled: along === 'line',
  })
  const change = (changes: TreeSearch) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }), replace: true })
  const printTree = () => {
    flushSync(() => setPrinting(true))
    print()
    setPrinting(false)
  }
  const empty = (said: typeof words.empty) =>
    moment.knownAt ? (
      <p className="empty">{say(words.emptyKnown)}</p>
    ) : (
      <p className="empty">
        {say(said)} <Link to="/workbooks">{say(words.importLink)}</Link>
      </p>
    )
  return (
    <AntdFrame>
      <PageHead
        title={say(words.tree)}
        line={say(asOfText(moment.asOf))}
        paper="A3 landscape"
        onPrint={printTree}
      >
        <label className="row">
          {say(words.along)}
          <select
            className="select"
            value={along}
            onChange={(event) => setMoment({ along: event.target.value === 'line' ? 'line' : undefined })}
          >
            <option value="place">{say(words.byPlace)}</option>
            <option value="line">{say(words.byLine)}</option>
          </select>
        </label>
        {along === 'line' ? null : (
          <label className="row">
            {say(words.printTo)}
            <select
              className="select"
              value={depth}
              onChange={(event) => setDepth(event.target.value as PlaceKind)}
            >
              {(['community', 'compound', 'building', 'stairwell'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {say(kind === 'stairwell' ? words.printAll : placeKinds[kind])}
                </option>
              ))}
            </select>
          </label>
        )}
      </PageHead>
      <div className={printing ? 'screen-only' : undefined}>
        {along === 'line' ? (
          <Loaded query={line} lines={12}>
            {({ nodes }) =>
              nodes.length === 0 ? (
                empty(words.emptyLine)
              ) : (
                <LineTree
                  nodes={moment.line ? withBelow(nodes, moment.line) : nodes}
                  find={find ?? ''}
                  onFind={(value) => change({ find: value || undefined })}
                />
              )
            }
          </Loaded>
        ) : (
          <Loaded query={places} lines={12}>
            {({ nodes }) =>
              nodes.length === 0 ? (
                empty(words.empty)
              ) : (
                <PlaceTree
                  nodes={nodes}
                  find={find ?? ''}
                  onFind={(value) => change({ find: value || undefined })}
                  shown={shown}
                  show={show}
                  onShow={(value) => change({ show: value === shownCounts[0] ? undefined : value })}
                />
              )
            }
          </Loaded>
        )}
      </div>
      {printing && along !== 'line' && places.data ? (
        <PrintedTree nodes={places.data.nodes} depth={depth} shown={shown} />
      ) : null}
    </AntdFrame>
  )
}
