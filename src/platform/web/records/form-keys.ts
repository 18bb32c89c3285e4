import { useEffect, useEffectEvent } from 'react'

const openList = '.ant-select-open, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)'

/** Ctrl+S saves, Esc leaves; an open list takes its own Esc first. */
export function useFormKeys(keys: { save: () => void; leave: () => void }): void {
  // The keys do what the form on screen does from the moment at which it is drawn, not from the next effect on.
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      keys.save()
    }
    if (event.key === 'Escape' && !document.querySelector(openList)) keys.leave()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onKey(event)
    // Before the list that is open hears of it, or it would look closed already.
    document.addEventListener('keydown', heard, true)
    return () => document.removeEventListener('keydown', heard, true)
  }, [])
}
