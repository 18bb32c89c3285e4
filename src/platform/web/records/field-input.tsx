import { Input, Select } from 'antd'
import type { RecordField } from '../../records/record-type.ts'
import { type Day, isDay } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { type Described, describedIn } from '../pieces/described.ts'
import { pieceWords } from '../pieces/words.ts'
import { AmountInput } from './amount-input.tsx'
import { CountInput } from './count-input.tsx'
import { ReferencePicker } from './reference-picker.tsx'

export type FieldInputProps = Described & {
  field: RecordField
  on: Day | undefined
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
}

/** The input of one field; every kind takes and gives text or null. `id`, `value` and `onChange` come from the form. */
export function FieldInput(props: FieldInputProps) {
  const say = useSay()
  const { field, on, id, value, onChange } = props
  const label = say(field.label)
  const own = { ...(id ? { id } : {}), ...describedIn(props) }
  if (field.kind === 'reference') {
    return (
      <ReferencePicker
        {...own}
        label={label}
        to={field.to}
        value={value ?? null}
        on={on}
        clearable={!field.required}
        {...(onChange ? { onChange } : {})}
      />
    )
  }
  if (field.kind === 'count')
    return <CountInput {...own} field={field} value={value ?? null} {...(onChange ? { onChange } : {})} />
  if (field.kind === 'amount')
    return <AmountInput {...own} field={field} value={value ?? null} {...(onChange ? { onChange } : {})} />
  if (field.kind === 'text') {
    return (
      <Input
        {...own}
        value={value ?? ''}
        autoComplete="off"
        onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
      />
    )
  }
  if (field.kind === 'day')
    return (
      <DayPicker
        {...own}
        label={label}
        clearable={!field.required}
        value={isDay(value) ? value : undefined}
        onChange={(chosen) => onChange?.(chosen ?? null)}
      />
    )
  const choices = field.kind === 'flag' ? { true: pieceWords.yes, false: pieceWords.no } : field.choices
  return (
    <Select
      {...own}
      aria-label={label}
      value={value ?? null}
      allowClear={!field.required}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      options={Object.entries(choices).map(([code, words]) => ({ value: code, label: say(words) }))}
    />
  )
}
