import { useEffect, useRef } from 'react'

const openList = '.ant-select-open, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)'

/** Ctrl+S saves, Esc leaves; an open list takes its own Esc first. */
export function useFormKeys(keys: { save: () => void; leave: () => void }): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault()
        latest.current.save()
      }
      if (event.key === 'Escape' && !document.querySelector(openList)) latest.current.leave()
    }
    // Before the list that is open hears of it, or it would look closed already.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [])
}
