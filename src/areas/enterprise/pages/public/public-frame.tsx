import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { minuteOf } from '../../../../platform/values/day.ts'
import { LanguageSwitch } from '../../../../platform/web/language/language-switch.tsx'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { useAskedOfficeForm } from './ask-office-form.ts'
import { OfficeFormContext } from './office-form.ts'
import { pageWords as words } from './page-words.ts'

/** Around every public page: whose it is, the two ways on, and the other language. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const say = useSay()
  const form = useAskedOfficeForm()
  return (
    <OfficeFormContext value={form}>
      <a className="skip-link" href="#page">
        {say(words.skip)}
      </a>
      <header className="public-top">
        <span className="public-office">{form.state === 'there' ? say(form.office) : null}</span>
        <PrintedAt />
        <nav className="screen-only" aria-label={say(words.pages)}>
          <PageLink to="/">{say(words.form)}</PageLink>
          <PageLink to="/look">{say(words.look)}</PageLink>
        </nav>
        <span className="screen-only">
          <LanguageSwitch />
        </span>
      </header>
      <main className="public-main" id="page" tabIndex={-1}>
        {children}
      </main>
    </OfficeFormContext>
  )
}

function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={to} aria-current={location.pathname === to ? 'page' : undefined}>
      {children}
    </a>
  )
}

function PrintedAt() {
  const say = useSay()
  const [at, setAt] = useState(() => minuteOf(new Date()))
  useEffect(() => {
    const stamp = () => flushSync(() => setAt(minuteOf(new Date())))
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [])
  return <span className="print-only">{say(words.printedAt(at))}</span>
}
