import { useId } from 'react'
import type { RecordView } from '../../records/contract.ts'
import type { MergePreview } from '../../records/merge/contract.ts'
import type { RecordField, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { shownValue } from '../records/shown-value.ts'
import { lastValue } from './sides.ts'
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
  const of = new Map(differing.map((one) => [one.key, one]))
  const choose = (key: string, side: 'kept' | 'given') => {
    const others = take.filter((one) => one !== key)
    onTake(side === 'given' ? [...others, key] : others)
  }
  const cell = (field: RecordField, side: 'kept' | 'given') => {
    const shown = shownValue(field, lastValue(props[side], field.key), say)
    const difference = of.get(field.key)
    if (!difference) return shown
    const taken = take.includes(field.key) ? 'given' : 'kept'
    return (
      <label className="merge-choice">
        <input
          type="radio"
          name={`${group} ${field.key}`}
          aria-label={say(words.stays(field.label, shown, words[side]))}
          checked={taken === side}
          disabled={side === 'given' && !difference.mayTake}
          onChange={() => choose(field.key, side)}
        />{' '}
        {shown}
      </label>
    )
  }
  return (
    <div className="merge-values">
      <p className="help">{say(words.valuesHelp(differing.length))}</p>
      <DataTable
        caption={say(words.values)}
        rows={[...type.header, ...type.attributes]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'field',
            heading: say(words.field),
            cell: (field) => <Field field={field} difference={of.get(field.key)} />,
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
  if (!difference) return say(field.label)
  const { since, mayTake } = difference
  const note = !mayTake ? words.cannotTake : since ? words.correctedIn(since.onDate, since.act) : null
  return (
    <>
      <strong>{say(field.label)}</strong>
      {note ? <div className="help">{say(note)}</div> : null}
    </>
  )
}
