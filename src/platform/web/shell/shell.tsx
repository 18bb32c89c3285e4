import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { Suspense, useId, useState } from 'react'
import { AppProvider } from '../app-context.ts'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import { MomentControl } from '../moment/moment-control.tsx'
import { MomentNotes } from '../moment/moment-notes.tsx'
import { Announcer } from '../pieces/announcer.tsx'
import { Bones } from '../pieces/bones.tsx'
import { PlaceControl } from '../place/place-control.tsx'
import { RetentionReminder } from '../retention/retention-reminder.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { useMe } from '../session/me.ts'
import { AccountMenu } from './account-menu.tsx'
import { Menu } from './menu.tsx'
import { shellWords as words } from './words.ts'
import '../style/shell.css'
import '../style/pieces.css'
import '../style/print.css'

const route = getRouteApi('/work')

/** The frame around every page, and what the pages stand on. */
export function Shell() {
  const { app } = route.useRouteContext()
  return (
    <AppProvider value={app}>
      <Frame />
    </AppProvider>
  )
}

function Frame() {
  const say = useSay()
  const me = useMe()
  // Who sees nothing that has a place and a date, such as an administrator of accounts, chooses none.
  const dated = me.permissions.some((permission) => !/^(access|audit|backup)\./.test(permission))
  const menu = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {say(words.skip)}
      </a>
      <header className="shell-top">
        <button
          type="button"
          className="button shell-menu-button"
          aria-expanded={open}
          aria-controls={menu}
          onClick={() => setOpen(!open)}
        >
          {say(words.menu)}
        </button>
        <span className="shell-brand">
          <Link to="/">{say(words.product)}</Link>
          {me.demo ? (
            <span className="tag past" title={say(words.demoHelp)}>
              {say(words.demo)}
            </span>
          ) : null}
        </span>
        {dated ? (
          <>
            <PlaceControl />
            <MomentControl />
          </>
        ) : null}
        <span className="shell-spacer" />
        {me.permissions.includes('records.see') ? <SearchBox /> : null}
        <LanguageSwitch />
        <AccountMenu />
      </header>
      <Menu id={menu} open={open} onGo={() => setOpen(false)} />
      <main className="shell-main" id="content" tabIndex={-1}>
        {dated ? <MomentNotes /> : null}
        <RetentionReminder />
        <Announcer />
        <Suspense fallback={<Bones />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
