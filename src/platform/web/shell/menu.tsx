import { Link } from '@tanstack/react-router'
import { type ComponentType, useId } from 'react'
import { useSay } from '../language/use-say.ts'
import { Picture } from '../pieces/picture.tsx'
import type { MenuEntry, MenuGroup } from '../web-area.ts'
import { useOpenGroups } from './use-open-groups.ts'
import { isGroup, useOpenMenu } from './use-open-menu.ts'
import { shellWords } from './words.ts'

/** The areas of work, each with its pages beneath it, between the pages that are of no area. */
export function Menu({ open, id, onGo }: { open: boolean; id: string; onGo: () => void }) {
  const say = useSay()
  const menu = useOpenMenu()
  const { isOpen, toggle } = useOpenGroups(menu.filter(isGroup))
  return (
    <nav id={id} className={open ? 'shell-menu open' : 'shell-menu'} aria-label={say(shellWords.areas)}>
      <ul>
        {menu.map((part) =>
          isGroup(part) ? (
            <Group
              key={part.name}
              group={part}
              open={isOpen(part.name)}
              onToggle={() => toggle(part.name)}
              onGo={onGo}
            />
          ) : (
            <li key={part.to}>
              <Page entry={part} icon={part.icon} onGo={onGo} />
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

function Group(props: { group: MenuGroup; open: boolean; onToggle: () => void; onGo: () => void }) {
  const say = useSay()
  const pages = useId()
  const { group, open, onToggle, onGo } = props
  return (
    <li>
      <button
        type="button"
        className="menu-group"
        aria-expanded={open}
        aria-controls={open ? pages : undefined}
        onClick={onToggle}
      >
        <Picture icon={group.icon} />
        {say(group.label)}
      </button>
      {open ? (
        <ul id={pages} className="menu-pages">
          {group.entries.map((entry) => (
            <li key={entry.to + Object.values(entry.params ?? {}).join()}>
              <Page entry={entry} onGo={onGo} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function Page({ entry, icon, onGo }: { entry: MenuEntry; icon?: ComponentType; onGo: () => void }) {
  const say = useSay()
  return (
    <Link
      to={entry.to}
      {...(entry.params ? { params: entry.params } : {})}
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      onClick={onGo}
      preload="intent"
    >
      {icon ? <Picture icon={icon} /> : null}
      {say(entry.label)}
    </Link>
  )
}
