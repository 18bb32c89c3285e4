import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Progress } from 'antd'
import type { ImportFigures, ImportJob } from '../../ledgers/contract.ts'
import { MovedFigures } from '../figure/moved-figures.tsx'
import { movedWords } from '../figure/moved-words.ts'
import { useSay } from '../language/use-say.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { jobFigureWords as words } from './job-figure-words.ts'
import { workbookWords } from './words.ts'

/** How the figures would move if the checked workbook were written: counted when it is asked for, on the day of the page. */
export function JobFigures({ job }: { job: ImportJob }) {
  const say = useSay()
  const client = useQueryClient()
  const { asOf } = useMoment()
  const keep = (now: ImportJob) =>
    client.setQueryData(server.ledgers.progress.queryKey({ input: { id: job.id } }), now)
  const count = useMutation({
    mutationFn: () => server.ledgers.countFigures.call({ id: job.id, asOf }),
    onSuccess: keep,
  })
  const stop = useMutation({
    mutationFn: () => server.ledgers.stopCounting.call({ id: job.id }),
    onSuccess: keep,
  })
  const { figures } = job
  const counting = figures?.state === 'counting'
  return (
    <section aria-labelledby="job-figures">
      <h3 className="group-title" id="job-figures">
        {say(movedWords.figures)}
      </h3>
      {counting ? (
        <div className="row">
          <Progress
            percent={figures.total === 0 ? 0 : Math.floor((figures.handled / figures.total) * 100)}
            aria-label={say(words.counting)}
            className="job-progress"
          />
          <span role="status">{say(words.counting)}</span>
          <button type="button" className="button" disabled={stop.isPending} onClick={() => stop.mutate()}>
            {say(workbookWords.stop)}
          </button>
        </div>
      ) : (
        <>
          {figures ? <Answer figures={figures} /> : <p className="help">{say(words.help)}</p>}
          {figures?.state === 'done' && figures.asOf === asOf ? null : (
            <button
              type="button"
              className="button"
              disabled={count.isPending}
              onClick={() => count.mutate()}
            >
              {say(words.count(asOfText(asOf)))}
            </button>
          )}
        </>
      )}
      {count.error ? <ProblemNote error={count.error} /> : null}
      {stop.error ? <ProblemNote error={stop.error} /> : null}
    </section>
  )
}

function Answer({ figures }: { figures: ImportFigures }) {
  const say = useSay()
  if (figures.state !== 'done') return figures.message ? <p role="status">{say(figures.message)}</p> : null
  return (
    <>
      <p className="help" role="status">
        {say(words.counted(asOfText(figures.asOf)))}
      </p>
      <MovedFigures figures={figures.moved} asOf={figures.asOf} />
      {figures.placesLeft > 0 ? (
        <p className="help">{say(movedWords.placesLeft(figures.placesLeft))}</p>
      ) : null}
    </>
  )
}
