import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { versionWords } from '../versions/words.ts'
import { recordWords as words } from './words.ts'

type Change = RecordView['changes'][number]

export function RecordChanges({ record }: { record: RecordView }) {
  const say = useSay()
  return (
    <DataTable<Change>
      caption={say(words.changes)}
      rows={record.changes}
      rowKey={(change) => change.change}
      columns={[
        {
          key: 'recordedAt',
          heading: say(words.recordedAt),
          kind: 'day',
          cell: (change) => momentCell(change.recordedAt),
        },
        { key: 'change', heading: say(words.change), cell: (change) => change.change },
        { key: 'kind', heading: say(words.kind), cell: (change) => say(words.changeKinds[change.kind]) },
        { key: 'actor', heading: say(words.actor), cell: (change) => change.actor },
        {
          key: 'reason',
          heading: say(words.reason),
          cell: (change) => change.reason ?? say(pieceWords.none),
        },
        {
          key: 'compare',
          heading: say(versionWords.differences),
          cell: ({ change }) =>
            change === record.changes[0]?.change ? (
              say(pieceWords.none)
            ) : (
              <Link
                to="/records/$type/$id/versions"
                params={{ type: record.type, id: record.id }}
                search={{ before: change }}
              >
                {say(versionWords.compare)}
              </Link>
            ),
        },
      ]}
    />
  )
}
