import { useId } from 'react'
import type { RecordView } from '../../records/contract.ts'
import type { MergePreview } from '../../records/merge/contract.ts'
import type { RecordField, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { shownValue } from '../records/shown-value.ts'
import { lastValue, seenToDiffer } from './sides.ts'
import { mergeWords as words } from './words.ts'

type Difference = MergePreview['differing'][number]

/** Every value of both records; where they differ, which one stays. */
export function MergeValues(props: {
  type: RecordType
  kept: RecordView
  given: RecordView
  differing: readonly Difference[]
  take: readonly string[]
  onTake: (take: readonly string[]) => void
}) {
  const say = useSay()
  const group = useId()
  const { type, differing, take, onTake } = props
  const told = new Map(differing.map((one) => [one.key, one]))
  const fields = [...type.header, ...type.attributes]
  // Seen at once; how a dated value would be taken is told by the preview.
  const differ = new Set(
    fields.flatMap(({ key }) => {
      const [kept, given] = [lastValue(props.kept, key), lastValue(props.given, key)]
      return seenToDiffer(kept, given) || told.has(key) ? [key] : []
    }),
  )
  const choose = (key: string, side: 'kept' | 'given') => {
    const others = take.filter((one) => one !== key)
    onTake(side === 'given' ? [...others, key] : others)
  }
  const cell = (field: RecordField, side: 'kept' | 'given') => {
    const shown = shownValue(field, lastValue(props[side], field.key), say)
    if (!differ.has(field.key)) return shown
    const taken = take.includes(field.key) ? 'given' : 'kept'
    return (
      <label className="merge-choice">
        <input
          type="radio"
          name={`${group} ${field.key}`}
          aria-label={say(words.stays(field.label, shown, words[side]))}
          checked={taken === side}
          disabled={side === 'given' && told.get(field.key)?.mayTake === false}
          onChange={() => choose(field.key, side)}
        />{' '}
        {shown}
      </label>
    )
  }
  return (
    <div className="merge-values">
      <p className="help">{say(words.valuesHelp(differ.size))}</p>
      <DataTable
        caption={say(words.values)}
        rows={fields}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'field',
            heading: say(words.field),
            cell: (field) =>
              differ.has(field.key) ? (
                <Field field={field} difference={told.get(field.key)} />
              ) : (
                say(field.label)
              ),
          },
          { key: 'kept', heading: say(words.kept), cell: (field) => cell(field, 'kept') },
          { key: 'given', heading: say(words.given), cell: (field) => cell(field, 'given') },
        ]}
      />
    </div>
  )
}

function Field({ field, difference }: { field: RecordField; difference: Difference | undefined }) {
  const say = useSay()
  const since = difference?.since
  const note =
    difference?.mayTake === false
      ? words.cannotTake
      : since
        ? words.correctedIn(since.onDate, since.act)
        : null
  return (
    <>
      <strong>{say(field.label)}</strong>
      {note ? <div className="help">{say(note)}</div> : null}
    </>
  )
}
