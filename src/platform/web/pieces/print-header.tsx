import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSay } from '../language/use-say.ts'
import { asOfText, momentNotes, momentText, periodText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { useChosen } from '../place/use-chosen.ts'
import { useMe } from '../session/me.ts'
import { pieceWords } from './words.ts'

/** Heads each printed page: the office, the time that it is about, and when it was printed. */
export function PrintHeader({ undated }: { undated: boolean }) {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const [printedAt, setPrintedAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    const stamp = () => flushSync(() => setPrintedAt(new Date().toISOString()))
    addEventListener('beforeprint', stamp)
    return () => removeEventListener('beforeprint', stamp)
  }, [])
  const { label, name } = useChosen()
  const notes = momentNotes(moment).map(say)
  return (
    <div className="print-only">
      <div className="print-header">
        <span>{say(pieceWords.office(me.office.name, momentText(printedAt)))}</span>
        {undated ? null : (
          <span>
            {[
              `${say(label)} ${name}`,
              say(asOfText(moment.asOf)),
              say(periodText(moment.period)),
              ...notes,
            ].join(' · ')}
          </span>
        )}
      </div>
    </div>
  )
}
