import { useEffect, useRef, useState } from 'react'
import { formatDay } from '../../../../platform/values/day.ts'
import { useLanguage, useSay } from '../../../../platform/web/language/use-say.ts'
import type { Receipt } from '../../public-contract.ts'
import { pageWords } from './page-words.ts'
import { receiptWords as words } from './receipt-words.ts'
import { useTitle } from './use-title.ts'

/** The number and the code, this once: no address leads back here. */
export function ReceiptPage({ receipt }: { receipt: Receipt }) {
  const say = useSay()
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  useTitle(words.title)
  useEffect(() => {
    heading.current?.focus()
    scrollTo(0, 0)
  }, [])
  // Without TLS the browser offers no clipboard: then it is written down or printed.
  const clipboard = globalThis.isSecureContext ? navigator.clipboard : undefined
  const copy = () =>
    void clipboard?.writeText(receipt.code).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say(words.title)}
      </h1>
      <section className="section">
        <dl className="public-receipt">
          <dt>{say(words.code)}</dt>
          <dd>
            <code className="public-code">{receipt.code}</code>
          </dd>
          <dt>{say(words.number)}</dt>
          <dd>{receipt.number}</dd>
          <dt>{say(words.submittedOn)}</dt>
          <dd>{formatDay(receipt.submittedOn, language, 'text')}</dd>
        </dl>
        <div className="row screen-only">
          {clipboard ? (
            <button type="button" className="main-button" onClick={copy}>
              {say(words.copy)}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => print()}>
            {say(pageWords.print)}
          </button>
          <span role="status">{copied ? say(words.copied) : null}</span>
        </div>
        <p className="note past">{say(words.once)}</p>
      </section>
      <h2>{say(words.next)}</h2>
      <ol>
        <li>{say(words.nextChecked)}</li>
        <li>{say(words.nextAnswered)}</li>
        <li>{say(words.nextLook)}</li>
      </ol>
      <p className="row screen-only">
        <a className="button" href="/look">
          {say(pageWords.look)}
        </a>
        <a className="button" href="/">
          {say(words.another)}
        </a>
      </p>
    </>
  )
}
