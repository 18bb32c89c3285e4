import { useSay } from '../language/use-say.ts'
import { momentNotes } from './moment-words.ts'
import { useMoment, useSetMoment } from './use-moment.ts'
import { momentWords } from './words.ts'

/** Says over each page that it does not show today as known today. */
export function MomentNotes() {
  const say = useSay()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const notes = momentNotes(moment)
  if (notes.length === 0) return null
  return (
    <div className="moment-notes screen-only" role="status">
      {notes.map((note) => (
        <p key={note.en}>{say(note)}</p>
      ))}
      {moment.demo ? null : (
        <button
          type="button"
          className="plain-button"
          onClick={() =>
            setMoment({
              asOf: undefined,
              from: undefined,
              through: undefined,
              knownAt: undefined,
              structure: undefined,
            })
          }
        >
          {say(momentWords.reset)}
        </button>
      )}
    </div>
  )
}
