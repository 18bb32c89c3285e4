import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { mappingWords as words } from './mapping-words.ts'

/** What was passed over in a workbook, or is read in another way than it stands there. */
export function JobNotices({ job }: { job: ImportJob }) {
  const say = useSay()
  if (job.notices.length === 0 && job.passedOver === 0) return null
  return (
    <>
      <h3 className="group-title">{say(words.notices)}</h3>
      <ul>
        {job.passedOver > 0 ? <li>{say(words.passedOver(job.passedOver))}</li> : null}
        {job.notices.map((notice) => (
          <li key={notice.zh}>{say(notice)}</li>
        ))}
      </ul>
    </>
  )
}
