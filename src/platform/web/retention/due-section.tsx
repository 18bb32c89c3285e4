import { useState } from 'react'
import type { DueView, RetentionOverview } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { DueTable } from './due-table.tsx'
import { HoldForm } from './hold-form.tsx'
import { retentionWords as words } from './words.ts'

/** What is due, by type; who prepares erasures chooses among it, holds back or proposes. */
export function DueSection({
  types,
  mayPrepare,
}: {
  types: RetentionOverview['types']
  mayPrepare: boolean
}) {
  const say = useSay()
  const propose = useAct(server.retention.propose.call)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [holding, setHolding] = useState<DueView | null>(null)
  const open = types.flatMap(({ records }) => records).filter((one) => !one.proposed && chosen.has(one.id))
  const choose = (records: readonly DueView[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      for (const { id } of records)
        if (on) after.add(id)
        else after.delete(id)
      return after
    })
  const send = (input: Parameters<typeof propose.mutate>[0]) =>
    propose.mutate(input, {
      onSuccess: () => {
        setChosen(new Set())
        announce(words.proposed)
      },
    })
  return (
    <section className="section" aria-labelledby="due">
      <h2 id="due">{say(words.due)}</h2>
      {holding ? <HoldForm key={holding.id} record={holding} leave={() => setHolding(null)} /> : null}
      {types.every(({ count }) => count === 0) ? <p className="empty">{say(words.dueNone)}</p> : null}
      {propose.error ? <ProblemNote error={propose.error} /> : null}
      {types.map(({ type, label, count, records }) =>
        count === 0 ? null : (
          <div key={type}>
            <h3>{say(words.count(label, count))}</h3>
            {records.length < count ? <p className="help">{say(words.firstShown(records.length))}</p> : null}
            <DueTable
              caption={words.count(label, count)}
              records={records}
              chosen={chosen}
              choose={mayPrepare ? choose : null}
              hold={mayPrepare ? setHolding : null}
            />
            {mayPrepare && records.some(({ proposed }) => !proposed) ? (
              <p className="row screen-only">
                <button
                  type="button"
                  className="button"
                  disabled={propose.isPending}
                  onClick={() => send({ allOf: [type] })}
                >
                  {say(words.proposeAll(label))}
                </button>
              </p>
            ) : null}
          </div>
        ),
      )}
      {open.length > 0 ? (
        <p className="row screen-only">
          <button
            type="button"
            className="main-button"
            disabled={propose.isPending}
            onClick={() => send({ records: open.map(({ type, id }) => ({ type, id })) })}
          >
            {say(words.propose(open.length))}
          </button>
        </p>
      ) : null}
    </section>
  )
}
