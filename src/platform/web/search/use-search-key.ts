import { type RefObject, useEffect } from 'react'

const written = 'input, textarea, select, [contenteditable]'

/** `/`, or Ctrl+K (⌘K) from anywhere, puts the cursor into the search. A stroke typed into a field stays there. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const inField = event.target instanceof Element && event.target.closest(written) !== null
      const stroke = event.key === '/' && !inField && !event.ctrlKey && !event.metaKey && !event.altKey
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
      if (!stroke && !chord) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [input])
}
