import { useEffect, useRef } from 'react'
import { useSay } from '../language/use-say.ts'
import { useMe } from './me.ts'
import { securityWords as words } from './security-words.ts'

/** Stays until it is said to be saved: nobody can show the codes again. This alone is printed, on one sheet. */
export function RecoveryCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const say = useSay()
  const me = useMe()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section>
      <h1 ref={heading} tabIndex={-1}>
        {say(words.codesTitle)}
      </h1>
      <p>{say(words.codesHelp)}</p>
      <p>{say(words.codesOf(me.username))}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row screen-only">
        <button type="button" className="button" onClick={() => print()}>
          {say(words.print)}
        </button>
        <button type="button" className="button" onClick={onSaved}>
          {say(words.saved)}
        </button>
      </div>
    </section>
  )
}
