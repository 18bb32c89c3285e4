import { useState } from 'react'
import type { PurposePeriods } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { retentionWords as words } from './words.ts'
import '../session/session.css'

const mostMonths = 1200

/** Sets how long values are kept after a purpose has run out, or takes the period back. */
export function PeriodForm({ purpose, leave }: { purpose: PurposePeriods; leave: () => void }) {
  const say = useSay()
  const set = useAct(server.retention.setPeriod.call)
  const now = purpose.periods[0]?.months ?? null
  const [years, setYears] = useState(now === null ? '' : String(Math.floor(now / 12)))
  const [months, setMonths] = useState(now === null ? '' : String(now % 12))
  const [basis, setBasis] = useState('')
  const [wrong, setWrong] = useState({ length: false, basis: false })
  const send = (length: number | null) => {
    const told = basis.trim()
    const found = {
      length: length !== null && !(Number.isInteger(length) && length >= 0 && length <= mostMonths),
      basis: told.length < 2,
    }
    setWrong(found)
    if (found.length || found.basis || set.isPending) return
    set.mutate(
      { purpose: purpose.id, months: length, basis: told },
      {
        onSuccess: () => {
          announce(words.saved)
          leave()
        },
      },
    )
  }
  // Without either number nothing was said; one alone leaves the other at none.
  const length =
    years.trim() === '' && months.trim() === '' ? Number.NaN : Number(years) * 12 + Number(months)
  return (
    <form
      className="section"
      aria-labelledby="set-period"
      onSubmit={(event) => {
        event.preventDefault()
        send(length)
      }}
    >
      <h3 id="set-period">{say(words.setOf(purpose.name))}</h3>
      <LabelledInput
        label={say(words.years)}
        error={wrong.length ? say(words.lengthWrong) : undefined}
        inputMode="numeric"
        autoFocus
        value={years}
        onChange={(event) => setYears(event.target.value)}
      />
      <LabelledInput
        label={say(words.months)}
        inputMode="numeric"
        value={months}
        onChange={(event) => setMonths(event.target.value)}
      />
      <LabelledInput
        label={say(words.basis)}
        help={say(words.basisHelp)}
        error={wrong.basis ? say(words.basisShort) : undefined}
        maxLength={500}
        autoComplete="off"
        value={basis}
        onChange={(event) => setBasis(event.target.value)}
      />
      {set.error ? <ProblemNote error={set.error} /> : null}
      <div className="row">
        <button type="submit" className="main-button" disabled={set.isPending}>
          {say(words.save)}
        </button>
        {now === null ? null : (
          <button type="button" className="button" disabled={set.isPending} onClick={() => send(null)}>
            {say(words.withdraw)}
          </button>
        )}
        <button type="button" className="button" onClick={leave}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  )
}
