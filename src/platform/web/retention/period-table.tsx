import { useState } from 'react'
import type { PurposePeriods } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { PeriodForm } from './period-form.tsx'
import { lengthText, retentionWords as words } from './words.ts'

/** For each purpose: from which day it counts, and how long the office says that values are kept after that. */
export function PeriodTable({ purposes, maySet }: { purposes: readonly PurposePeriods[]; maySet: boolean }) {
  const say = useSay()
  const [open, setOpen] = useState<PurposePeriods | null>(null)
  return (
    <section className="section" aria-labelledby="periods">
      <h2 id="periods">{say(words.periods)}</h2>
      {open ? <PeriodForm key={open.id} purpose={open} leave={() => setOpen(null)} /> : null}
      <DataTable<PurposePeriods>
        caption={say(words.periods)}
        rows={purposes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'purpose', heading: say(words.purpose), cell: ({ name }) => say(name) },
          {
            key: 'from',
            heading: say(words.from),
            cell: ({ from }) => from.map((one) => say(one)).join(say({ zh: '；', en: '; ' })),
          },
          {
            key: 'period',
            heading: say(words.period),
            cell: ({ periods }) => <PeriodSet periods={periods} />,
          },
          ...(maySet
            ? [
                {
                  key: 'set',
                  heading: say(words.set),
                  cell: (purpose: PurposePeriods) => (
                    <button
                      type="button"
                      className="button screen-only"
                      aria-label={say(words.setOf(purpose.name))}
                      onClick={() => setOpen(purpose)}
                    >
                      {say(words.set)}
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function PeriodSet({ periods: [now, ...before] }: Pick<PurposePeriods, 'periods'>) {
  const say = useSay()
  return (
    <>
      {say(now && now.months !== null ? lengthText(now.months) : words.none)}
      {now ? (
        <div className="help">
          {now.basis} · {say(words.setBy(now.by, momentCell(now.at)))}
          {before.length > 0 ? ` · ${say(words.earlier(before.length))}` : ''}
        </div>
      ) : null}
    </>
  )
}
