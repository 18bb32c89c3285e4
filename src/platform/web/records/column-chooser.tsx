import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { Disclosure } from '../pieces/disclosure.tsx'
import { listFields } from './list-columns.ts'
import { recordWords as words } from './words.ts'

export function ColumnChooser(props: {
  type: RecordType
  chosen: readonly string[]
  onChoose: (keys: readonly string[]) => void
}) {
  const say = useSay()
  const { type, chosen, onChoose } = props
  const keys = listFields(type).map((field) => field.key)
  const toggle = (key: string, on: boolean) =>
    onChoose(keys.filter((other) => (other === key ? on : chosen.includes(other))))
  return (
    <Disclosure label={say(words.columns)} end>
      {() => (
        <fieldset className="checks">
          <legend className="hidden-text">{say(words.columns)}</legend>
          {listFields(type).map((field) => (
            <label key={field.key}>
              <input
                type="checkbox"
                checked={chosen.includes(field.key)}
                onChange={(event) => toggle(field.key, event.target.checked)}
              />{' '}
              {say(field.label)}
            </label>
          ))}
        </fieldset>
      )}
    </Disclosure>
  )
}
