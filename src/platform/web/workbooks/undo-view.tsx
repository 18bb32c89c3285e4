import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportUndo } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { pieceWords } from '../pieces/words.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { batchWords as words } from './batch-words.ts'
import { fileNames } from './import-list.tsx'

/** What undoing an import would do, before the button; afterwards what it did. */
export function UndoView({ id, leave }: { id: string; leave: () => void }) {
  const say = useSay()
  const keyFor = useIdempotencyKey()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const [done, setDone] = useState<ImportUndo | null>(null)
  const job = useQuery(server.ledgers.progress.queryOptions({ input: { id } }))
  const preview = useQuery(server.ledgers.undoPreview.queryOptions({ input: { id }, enabled: done === null }))
  const undo = useAct(server.ledgers.undo.call)
  const start = (seen: string) => {
    setWrong(reason.trim().length < 2)
    if (reason.trim().length < 2) return
    const content = { id, reason: reason.trim(), seen }
    undo.mutate({ ...content, idempotencyKey: keyFor(content) }, { onSuccess: setDone })
  }
  const lookAgain = () => {
    undo.reset()
    void preview.refetch()
  }
  return (
    <>
      <h3>{say(words.undoTitle(job.data?.batch ? fileNames(job.data.batch) : ''))}</h3>
      <p className="help">{say(words.undoLine)}</p>
      {done ? (
        <>
          <p role="status">{say(words.undoDone(done.change ?? ''))}</p>
          <UndoLists undo={done} />
        </>
      ) : (
        <Loaded query={preview}>
          {(plan) => {
            const count = plan.counts.removed + plan.counts.restored
            return (
              <>
                <UndoLists undo={plan} />
                {count === 0 ? (
                  <p className="note">{say(words.nothingToUndo)}</p>
                ) : (
                  <div className="commit">
                    <LabelledInput
                      label={say(words.undoReason)}
                      value={reason}
                      maxLength={500}
                      error={wrong ? say(words.reasonMissing) : undefined}
                      onChange={(event) => setReason(event.target.value)}
                    />
                    <button
                      type="button"
                      className="main-button"
                      disabled={undo.isPending}
                      onClick={() => start(plan.digest)}
                    >
                      {say(undo.isPending ? words.undoing : words.undoNow(count))}
                    </button>
                  </div>
                )}
              </>
            )
          }}
        </Loaded>
      )}
      {undo.error ? (
        <>
          <ProblemNote error={undo.error} />
          <button type="button" className="button" onClick={lookAgain}>
            {say(words.lookAgain)}
          </button>
        </>
      ) : null}{' '}
      <button type="button" className="button" onClick={leave}>
        {say(words.back)}
      </button>
    </>
  )
}

function UndoLists({ undo }: { undo: ImportUndo }) {
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

type Named = ImportUndo['removed'][number]

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
        ]}
      />
    </details>
  )
}

function Kept({ undo, title }: { undo: ImportUndo; title: string }) {
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
