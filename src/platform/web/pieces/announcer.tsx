import { useEffect } from 'react'
import { useSay } from '../language/use-say.ts'
import { announce, useAnnouncement } from './announcement.ts'

const shownFor = 8000

export function Announcer() {
  const say = useSay()
  const words = useAnnouncement()
  useEffect(() => {
    if (!words) return
    const timer = setTimeout(() => announce(null), shownFor)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <div role="status" className="screen-only">
      {words ? <p className="note done">{say(words)}</p> : null}
    </div>
  )
}
