import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import type { MenuEntry, MenuGroup } from '../web-area.ts'

export type OpenGroups = {
  readonly isOpen: (name: string) => boolean
  readonly toggle: (name: string) => void
}

/**
 * Which groups of the menu show their pages: the one that the page on screen belongs to, or the last one where it belongs to none, such as
 * a figure; and what was opened or closed by hand.
 */
export function useOpenGroups(groups: readonly MenuGroup[]): OpenGroups {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const current = groups.find(({ entries }) => entries.some((entry) => leadsTo(entry, path)))?.name
  const [last, setLast] = useState(current)
  const [byHand, setByHand] = useState<Readonly<Record<string, boolean>>>({})
  if (current && current !== last) {
    setLast(current)
    setByHand(({ [current]: _closed, ...others }) => others)
  }
  const isOpen = (name: string) => byHand[name] ?? name === last
  return { isOpen, toggle: (name) => setByHand((old) => ({ ...old, [name]: !isOpen(name) })) }
}

function leadsTo({ to, params = {} }: MenuEntry, path: string): boolean {
  const own = to.replaceAll(/\$(\w+)/g, (_, name: string) => params[name] ?? '')
  return path === own || path.startsWith(`${own}/`)
}
