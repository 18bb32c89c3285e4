import type { ReactNode } from 'react'

/** A field that is no plain input, with its label above and help and error beneath; both are `${id}-note`. */
export function LabelledField(props: {
  id: string
  label: string
  help?: string | undefined
  error?: string | undefined
  children: ReactNode
}) {
  const { id, label, help, error, children } = props
  return (
    <div className="labelled-input">
      <label htmlFor={id}>{label}</label>
      {children}
      <div id={`${id}-note`}>
        {help ? <p className="help">{help}</p> : null}
        {error ? <p className="field-error">{error}</p> : null}
      </div>
    </div>
  )
}
