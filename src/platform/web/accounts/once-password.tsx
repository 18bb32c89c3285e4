import { useEffect, useRef, useState } from 'react'
import type { OncePassword } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { accountWords as words } from './words.ts'

/** Stays until it is closed: nobody can show the password again. It is not printed with the list. */
export function OncePasswordNote({ once, close }: { once: OncePassword; close: () => void }) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus()
  }, [])
  // On an office network without TLS the browser offers no clipboard: then it is written down.
  const clipboard = globalThis.isSecureContext ? navigator.clipboard : undefined
  const copy = () =>
    void clipboard?.writeText(once.password).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div ref={box} className="note done once-password screen-only" tabIndex={-1} role="group">
      <h2>{say(words.onceTitle(once.username))}</h2>
      <p>
        <code>{once.password}</code>
      </p>
      <p>{say(words.onceHelp)}</p>
      <div className="row">
        {clipboard ? (
          <button type="button" className="main-button" onClick={copy}>
            {say(copied ? words.copied : words.copy)}
          </button>
        ) : null}
        <button type="button" className="button" onClick={close}>
          {say(words.noted)}
        </button>
      </div>
    </div>
  )
}
