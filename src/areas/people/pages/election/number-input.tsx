import { LabelledInput } from '../../../../platform/web/session/labelled-input.tsx'

/** A whole number that is typed as text, so that the browser neither rounds nor drops what it does not take. */
export function NumberInput(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <LabelledInput
      label={props.label}
      inputMode="numeric"
      pattern="[0-9]{1,5}"
      autoComplete="off"
      required
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
