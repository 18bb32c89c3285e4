import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RetentionBatch } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { countsOf, whatOf } from './batch-words.ts'
import { retentionWords as words } from './words.ts'

/** What was proposed, newest first. */
export function BatchList() {
  const say = useSay()
  const batches = useQuery(server.retention.batches.queryOptions())
  return (
    <section className="section" aria-labelledby="batches">
      <h2 id="batches">{say(words.batches)}</h2>
      <Loaded query={batches}>
        {(data) =>
          data.batches.length === 0 ? (
            <p className="empty">{say(words.batchesNone)}</p>
          ) : (
            <DataTable<RetentionBatch>
              caption={say(words.batches)}
              rows={data.batches}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'what',
                  heading: say(words.what),
                  cell: (batch) => (
                    <Link to="/retention/$id" params={{ id: batch.id }}>
                      {whatOf(batch, say)}
                    </Link>
                  ),
                },
                {
                  key: 'proposed',
                  heading: say(words.proposedBy),
                  cell: ({ proposed }) => say(words.byAt(proposed.by, momentCell(proposed.at))),
                },
                {
                  key: 'state',
                  heading: say(words.state),
                  cell: (batch) => (
                    <>
                      {say(words.states[batch.state])}
                      {batch.decided?.agreed ? <div className="help">{say(countsOf(batch))}</div> : null}
                    </>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  )
}
