import { useState } from 'react'
import { looksMasked } from '../../values/mask.ts'
import { useSay } from '../language/use-say.ts'
import { FieldInput, type FieldInputProps } from './field-input.tsx'
import { formWords as words } from './form-words.ts'

/** The input of a personal value: its mask stands for "as recorded", and whoever replaces it writes the whole value. */
export function MaskedInput(props: FieldInputProps) {
  const say = useSay()
  const { field, value, onChange } = props
  const [kept] = useState(value)
  if (!kept || !looksMasked(kept)) return <FieldInput {...props} />
  const label = say(field.label)
  if (value === kept)
    return (
      <div className="row">
        <span className="mono">{kept}</span>
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.replaceOf(label))}
          onClick={() => onChange?.(null)}
        >
          {say(words.replace)}
        </button>
      </div>
    )
  return (
    <>
      <FieldInput {...props} />
      <button
        type="button"
        className="plain-button"
        aria-label={say(words.keepOf(label))}
        onClick={() => onChange?.(kept)}
      >
        {say(words.keep)}
      </button>
    </>
  )
}
