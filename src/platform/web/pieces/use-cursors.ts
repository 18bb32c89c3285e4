import { useState } from 'react'

export type Cursors = {
  readonly cursor: string | undefined
  readonly page: number
  readonly forward: (next: string) => void
  readonly back: () => void
}

/** Walks pages whose answers name only the next one. Another `key` (another question) starts again at the first. */
export function useCursors(key: string): Cursors {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] })
  const cursors = state.key === key ? state.cursors : []
  return {
    cursor: cursors.at(-1),
    page: cursors.length,
    forward: (next) => setState({ key, cursors: [...cursors, next] }),
    back: () => setState({ key, cursors: cursors.slice(0, -1) }),
  }
}
