import { useSay } from '../language/use-say.ts'
import { pieceWords } from './words.ts'

/** Stands in while data comes; it shows only past 200 ms, so that a quick answer does not flicker. */
export function Bones({ lines = 6 }: { lines?: number }) {
  const say = useSay()
  return (
    <div className="late" role="status" aria-label={say(pieceWords.loading)}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="bone" />
      ))}
    </div>
  )
}
