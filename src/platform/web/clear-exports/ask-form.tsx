import { useState } from 'react'
import { useLanguage, useSay } from '../language/use-say.ts'
import { dayOf } from '../moment/moment.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { ownPlace } from '../place/own-place.ts'
import { placeWords } from '../place/words.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { useMe } from '../session/me.ts'
import { useLedgers } from '../workbooks/use-export.ts'
import { clearWords as words } from './words.ts'
import '../session/session.css'

/** Asks for a ledger of the page's place and day. */
export function AskForm() {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const language = useLanguage()
  const ledgers = useLedgers()
  const ask = useAct(server.clearExports.ask.call)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const open = ledgers.data?.ledgers.filter((ledger) => ledger.mayExport && ledger.masked) ?? []
  const ledger = open.find(({ id }) => id === chosen) ?? open[0]
  const place = moment.node ? placeWords.unknown : ownPlace(me)
  return (
    <form
      className="section"
      aria-labelledby="ask"
      onSubmit={(event) => {
        event.preventDefault()
        const told = reason.trim()
        setShort(told.length < 2)
        if (!ledger || told.length < 2 || ask.isPending) return
        ask.mutate(
          { ledger: ledger.id, language, reason: told, ...dayOf(moment) },
          {
            onSuccess: () => {
              setReason('')
              announce(words.sent)
            },
          },
        )
      }}
    >
      <h2 id="ask">{say(words.ask)}</h2>
      <p className="row">
        <label>
          {say(words.ledger)}{' '}
          <select className="select" value={ledger?.id} onChange={(event) => setChosen(event.target.value)}>
            {open.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
        <span className="help">{say(words.within(place, asOfText(moment.asOf)))}</span>
      </p>
      <LabelledInput
        label={say(words.reason)}
        help={say(words.reasonHelp)}
        error={short ? say(words.reasonShort) : undefined}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {ask.error ? <ProblemNote error={ask.error} /> : null}
      <button type="submit" className="main-button" disabled={ask.isPending || !ledger}>
        {say(ask.isPending ? words.sending : words.send)}
      </button>
    </form>
  )
}
