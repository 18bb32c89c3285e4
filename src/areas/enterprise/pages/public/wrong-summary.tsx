import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Wrong } from './check-form.ts'
import { fieldNames } from './form-values.ts'
import { formWords as words } from './form-words.ts'

/** Says over the form what is wrong in it, each with the way to its field; read out when it appears. */
export function WrongSummary({ wrong }: { wrong: Wrong }) {
  const say = useSay()
  const names = fieldNames.filter((name) => wrong[name])
  return (
    <div role="alert">
      {names.length > 0 ? (
        <div className="note problem">
          <h2>{say(words.wrongCount(names.length))}</h2>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(name)?.focus()
                  }}
                >
                  {wrong[name] ? say(wrong[name]) : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
