import { Link } from '@tanstack/react-router'
import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { batchWords as words } from './batch-words.ts'
import { Undone } from './import-list.tsx'
import { workbookWords } from './words.ts'

/** What was done and what was not, how long others waited, and the way back. */
export function JobResult({ job, change }: { job: ImportJob; change: string }) {
  const say = useSay()
  const { created, updated, unchanged } = job.counts
  return (
    <>
      <p>{say(words.written(created, updated, unchanged))}</p>
      <p>
        {say(workbookWords.changeNo(change))} · <Link to="/changes">{say(workbookWords.seeChanges)}</Link>
        {job.batch ? (
          <>
            {' · '}
            <Undone batch={job.batch} />
          </>
        ) : null}
      </p>
      {job.batch ? <p className="help">{say(words.headHeld(job.batch.headHeld))}</p> : null}
    </>
  )
}

/** Notices that this very file was imported before. */
export function SameFile({ job }: { job: ImportJob }) {
  const say = useSay()
  const [newest] = job.sameFile
  if (!newest) return null
  return (
    <p className="note" role="note">
      {say(words.sameFile(newest.actor, momentCell(newest.recordedAt), newest.change))}{' '}
      {newest.undos.length > 0 ? say(words.sameUndone) : null}
    </p>
  )
}
