import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { workbookWords as words } from './words.ts'

/** What an import would do, or did, record by record. */
export function JobPreview({ job }: { job: ImportJob }) {
  const say = useSay()
  const none = say(pieceWords.none)
  const rows = job.preview.filter((row) => row.outcome !== 'unchanged')
  const all = job.counts.created + job.counts.updated
  if (rows.length === 0) return null
  const title = say(job.state === 'done' ? words.previewDone : words.preview)
  return (
    <>
      <h3 className="group-title">{title}</h3>
      {rows.length < all ? <p className="help">{say(words.previewFirst(rows.length))}</p> : null}
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row, index) => `${row.row}-${index}`}
        columns={[
          { key: 'title', heading: say(words.record), cell: (row) => row.title },
          { key: 'outcome', heading: say(words.outcome), cell: (row) => say(words.outcomes[row.outcome]) },
          { key: 'sheet', heading: say(words.sheet), cell: (row) => row.sheet },
          { key: 'row', heading: say(words.row), kind: 'numeric', cell: (row) => row.row },
          {
            key: 'changes',
            heading: say(words.changes),
            cell: (row) =>
              row.changes.length === 0 ? (
                none
              ) : (
                <ul className="causes">
                  {row.changes.map((change, index) => (
                    <li key={`${change.field.en}-${index}`}>
                      {say(words.becomes(say(change.field), change.before ?? none, change.after ?? none))}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  )
}
