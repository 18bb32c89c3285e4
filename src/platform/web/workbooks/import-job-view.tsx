import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { JobResult, SameFile } from './job-result.tsx'
import { JobErrors } from './job-errors.tsx'
import { JobFigures } from './job-figures.tsx'
import { JobMapping } from './job-mapping.tsx'
import { JobNotices } from './job-notices.tsx'
import { JobPreview } from './job-preview.tsx'
import { JobProgress } from './job-progress.tsx'
import { workbookWords as words } from './words.ts'

const underWay = new Set<ImportJob['state']>(['reading', 'writing'])
const isUnderWay = (job: ImportJob) => underWay.has(job.state) || job.figures?.state === 'counting'

/** An import from its check to its end: how far it is, what it would do or did, and what is wrong with it. */
export function ImportJobView({ id, leave }: { id: string; leave: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const keyFor = useIdempotencyKey()
  const [reason, setReason] = useState('')
  const progress = server.ledgers.progress.queryOptions({ input: { id } })
  const commit = useAct(server.ledgers.commit.call)
  const stop = useMutation({
    mutationFn: () => server.ledgers.stop.call({ id }),
    onSuccess: (job) => client.setQueryData(progress.queryKey, job),
  })
  const job = useQuery({
    ...progress,
    refetchInterval: (query) =>
      commit.isPending || (query.state.data && isUnderWay(query.state.data))
        ? 500
        : query.state.data?.state === 'unknown'
          ? 3_000
          : false,
  })
  const write = () => {
    const content = { id, reason: reason.trim() || null }
    commit.mutate({ ...content, idempotencyKey: keyFor(content) })
  }
  return (
    <Loaded query={job}>
      {(data) => {
        const toWrite = data.counts.created + data.counts.updated
        const running = underWay.has(data.state) || commit.isPending
        return (
          <>
            <div role="status">
              <h3>
                {data.fileName}: {say(words.states[data.state])}
              </h3>
              {data.message ? <p>{say(data.message)}</p> : null}
            </div>
            {running ? (
              <JobProgress
                label={words.states[data.state]}
                handled={data.handled}
                total={data.total}
                line={words.progress}
                stopping={stop.isPending}
                onStop={() => stop.mutate()}
              />
            ) : null}
            <JobMapping job={data} />
            {data.state === 'mapping' ? null : <JobCounts counts={data.counts} />}
            <JobNotices job={data} />
            {data.state === 'done' && data.change ? <JobResult job={data} change={data.change} /> : null}
            {data.state === 'checked' ? <SameFile job={data} /> : null}
            {data.state === 'checked' && toWrite === 0 ? <p className="note">{say(words.nothing)}</p> : null}
            {data.state === 'checked' && toWrite > 0 && !running ? <JobFigures job={data} /> : null}
            {data.state === 'checked' && toWrite > 0 ? (
              <div className="commit">
                <LabelledInput
                  label={say(words.reason)}
                  value={reason}
                  maxLength={500}
                  onChange={(event) => setReason(event.target.value)}
                />
                <button type="button" className="main-button" disabled={commit.isPending} onClick={write}>
                  {say(words.commit(toWrite))}
                </button>
              </div>
            ) : null}
            {commit.error ? <ProblemNote error={commit.error} /> : null}
            {stop.error ? <ProblemNote error={stop.error} /> : null}
            <JobErrors job={data} />
            <JobPreview job={data} />
            {running ? null : (
              <button type="button" className="button" onClick={leave}>
                {say(words.another)}
              </button>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function JobCounts({ counts }: { counts: ImportJob['counts'] }) {
  const say = useSay()
  return (
    <dl className="job-counts">
      {(['read', 'created', 'updated', 'unchanged', 'refused'] as const).map((key) => (
        <div key={key}>
          <dt>{say(words.counts[key])}</dt>
          <dd className="numeric">{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}
