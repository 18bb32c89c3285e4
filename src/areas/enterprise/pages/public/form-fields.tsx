import { useSay } from '../../../../platform/web/language/use-say.ts'
import { personalNumbersIn } from '../../../../platform/values/personal-numbers.ts'
import { today } from '../../../../platform/values/day.ts'
import { requestKinds } from '../../terms/requests.ts'
import { longest, type Wrong } from './check-form.ts'
import { Field } from './field.tsx'
import type { FieldName, FormValues } from './form-values.ts'
import { fieldHelp, fieldLabels, formWords as words } from './form-words.ts'

type FieldsProps = {
  values: FormValues
  wrong: Wrong
  set: (name: FieldName, value: string) => void
}

/** Everything that the form asks, in three groups. */
export function FormFields({ values, wrong, set }: FieldsProps) {
  const say = useSay()
  const of = (name: FieldName, optional = false) => ({
    name,
    label: fieldLabels[name],
    mark: optional ? words.optional : null,
    help: fieldHelp[name],
    wrong: wrong[name],
  })
  const input = (name: FieldName) => ({
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  })
  return (
    <>
      <fieldset className="section public-group">
        <legend>{say(words.company)}</legend>
        <Field {...of('creditCode')}>
          {(told) => (
            <input
              {...told}
              {...input('creditCode')}
              className="public-code-input"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
          )}
        </Field>
        <Field {...of('companyName')}>
          {(told) => <input {...told} {...input('companyName')} required autoComplete="organization" />}
        </Field>
      </fieldset>
      <fieldset className="section public-group">
        <legend>{say(words.request)}</legend>
        <Field {...of('kind')}>
          {(told) => (
            <select {...told} {...input('kind')} required>
              <option value="">{say(words.chooseKind)}</option>
              {Object.entries(requestKinds).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field {...of('subject')}>
          {(told) => <input {...told} {...input('subject')} required autoComplete="off" />}
        </Field>
        <Field
          {...of('content')}
          count={
            <span className={values.content.trim().length > longest.content ? 'field-error' : undefined}>
              {say(words.counted(values.content.trim().length, longest.content))}
            </span>
          }
        >
          {(told) => <textarea {...told} {...input('content')} required rows={8} />}
        </Field>
        <div role="status">
          {holdsNumber(values) ? <p className="note past">{say(words.personalNumber)}</p> : null}
        </div>
        <Field {...of('wishedOn', true)}>
          {(told) => (
            <input
              {...told}
              {...input('wishedOn')}
              type="date"
              min={today()}
              max="2199-12-31"
              autoComplete="off"
            />
          )}
        </Field>
      </fieldset>
      <fieldset className="section public-group">
        <legend>{say(words.contact)}</legend>
        <Field {...of('askerName', true)}>
          {(told) => <input {...told} {...input('askerName')} autoComplete="name" />}
        </Field>
        <Field {...of('askerPhone', true)}>
          {(told) => <input {...told} {...input('askerPhone')} type="tel" autoComplete="tel" />}
        </Field>
      </fieldset>
    </>
  )
}

/** Told and not refused: some number of a contract may look the same. */
const holdsNumber = ({ subject, content }: FormValues) =>
  personalNumbersIn(`${subject}\n${content}`).some(({ kind }) => kind !== 'phone')
