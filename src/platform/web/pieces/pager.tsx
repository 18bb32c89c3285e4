import { useSay } from '../language/use-say.ts'
import type { Cursors } from './use-cursors.ts'
import { pieceWords as words } from './words.ts'

export function Pager(props: {
  cursors: Cursors
  size: number
  shown: number
  total?: number
  next: string | null
  onSize?: (size: number) => void
  /** Of what, where a page has pages of several things. */
  of?: string
}) {
  const say = useSay()
  const { cursors, size, shown, next } = props
  const from = cursors.page * size + 1
  return (
    <nav className="pager" aria-label={[say(words.pages), props.of].filter(Boolean).join(' · ')}>
      {props.total === undefined ? null : <span>{say(words.total(props.total))}</span>}
      {shown > 0 ? <span>{say(words.shownFrom(from, from + shown - 1))}</span> : null}
      <button type="button" className="button" disabled={cursors.page === 0} onClick={cursors.back}>
        {say(words.previous)}
      </button>
      <button
        type="button"
        className="button"
        disabled={next === null}
        onClick={() => (next === null ? undefined : cursors.forward(next))}
      >
        {say(words.next)}
      </button>
      {props.onSize ? (
        <label className="screen-only">
          {say(words.pageSize)}{' '}
          <select value={size} onChange={(event) => props.onSize?.(Number(event.target.value))}>
            {[20, 50, 100, 500].map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        </label>
      ) : null}
    </nav>
  )
}
