import { useState } from 'react'
import type { HeldView } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { ReasonForm } from './reason-form.tsx'
import { retentionWords as words } from './words.ts'

/** What is held back from erasure, why and until when. */
export function HeldTable({ held, mayLift }: { held: readonly HeldView[]; mayLift: boolean }) {
  const say = useSay()
  const lift = useAct(server.retention.lift.call)
  const [open, setOpen] = useState<HeldView | null>(null)
  const leave = () => setOpen(null)
  return (
    <section className="section" aria-labelledby="held">
      <h2 id="held">{say(words.held)}</h2>
      {open ? (
        <ReasonForm
          key={open.id}
          title={words.liftOf(open.title)}
          label={words.liftReason}
          send={words.lift}
          isPending={lift.isPending}
          error={lift.error}
          leave={leave}
          onSend={(reason) =>
            lift.mutate(
              { id: open.id, reason },
              {
                onSuccess: () => {
                  announce(words.lifted)
                  leave()
                },
              },
            )
          }
        />
      ) : null}
      {held.length === 0 ? (
        <p className="empty">{say(words.heldNone)}</p>
      ) : (
        <DataTable<HeldView>
          caption={say(words.held)}
          rows={held}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'record',
              heading: say(words.record),
              cell: ({ label, title, key }) => `${say(label)} ${title}${title === key ? '' : `（${key}）`}`,
            },
            { key: 'reason', heading: say(words.holdReason), cell: ({ reason }) => reason },
            { key: 'until', heading: say(words.until), kind: 'day', cell: ({ until }) => until },
            { key: 'by', heading: say(words.by), cell: ({ by }) => by },
            ...(mayLift
              ? [
                  {
                    key: 'lift',
                    heading: say(words.lift),
                    cell: (one: HeldView) => (
                      <button
                        type="button"
                        className="button screen-only"
                        aria-label={say(words.liftOf(one.title))}
                        onClick={() => setOpen(one)}
                      >
                        {say(words.lift)}
                      </button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}
