import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BatchRecord, RetentionBatch } from '../../personal/retention/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useMe } from '../session/me.ts'
import { JobProgress } from '../workbooks/job-progress.tsx'
import '../workbooks/workbooks.css'
import { BatchDecision } from './batch-decision.tsx'
import { countsOf, whatOf } from './batch-words.ts'
import { batchRoute } from './retention-routes.ts'
import { WhyCell } from './why-cell.tsx'
import { retentionWords as words } from './words.ts'

/** One proposal: what it names and why, where it stands, and what the caller can do about it. */
export function BatchPage() {
  const say = useSay()
  const { id } = batchRoute.useParams()
  const batch = useQuery(
    server.retention.batch.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data?.batch.state === 'erasing' ? 1000 : false),
    }),
  )
  return (
    <>
      <PageHead title={say(words.batch)} line={say(words.batchLine)} paper="A4 landscape" undated>
        <Link to="/retention" className="button">
          {say(words.toList)}
        </Link>
      </PageHead>
      <Loaded query={batch}>
        {(data) => (
          <>
            <Standing batch={data.batch} />
            {data.batch.mayDecide ? <BatchDecision id={id} /> : null}
            <Records records={data.records} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Standing({ batch }: { batch: RetentionBatch }) {
  const say = useSay()
  const mayPrepare = useMe().permissions.includes('retention.prepare')
  const stop = useAct(server.retention.stop.call)
  const proceed = useAct(server.retention.proceed.call)
  const { proposed, decided, counts, state } = batch
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const failure = stop.error ?? proceed.error
  return (
    <section className="section" aria-label={say(words.state)}>
      <dl className="facts">
        <div>
          <dt>{say(words.what)}</dt>
          <dd>{whatOf(batch, say)}</dd>
        </div>
        <div>
          <dt>{say(words.proposedBy)}</dt>
          <dd>{say(words.byAt(proposed.by, momentCell(proposed.at)))}</dd>
        </div>
        <div>
          <dt>{say(words.state)}</dt>
          <dd>
            {say(words.states[state])}
            {decided?.agreed ? ` · ${say(countsOf(batch))}` : ''}
          </dd>
        </div>
        {decided ? (
          <div>
            <dt>{say(words.decided)}</dt>
            <dd>
              {say(words.decision(decided.agreed, decided.by, momentCell(decided.at)))} {decided.reason}
            </dd>
          </div>
        ) : null}
      </dl>
      {failure ? <ProblemNote error={failure} /> : null}
      {state === 'erasing' ? (
        <AntdFrame>
          <JobProgress
            label={words.progress}
            handled={total - counts.waiting}
            total={total}
            line={words.progressLine}
            stopping={stop.isPending || !mayPrepare}
            onStop={() => stop.mutate({ id: batch.id })}
          />
        </AntdFrame>
      ) : null}
      {state === 'stopped' && mayPrepare ? (
        <button
          type="button"
          className="main-button screen-only"
          disabled={proceed.isPending}
          onClick={() => proceed.mutate({ id: batch.id })}
        >
          {say(words.proceed)}
        </button>
      ) : null}
    </section>
  )
}

function Records({ records }: { records: readonly BatchRecord[] }) {
  const say = useSay()
  return (
    <section className="section" aria-labelledby="items">
      <h2 id="items">{say(words.items)}</h2>
      <DataTable<BatchRecord>
        caption={say(words.items)}
        rows={records}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'record',
            heading: say(words.record),
            cell: ({ label, title }) => `${say(label)} ${title ?? say(words.noName)}`,
          },
          {
            key: 'why',
            heading: say(words.why),
            cell: ({ why }) => (why.length > 0 ? <WhyCell why={why} /> : null),
          },
          { key: 'state', heading: say(words.state), cell: ({ state }) => say(words.itemStates[state]) },
        ]}
      />
    </section>
  )
}
