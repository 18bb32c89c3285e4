import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { workbookWords as words } from './words.ts'

type LedgerColumn = { key: string; heading: Text; note: Text; required: boolean; example: string }

export function ColumnNotes({ columns }: { columns: readonly LedgerColumn[] }) {
  const say = useSay()
  return (
    <details className="column-notes">
      <summary>{say(words.columns)}</summary>
      <DataTable
        caption={say(words.columns)}
        rows={columns}
        rowKey={(column) => column.key}
        columns={[
          { key: 'heading', heading: say(words.column), cell: (column) => say(column.heading) },
          {
            key: 'required',
            heading: say(words.required),
            cell: (column) => say(column.required ? pieceWords.yes : pieceWords.no),
          },
          { key: 'note', heading: say(words.note), cell: (column) => say(column.note) },
          {
            key: 'example',
            heading: say(words.example),
            cell: (column) => column.example || say(pieceWords.none),
          },
        ]}
      />
    </details>
  )
}
