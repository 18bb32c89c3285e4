import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulkView } from '../../records/bulk/contract.ts'
import { fieldOf, type RecordType } from '../../records/record-type.ts'
import { deedWords } from '../deeds/words.ts'
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
import { bulkViewRoute } from './bulk-routes.ts'
import { bulkWords as words } from './words.ts'

/** An act on many records as one thing, and its undoing as one. */
export function BulkViewPage() {
  const { type, change } = bulkViewRoute.useParams()
  const view = useQuery(server.bulk.get.queryOptions({ input: { type, change } }))
  return (
    <WithType id={type}>
      {(declared) => <Loaded query={view}>{(data) => <View type={declared} view={data} />}</Loaded>}
    </WithType>
  )
}

function View({ type, view }: { type: RecordType; view: BulkView }) {
  const say = useSay()
  const { change } = view.change
  const facts: [string, string][] = [
    [say(deedWords.onDate), view.onDate],
    [say(deedWords.documentNo), view.documentNo ?? say(pieceWords.none)],
    [say(recordWords.reason), view.change.reason ?? say(pieceWords.none)],
    ...Object.entries(view.sets).map(([key, value]): [string, string] => {
      const field = fieldOf(type, key)
      return [say(field.label), shownValue(field, value, say)]
    }),
    [say(recordWords.recordedAt), momentCell(view.change.recordedAt)],
    [say(recordWords.actor), view.change.actor],
    [say(recordWords.change), change],
  ]
  return (
    <>
      <UndoableHead
        title={say(words.doneTitle(view.act, view.records.length))}
        line={say(type.plural)}
        mayUndo={view.mayUndo}
        words={words}
        name={`${type.id} ${change}`}
        preview={() => server.bulk.undoPreview.call({ type: type.id, change })}
        perform={(input) => server.bulk.undo.call({ type: type.id, change, ...input })}
      />
      <dl className="facts section">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{say(words.parts)}</h2>
      <DataTable
        caption={say(words.parts)}
        rows={view.records}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'record',
            heading: say(words.record),
            cell: ({ id, title }) => (
              <Link to="/records/$type/$id" params={{ type: type.id, id }}>
                {title || say(pieceWords.none)}
              </Link>
            ),
          },
          {
            key: 'state',
            heading: say(words.state),
            cell: ({ stands }) => say(stands ? words.standing : words.takenBack),
          },
        ]}
      />
    </>
  )
}
