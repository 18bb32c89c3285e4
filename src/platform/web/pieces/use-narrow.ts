import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 600px)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the page is as narrow as a phone, where tables become lists of two lines. Paper is never narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
