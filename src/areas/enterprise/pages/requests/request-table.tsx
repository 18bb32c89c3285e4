import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import { RecordLink } from '../../../../platform/web/records/record-link.tsx'
import { companyType } from '../../records.ts'
import { requestKinds, requestOutcomes, taskRoles, taskStages } from '../../terms.ts'
import { DueWords } from './due-words.tsx'
import type { RequestRow } from './request-rows.ts'
import { requestWords as words } from './words.ts'

/** One line for each part that somebody has to answer: who holds it and when it is due. */
export function RequestTable(props: { caption: string; rows: readonly RequestRow[]; closed?: boolean }) {
  const say = useSay()
  const about: Column<RequestRow>[] = [
    {
      key: 'request',
      heading: say(words.request),
      cell: ({ request: { id, number, subject, supervised } }) => (
        <>
          <Link to="/enterprise/requests/$id" params={{ id }}>
            {subject}
          </Link>{' '}
          <span className="help">{number}</span>{' '}
          {supervised ? <span className="tag accent">{say(words.supervised)}</span> : null}
        </>
      ),
    },
    {
      key: 'company',
      heading: say(words.company),
      cell: ({ request: { company } }) => (
        <RecordLink type={companyType.id} id={company.id}>
          {company.name}
        </RecordLink>
      ),
    },
    { key: 'kind', heading: say(words.kind), cell: ({ request }) => say(requestKinds[request.kind]) },
  ]
  const work: Column<RequestRow>[] = [
    {
      key: 'department',
      heading: say(words.department),
      cell: ({ part }) =>
        part ? (
          <>
            {part.department.name} <span className="help">{say(taskRoles[part.role])}</span>
          </>
        ) : (
          say(words.notAssigned)
        ),
    },
    {
      key: 'holder',
      heading: say(words.holder),
      cell: ({ part }) => (part ? (part.holder?.name ?? say(words.noHolder)) : null),
    },
    { key: 'due', heading: say(words.due), cell: ({ clock }) => <DueWords clock={clock} /> },
    {
      key: 'state',
      heading: say(words.state),
      cell: ({ part }) => (part ? say(taskStages[part.stage]) : null),
    },
  ]
  const over: Column<RequestRow>[] = [
    {
      key: 'closed',
      heading: say(words.closedOn),
      kind: 'day',
      cell: ({ request }) => request.closed?.on ?? '',
    },
    {
      key: 'outcome',
      heading: say(words.outcome),
      cell: ({ request }) => (request.closed ? say(requestOutcomes[request.closed.outcome]) : ''),
    },
  ]
  return (
    <DataTable
      caption={props.caption}
      columns={[...about, ...(props.closed ? over : work)]}
      rows={props.rows}
      rowKey={({ request, part }) => part?.id ?? request.id}
    />
  )
}
