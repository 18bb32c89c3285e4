import { useSyncExternalStore } from 'react'
import type { Text } from '../../text.ts'

let current: Text | null = null
const listeners = new Set<() => void>()

/** Says once, over the next page, that something was done. */
export function announce(words: Text | null): void {
  current = words
  for (const listener of listeners) listener()
}

export function useAnnouncement(): Text | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
