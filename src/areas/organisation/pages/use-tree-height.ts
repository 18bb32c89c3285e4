import { useSyncExternalStore } from 'react'

const aboveAndBelow = 300
const least = 320

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener)
  return () => removeEventListener('resize', listener)
}

/** The height left for a tree that scrolls in its own box, in CSS pixels. */
export function useTreeHeight(): number {
  return useSyncExternalStore(subscribe, () => Math.max(least, innerHeight - aboveAndBelow))
}
