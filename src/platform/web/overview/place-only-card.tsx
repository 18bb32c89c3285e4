import { Link } from '@tanstack/react-router'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { overviewWords as words } from './words.ts'

/** A figure that the other tree cannot place: it says so and opens the figure, which counts it by place. */
export function PlaceOnlyCard({ figure, label }: { figure: string; label: Text }) {
  const say = useSay()
  return (
    <Link to="/figures/$figure" params={{ figure }} className="figure-card" preload="intent">
      <span className="figure-card-label">{say(label)}</span>
      <span className="figure-card-absent">{say(words.placeOnly)}</span>
    </Link>
  )
}
