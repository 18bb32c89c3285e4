import type { ReactNode } from 'react'
import { fieldOf, type RecordField, type RecordType } from '../../records/record-type.ts'
import type { Comparison } from '../../records/versions/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { shownValue } from '../records/shown-value.ts'
import { versionWords as words } from './words.ts'

type Difference = {
  readonly part: string
  readonly what: string
  readonly note: string
  readonly before: ReactNode
  readonly after: ReactNode
  readonly mayChoose: boolean
}
type DifferingEvent = Comparison['events'][number]

/** Each difference on a line of its own; with `onParts`, to be chosen. */
export function DifferenceTable(props: {
  type: RecordType
  comparison: Comparison
  parts: readonly string[]
  onParts?: (parts: readonly string[]) => void
}) {
  const say = useSay()
  const { type, comparison, parts, onParts } = props
  const rows: Difference[] = [
    ...comparison.header.map(({ part, key, label, before, after }) => ({
      part,
      what: say(label),
      note: say(words.fixed),
      before: shownValue(fieldOf(type, key), before, say) || say(pieceWords.none),
      after: shownValue(fieldOf(type, key), after, say) || say(pieceWords.none),
      mayChoose: true,
    })),
    ...comparison.events.map((event) => ({
      part: event.part,
      what: say(event.label),
      note: event.deed ? say(words.partOfDeed) : '',
      before: <EventSide type={type} event={event} side="before" />,
      after: <EventSide type={type} event={event} side="after" />,
      mayChoose: event.deed === null,
    })),
  ]
  const open = rows.filter(({ mayChoose }) => mayChoose).map(({ part }) => part)
  const choose = (row: Difference | undefined, on: boolean) => {
    if (!row?.mayChoose) return
    onParts?.(on ? [...parts, row.part] : parts.filter((part) => part !== row.part))
  }
  return (
    <DataTable<Difference>
      caption={say(words.differences)}
      rows={rows}
      rowKey={({ part }) => part}
      picking={
        onParts && {
          has: ({ part }) => parts.includes(part),
          onPick: (index, on) => choose(rows[index], on),
          onPage: (on) => onParts(on ? open : []),
          label: ({ what }) => say(words.choose(what)),
          pageLabel: say(words.chooseAll),
        }
      }
      columns={[
        {
          key: 'what',
          heading: say(words.what),
          cell: ({ what, note }) => (
            <>
              {what} {note ? <span className="help">{note}</span> : null}
            </>
          ),
        },
        { key: 'before', heading: say(words.inEarlier), cell: ({ before }) => before },
        { key: 'after', heading: say(words.inLater), cell: ({ after }) => after },
      ]}
    />
  )
}

/** An event as one of the versions has it: its day and document, and the values in which the two differ. */
function EventSide({
  type,
  event,
  side,
}: {
  type: RecordType
  event: DifferingEvent
  side: 'before' | 'after'
}) {
  const say = useSay()
  const own = event[side]
  if (!own) return say(words.notRecorded)
  return (
    <>
      {own.onDate}
      {own.documentNo ? `，${say(words.document(own.documentNo))}` : ''}
      {event.values.map(({ key, label, ...sides }) => (
        <span className="difference-value" key={key}>
          {say(label)}: {shownValue(fieldIn(type, key), sides[side], say) || say(pieceWords.none)}
        </span>
      ))}
    </>
  )
}

function fieldIn(type: RecordType, key: string): RecordField {
  const details = type.acts.flatMap((act) => act.details ?? [])
  return details.find((detail) => detail.key === key) ?? fieldOf(type, key)
}
