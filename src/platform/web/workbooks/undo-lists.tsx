import { Link } from '@tanstack/react-router'
import type { UndoAnswer } from '../../records/undo/undo-schema.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { batchWords as words } from './batch-words.ts'
import './workbooks.css'

/** What an undoing did. */
export function UndoDone({ undo }: { undo: UndoAnswer }) {
  const say = useSay()
  return (
    <>
      <p role="status">{say(words.undoDone(undo.change ?? ''))}</p>
      <UndoLists undo={undo} />
    </>
  )
}

/** What an undoing does or did: counts, then what stays and why, then the rest by name. */
export function UndoLists({ undo }: { undo: UndoAnswer }) {
  const say = useSay()
  const labels = undo.change ? words.didCounts : words.undoCounts
  return (
    <>
      <dl className="job-counts">
        {(['removed', 'restored', 'kept'] as const).map((key) => (
          <div key={key}>
            <dt>{say(labels[key])}</dt>
            <dd className="numeric">{undo.counts[key]}</dd>
          </div>
        ))}
      </dl>
      <Kept undo={undo} title={say(labels.kept)} />
      {undo.change ? null : (
        <Plain title={say(labels.removed)} records={undo.removed} all={undo.counts.removed} />
      )}
      <Plain title={say(labels.restored)} records={undo.restored} all={undo.counts.restored} />
    </>
  )
}

type Named = UndoAnswer['removed'][number]

function RecordLink({ record }: { record: Named }) {
  const say = useSay()
  return (
    <Link to="/records/$type/$id" params={{ type: record.type, id: record.id }}>
      {record.title || say(pieceWords.none)}
    </Link>
  )
}

function Plain({ title, records, all }: { title: string; records: readonly Named[]; all: number }) {
  const say = useSay()
  const { types } = useApp()
  if (records.length === 0) return null
  return (
    <details open={records.length <= 20}>
      <summary>
        {title} {all}
      </summary>
      {records.length < all ? <p className="help">{say(words.listed(records.length))}</p> : null}
      <DataTable
        caption={title}
        rows={records}
        rowKey={(record) => record.id}
        columns={[
          { key: 'record', heading: say(words.record), cell: (record) => <RecordLink record={record} /> },
          {
            key: 'type',
            heading: say(words.type),
            cell: ({ type }) => say(types.get(type)?.label ?? pieceWords.none),
          },
        ]}
      />
    </details>
  )
}

function Kept({ undo, title }: { undo: UndoAnswer; title: string }) {
  const say = useSay()
  if (undo.kept.length === 0) return null
  return (
    <>
      <h3 className="group-title">
        {title} {undo.counts.kept}
      </h3>
      {undo.kept.length < undo.counts.kept ? (
        <p className="help">{say(words.listed(undo.kept.length))}</p>
      ) : null}
      <DataTable
        caption={title}
        rows={undo.kept}
        rowKey={(record) => record.id}
        columns={[
          { key: 'record', heading: say(words.record), cell: (record) => <RecordLink record={record} /> },
          {
            key: 'why',
            heading: say(words.why),
            cell: (record) => (
              <>
                {say(words.whys[record.why])}
                {record.message ? `: ${say(record.message)}` : null}{' '}
                {record.others.map((other) => (
                  <span key={other.id}>
                    <RecordLink record={other} />{' '}
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'edit',
            heading: say(words.edit),
            cell: ({ edit }) =>
              edit
                ? say(words.editedBy(edit.actor, momentCell(edit.recordedAt), edit.change))
                : say(pieceWords.none),
          },
        ]}
      />
    </>
  )
}
