import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import type { SubmissionLine } from '../../request-contract.ts'
import { requestKinds } from '../../terms.ts'
import { submissionWords as words } from './submission-words.ts'
import { requestWords } from './words.ts'

/** What companies sent through the public form and nobody has looked at yet, the oldest first. */
export function SubmissionTable({ caption, rows }: { caption: string; rows: readonly SubmissionLine[] }) {
  const say = useSay()
  const columns: Column<SubmissionLine>[] = [
    {
      key: 'subject',
      heading: say(requestWords.request),
      cell: ({ id, subject, number }) => (
        <>
          <Link to="/enterprise/submissions/$id" params={{ id }}>
            {subject}
          </Link>{' '}
          <span className="help">{number}</span>
        </>
      ),
    },
    { key: 'company', heading: say(words.company), cell: ({ company }) => company },
    { key: 'kind', heading: say(requestWords.kind), cell: ({ kind }) => say(requestKinds[kind]) },
    { key: 'sent', heading: say(words.sent), cell: ({ submittedOn }) => submittedOn },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
