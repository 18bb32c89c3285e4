import { Input } from 'antd'
import type { CountField } from '../../records/record-type.ts'
import { stepCount } from '../../values/count.ts'
import { useSay } from '../language/use-say.ts'
import { type Described, describedIn } from '../pieces/described.ts'

/**
 * A whole number with its unit in the input. It stays text while it is typed, so that nothing is rounded, cut or taken for
 * something else; the arrow keys go one up or down.
 */
export function CountInput(
  props: Described & {
    field: CountField
    id?: string
    value: string | null
    onChange?: (value: string | null) => void
  },
) {
  const say = useSay()
  const { field, id, value, onChange } = props
  const typed = value ?? ''
  return (
    <Input
      {...(id ? { id } : {})}
      {...describedIn(props)}
      className="count-input"
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      {...(field.unit ? { suffix: say(field.unit) } : {})}
      onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        onChange?.(stepCount(typed, event.key === 'ArrowUp' ? 1 : -1, field))
      }}
    />
  )
}
