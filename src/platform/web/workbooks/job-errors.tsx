import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { ErrorFileButton } from './error-file-button.tsx'
import { workbookWords as words } from './words.ts'

/** Where in the workbook something is wrong, what stands there and what to do; and what a rule says of its rows. */
export function JobErrors({ job }: { job: ImportJob }) {
  const say = useSay()
  return (
    <>
      {job.errorCount > 0 ? (
        <>
          <h3 className="group-title">{say(words.errors(job.errorCount))}</h3>
          <ErrorFileButton job={job.id} />
          <p className="help">
            {say(job.errorCount > job.errors.length ? words.firstErrors(job.errors.length) : words.mend)}
          </p>
          <DataTable
            caption={say(words.errors(job.errorCount))}
            rows={job.errors}
            rowKey={(_, index) => String(index)}
            columns={[
              { key: 'message', heading: say(words.message), cell: (error) => say(error.message) },
              { key: 'sheet', heading: say(words.sheet), cell: (error) => error.sheet },
              { key: 'row', heading: say(words.row), kind: 'numeric', cell: (error) => error.row },
              {
                key: 'heading',
                heading: say(words.heading),
                cell: (error) => [error.column, error.heading].filter(Boolean).join(' '),
              },
              {
                key: 'value',
                heading: say(words.value),
                cell: (error) => error.value || say(pieceWords.none),
              },
            ]}
          />
        </>
      ) : null}
      {job.findings.length > 0 ? (
        <>
          <h3 className="group-title">{say(words.findings)}</h3>
          <DataTable
            caption={say(words.findings)}
            rows={job.findings}
            rowKey={(_, index) => String(index)}
            columns={[
              { key: 'message', heading: say(words.findings), cell: (finding) => say(finding.message) },
              { key: 'sheet', heading: say(words.sheet), cell: (finding) => finding.sheet },
              { key: 'row', heading: say(words.row), kind: 'numeric', cell: (finding) => finding.row },
              { key: 'basis', heading: say(words.basis), cell: (finding) => say(finding.basis) },
            ]}
          />
        </>
      ) : null}
    </>
  )
}
