import { useState } from 'react'
import type { DeedPreview } from '../../records/deeds/contract.ts'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { ReferencePicker, useReferenceTitle } from '../records/reference-picker.tsx'
import { endsToo, newName, rowName, rowsOf } from './deed-values.ts'
import { deedWords as words } from './words.ts'

const another = 'another'

/** Where one dependent goes: to a record of the deed, to any other, or it ends too. */
export function DestinationChoice(props: {
  type: RecordType
  deed: RecordDeed
  values: FormValues
  dependent: DeedPreview['dependents'][number]
  label: string
  value: string | null
  onChange: (to: string | null) => void
}) {
  const say = useSay()
  const { type, deed, values, dependent, label, value, onChange } = props
  const to = dependent.to.type
  const begun =
    to === type.id
      ? rowsOf(values, 'beginning').map((row, index) => ({
          value: newName(row),
          label:
            textIn(values, rowName('beginning', row, `sets.${type.title}`)) ??
            say(words.newRecord(deed.beginning?.label ?? type.label, index + 1)),
        }))
      : []
  const lasting =
    to === type.id
      ? rowsOf(values, 'lasting').flatMap((row) => textIn(values, rowName('lasting', row, 'id')) ?? [])
      : []
  const ending = rowsOf(values, 'ending').map((row) => values[rowName('ending', row, 'id')])
  const known = [...begun.map((one) => one.value), ...lasting, endsToo]
  const [picking, setPicking] = useState(value !== null && !known.includes(value))
  const searching = picking && (value === null || !known.includes(value))
  const wrong = value !== null && ending.includes(value)
  return (
    <div className="deed-destination">
      <select
        className="select"
        aria-label={label}
        value={searching ? another : (value ?? '')}
        onChange={(event) => {
          const chosen = event.target.value
          setPicking(chosen === another)
          onChange(chosen === another ? null : chosen || null)
        }}
      >
        <option value="">{say(words.choose)}</option>
        {dependent.mayMove
          ? [
              ...begun.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              )),
              ...lasting.map((id) => <LastingOption key={id} type={type} id={id} />),
              <option key={another} value={another}>
                {say(words.other)}
              </option>,
            ]
          : null}
        {dependent.mayEnd ? <option value={endsToo}>{say(words.endsToo)}</option> : null}
      </select>
      {searching ? (
        <ReferencePicker label={label} to={to} value={value} on={dayIn(values)} onChange={onChange} />
      ) : null}
      {wrong ? (
        <p className="field-error" role="alert">
          {say(words.endsItself)}
        </p>
      ) : null}
    </div>
  )
}

function LastingOption({ type, id }: { type: RecordType; id: string }) {
  const title = useReferenceTitle(type.id, id)
  return <option value={id}>{title ?? id}</option>
}
