import type { ReactNode } from 'react'
import type { Text } from '../../../../platform/text.ts'
import { useSay } from '../../../../platform/web/language/use-say.ts'

/** What an input is told of the field that it stands in. */
export type InputOfField = {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A label above, the input, help under it and what is wrong under that. */
export function Field(props: {
  name: string
  label: Text
  /** Stands behind the label of a field that may stay empty. */
  mark?: Text | null
  help?: Text | undefined
  /** Further words under the input, such as how long the text is. */
  count?: ReactNode
  wrong?: Text | undefined
  children: (input: InputOfField) => ReactNode
}) {
  const say = useSay()
  const { name, label, mark, help, count, wrong } = props
  const described = [help ? `${name}-help` : '', count ? `${name}-count` : '', wrong ? `${name}-wrong` : '']
  return (
    <div className="public-field">
      <label htmlFor={name}>
        {say(label)}
        {mark ? <span className="help">{say(mark)}</span> : null}
      </label>
      {props.children({
        id: name,
        name,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
        'aria-invalid': wrong ? true : undefined,
      })}
      {help ? (
        <p id={`${name}-help`} className="help">
          {say(help)}
        </p>
      ) : null}
      {count ? (
        <p id={`${name}-count`} className="help">
          {count}
        </p>
      ) : null}
      {wrong ? (
        <p id={`${name}-wrong`} className="field-error">
          {say(wrong)}
        </p>
      ) : null}
    </div>
  )
}
