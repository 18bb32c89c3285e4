import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { bulkActs } from '../../records/bulk/bulk-acts.ts'
import { type RecordType, waysToBegin } from '../../records/record-type.ts'
import { SelectionBar } from '../bulk/selection-bar.tsx'
import { useSelection } from '../bulk/use-selection.ts'
import { useSay } from '../language/use-say.ts'
import { useMayMerge } from '../merge/use-may-merge.ts'
import { mergeWords } from '../merge/words.ts'
import { dayOf } from '../moment/moment.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { useNarrow } from '../pieces/use-narrow.ts'
import { pieceWords } from '../pieces/words.ts'
import { useChosen } from '../place/use-chosen.ts'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { EmptyList } from './empty-list.tsx'
import { ExportListButton } from './export-list-button.tsx'
import { useChosenColumns } from './list-columns.ts'
import { listColumns, usePicking } from './list-table.tsx'
import { ListFilters } from './list-filters.tsx'
import type { ListSearch } from './list-search.ts'
import { listRoute } from './record-routes.ts'
import { WithType } from './with-type.tsx'
import { recordWords as words } from './words.ts'
import './records.css'

export function ListPage() {
  const { type } = listRoute.useParams()
  return <WithType id={type}>{(declared) => <List key={declared.id} type={declared} />}</WithType>
}

function List({ type }: { type: RecordType }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const navigate = useNavigate()
  const search = listRoute.useSearch()
  const narrow = useNarrow()
  const [columns, setColumns] = useChosenColumns(type)
  // On a phone a record is two lines; the rest is one tap away.
  const shownColumns = narrow ? columns.slice(0, 2) : columns
  const change = (changes: ListSearch) =>
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, ...changes }),
      replace: true,
      resetScroll: false,
    })
  const limit = search.size ?? 50
  const { knownAt, ...day } = dayOf(moment)
  const question = {
    type: type.id,
    ...day,
    ...(search.find ? { find: search.find } : {}),
    where: search.where ?? [],
    ...(search.sort ? { sort: search.sort, descending: search.descending === 'yes' } : {}),
    all: search.all === 'yes',
  }
  const input = { ...question, ...(knownAt === undefined ? {} : { knownAt }), limit }
  const cursors = useCursors(JSON.stringify(input))
  const list = useQuery(
    server.records.list.queryOptions({
      input: { ...input, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  // What is recorded is recorded today: a look at an earlier knowledge offers no form.
  const mayRecord =
    moment.knownAt === undefined &&
    ['records.record', type.permissions.record].every((need) => me.permissions.includes(need))
  const mayAdd = mayRecord && waysToBegin(type).length > 0
  const mayMerge = useMayMerge(type)
  const [cleared, setCleared] = useState(0)
  const [selection, select] = useSelection(type.id)
  const picking = usePicking(list.data?.records ?? [], selection, select)
  const mayPick = mayRecord && bulkActs(type).length > 0
  const chosen = useChosen()
  const narrowed = moment.node ? chosen.name : ''
  const total = list.data ? say(pieceWords.total(list.data.total)) : ''
  const sort = (key: string) =>
    change({ sort: key, descending: search.sort === key && !search.descending ? 'yes' : undefined })
  return (
    <>
      <PageHead
        title={say(type.plural)}
        line={[narrowed, say(asOfText(moment.asOf)), total].filter(Boolean).join(' · ')}
        paper="A4 landscape"
      >
        {mayAdd ? (
          <Link to="/records/$type/new" params={{ type: type.id }} className="main-button">
            {say(words.add(type))}
          </Link>
        ) : null}
        {mayAdd && type.deeds?.length ? (
          <Link to="/records/$type/deed" params={{ type: type.id }} search={{}} className="button">
            {say(words.deeds)}
          </Link>
        ) : null}
        {mayMerge && knownAt === undefined ? (
          <Link to="/records/$type/duplicates" params={{ type: type.id }} className="button">
            {say(mergeWords.duplicates)}
          </Link>
        ) : null}
        <ExportListButton
          list={{ ...question, ...(knownAt === undefined ? {} : { knownAt }) }}
          columns={columns}
        />
      </PageHead>
      <div className="list-tools screen-only">
        <Find
          key={cleared}
          value={search.find ?? ''}
          onFind={(find) => change({ find: find || undefined })}
        />
        <ListFilters
          type={type}
          where={search.where ?? []}
          onWhere={(where) => change({ where: where.length > 0 ? where : undefined })}
        />
        <label>
          <input
            type="checkbox"
            checked={search.all === 'yes'}
            onChange={(event) => change({ all: event.target.checked ? 'yes' : undefined })}
          />{' '}
          {say(words.all)}
        </label>
        <ColumnChooser type={type} chosen={columns} onChoose={setColumns} />
      </div>
      <Loaded query={list} lines={10}>
        {(page) =>
          page.records.length === 0 ? (
            <EmptyList
              type={type}
              filtered={Boolean(search.find ?? search.where)}
              known={knownAt !== undefined}
              mayAdd={mayAdd}
              onClear={() => {
                setCleared(cleared + 1)
                change({ find: undefined, where: undefined })
              }}
            />
          ) : (
            <>
              {mayPick ? (
                <SelectionBar
                  type={type}
                  selection={selection}
                  page={page.records.map(({ id }) => id)}
                  total={page.total}
                  onSelect={select}
                  every={() => server.bulk.select.call(question)}
                />
              ) : null}
              <DataTable
                caption={say(type.plural)}
                columns={listColumns(type, shownColumns, search.all === 'yes', say)}
                rows={page.records}
                rowKey={(record) => record.id}
                sorting={{ key: search.sort, descending: search.descending === 'yes', onSort: sort }}
                picking={mayPick ? picking : undefined}
              />
              <Pager
                cursors={cursors}
                size={limit}
                shown={page.records.length}
                total={page.total}
                next={page.nextCursor}
                onSize={(size) => change({ size })}
              />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Find({ value, onFind }: { value: string; onFind: (find: string) => void }) {
  const say = useSay()
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onFind(typed.trim()), 250)
    return () => clearTimeout(timer)
  })
  return (
    <label className="find">
      <span className="hidden-text">{say(words.find)}</span>
      <input
        type="search"
        value={typed}
        maxLength={100}
        placeholder={say(words.findHelp)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  )
}
