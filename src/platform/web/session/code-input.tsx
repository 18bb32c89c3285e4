import { useSay } from '../language/use-say.ts'
import { LabelledInput } from './labelled-input.tsx'
import { sessionWords as words } from './words.ts'

/** The code of a device, which a browser or telephone may fill in by itself. */
export function CodeInput(props: {
  value: string
  onChange: (code: string) => void
  error?: string | undefined
  autoFocus?: boolean
}) {
  const say = useSay()
  const { value, onChange, error, autoFocus = false } = props
  return (
    <LabelledInput
      label={say(words.code)}
      help={say(words.codeHelp)}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}
