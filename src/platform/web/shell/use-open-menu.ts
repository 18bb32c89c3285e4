import { useApp } from '../app-context.ts'
import { useMe } from '../session/me.ts'
import type { MenuEntry, MenuGroup, SingleEntry } from '../web-area.ts'

type MenuPart = SingleEntry | MenuGroup

/** What the person may open, in the order of the menu. A group of which no page may be opened is left out. */
export function useOpenMenu(): readonly MenuPart[] {
  const { menu } = useApp()
  const { permissions } = useMe()
  const mayOpen = ({ needs }: MenuEntry) => needs.every((need) => permissions.includes(need))
  return menu
    .map((part) => (isGroup(part) ? { ...part, entries: part.entries.filter(mayOpen) } : part))
    .filter((part) => (isGroup(part) ? part.entries.length > 0 : mayOpen(part)))
}

export function isGroup(part: MenuPart): part is MenuGroup {
  return 'entries' in part
}

/** The pages of a part of the menu. */
export function entriesOf(part: MenuPart): readonly MenuEntry[] {
  return isGroup(part) ? part.entries : [part]
}
