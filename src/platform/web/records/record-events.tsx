import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { fieldsOfEvent } from './event-fields.ts'
import { shownValue } from './shown-value.ts'
import { recordWords as words } from './words.ts'

type Event = RecordView['events'][number]

export function RecordEvents({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  const none = say(pieceWords.none)
  const setsOf = (event: Event) =>
    fieldsOfEvent(type, event)
      .filter((field) => event.sets[field.key])
      .map((field) => `${say(field.label)}: ${shownValue(field, event.sets[field.key], say)}`)
      .join(say({ zh: '；', en: '; ' }))
  return (
    <DataTable<Event>
      caption={say(words.events)}
      rows={record.events}
      rowKey={(event) => event.id}
      columns={[
        { key: 'onDate', heading: say(words.onDate), kind: 'day', cell: (event) => event.onDate },
        {
          key: 'what',
          heading: say(words.what),
          cell: (event) => (
            <>
              {say(event.label)}
              {event.deed ? (
                <>
                  {' '}
                  <Link to="/records/$type/deeds/$deed" params={{ type: type.id, deed: event.deed }}>
                    {say(words.partOfDeed)}
                  </Link>
                </>
              ) : null}
            </>
          ),
        },
        { key: 'sets', heading: say(words.sets), cell: (event) => setsOf(event) || none },
        { key: 'documentNo', heading: say(words.documentNo), cell: (event) => event.documentNo ?? none },
        { key: 'reason', heading: say(words.reason), cell: (event) => event.reason ?? none },
        {
          key: 'recorded',
          heading: say(words.recordedAt),
          kind: 'day',
          cell: (event) => momentCell(event.recorded.recordedAt),
        },
        { key: 'actor', heading: say(words.actor), cell: (event) => event.recorded.actor },
      ]}
    />
  )
}
