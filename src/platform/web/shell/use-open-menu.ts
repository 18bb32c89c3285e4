import { useApp } from '../app-context.ts'
import { useMe } from '../session/me.ts'
import type { MenuEntry } from '../web-area.ts'

/** The pages that the person may open, in the order of the menu. */
export function useOpenMenu(): readonly MenuEntry[] {
  const { menu } = useApp()
  const { permissions } = useMe()
  return menu.filter((entry) => entry.needs.every((need) => permissions.includes(need)))
}
