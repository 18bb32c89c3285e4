import { type InputHTMLAttributes, useId } from 'react'

/** A plain input with its label above, help under it and its error under that. */
export function LabelledInput(
  props: InputHTMLAttributes<HTMLInputElement> & {
    label: string
    help?: string | undefined
    error?: string | undefined
  },
) {
  const { label, help, error, ...input } = props
  const id = useId()
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="labelled-input">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...input}
      />
      {help ? (
        <p id={`${id}-help`} className="help">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}
