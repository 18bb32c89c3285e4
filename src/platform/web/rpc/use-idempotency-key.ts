import { useRef } from 'react'
import { idempotencyKey } from './idempotency-key.ts'

/** The same content sent again keeps its key, so that a retry after a lost answer takes effect once; other content gets a new one. */
export function useIdempotencyKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' })
  return (content) => {
    const text = JSON.stringify(content)
    if (last.current.content !== text) last.current = { content: text, key: idempotencyKey() }
    return last.current.key
  }
}
