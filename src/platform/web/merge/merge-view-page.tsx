import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { called } from '../../records/merge/called.ts'
import type { MergeView } from '../../records/merge/contract.ts'
import { fieldOf, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { pieceWords } from '../pieces/words.ts'
import { shownValue } from '../records/shown-value.ts'
import { WithType } from '../records/with-type.tsx'
import { recordWords } from '../records/words.ts'
import { server } from '../rpc/server.ts'
import { UndoableHead } from '../workbooks/undoable-head.tsx'
import { mergeViewRoute } from './merge-routes.ts'
import { mergeWords as words } from './words.ts'

/** A merge as one thing, and its undoing. */
export function MergeViewPage() {
  const { type, change } = mergeViewRoute.useParams()
  const view = useQuery(server.merge.get.queryOptions({ input: { type, change } }))
  return (
    <WithType id={type}>
      {(declared) => <Loaded query={view}>{(data) => <View type={declared} view={data} />}</Loaded>}
    </WithType>
  )
}

function View({ type, view }: { type: RecordType; view: MergeView }) {
  const say = useSay()
  const { change } = view.change
  const link = (record: MergeView['given'] | null) =>
    record ? <RecordLink record={{ ...record, title: called(record) }} /> : say(words.outside)
  const facts: [string, ReactNode][] = [
    [say(words.kept), link(view.kept)],
    [say(words.given), link(view.given)],
    [say(words.state), say(view.stands ? words.standing : words.undone)],
    [say(recordWords.reason), view.change.reason ?? say(pieceWords.none)],
    [say(recordWords.recordedAt), momentCell(view.change.recordedAt)],
    [say(recordWords.actor), view.change.actor],
    [say(recordWords.change), change],
  ]
  return (
    <>
      <UndoableHead
        title={say(words.viewTitle(called(view.given), view.kept ? called(view.kept) : say(words.outside)))}
        line={say(type.plural)}
        mayUndo={view.mayUndo}
        words={words}
        name={`merge ${type.id} ${change}`}
        preview={() => server.merge.undoPreview.call({ type: type.id, change })}
        perform={(input) => server.merge.undo.call({ type: type.id, change, ...input })}
      />
      <section className="section">
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {view.values.length > 0 ? (
        <section className="section" aria-labelledby="took">
          <h2 id="took">{say(words.took)}</h2>
          <DataTable
            caption={say(words.took)}
            rows={view.values}
            rowKey={({ key }) => key}
            columns={[
              { key: 'field', heading: say(words.field), cell: ({ label }) => say(label) },
              {
                key: 'before',
                heading: say(words.before),
                cell: ({ key, before }) => shownValue(fieldOf(type, key), before, say),
              },
              {
                key: 'after',
                heading: say(words.after),
                cell: ({ key, after }) => shownValue(fieldOf(type, key), after, say),
              },
            ]}
          />
        </section>
      ) : null}
      <section className="section" aria-labelledby="moved">
        <h2 id="moved">{say(words.moved(view.moved))}</h2>
        {view.records.length < view.moved ? (
          <p className="help">{say(words.shownFirst(view.records.length))}</p>
        ) : null}
        {view.moved === 0 ? (
          <p>{say(words.nothingHangs)}</p>
        ) : (
          <DataTable
            caption={say(words.moved(view.moved))}
            rows={view.records}
            rowKey={({ id }) => id}
            columns={[
              { key: 'record', heading: say(words.record), cell: (record) => <RecordLink record={record} /> },
              { key: 'type', heading: say(words.type), cell: ({ label }) => say(label) },
            ]}
          />
        )}
      </section>
    </>
  )
}

function RecordLink({
  record: { type, id, title },
}: {
  record: { type: string; id: string; title: string }
}) {
  const say = useSay()
  return (
    <Link to="/records/$type/$id" params={{ type, id }}>
      {title || say(pieceWords.none)}
    </Link>
  )
}
