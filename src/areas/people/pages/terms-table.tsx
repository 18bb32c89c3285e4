import { Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { givenIn } from '../../../platform/web/records/form-input.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { useMe } from '../../../platform/web/session/me.ts'
import type { EndingTerm } from '../contract.ts'
import { electionType } from '../records.ts'
import { stepWords } from '../rules/elections/steps/step-words.ts'
import { pageWords, termWords as words } from './words.ts'

/** One line a term. What is overdue is said in words; no line is coloured. */
export function TermsTable({ terms }: { terms: readonly EndingTerm[] }) {
  const say = useSay()
  const day = (key: keyof EndingTerm['due']): Column<EndingTerm> => ({
    key,
    heading: say(words[key]),
    kind: 'day',
    cell: ({ due }) => due[key],
  })
  const columns: Column<EndingTerm>[] = [
    {
      key: 'name',
      heading: say(words.organisation),
      cell: ({ id, name }) => (
        <RecordLink type="organisation.party_organisation" id={id}>
          {name}
        </RecordLink>
      ),
    },
    { key: 'place', heading: say(words.place), cell: ({ place }) => place.name },
    {
      key: 'no',
      heading: say(words.termNo),
      cell: ({ termNo }) => say(termNo === null ? words.noTermNo : words.nth(termNo)),
    },
    { key: 'from', heading: say(words.from), kind: 'day', cell: ({ from }) => from },
    { key: 'until', heading: say(words.until), kind: 'day', cell: ({ until }) => until },
    {
      key: 'left',
      heading: say(words.left),
      cell: ({ daysLeft }) => {
        const left = say(words.leftDays(daysLeft))
        return daysLeft < 0 ? <strong>{left}</strong> : left
      },
    },
    day('remind'),
    day('request'),
    day('nominees'),
    day('meeting'),
    { key: 'state', heading: say(words.state), cell: (term) => <ElectionState term={term} /> },
  ]
  return (
    <section className="section ending-terms">
      <DataTable caption={say(pageWords.terms)} columns={columns} rows={terms} rowKey={({ id }) => id} />
    </section>
  )
}

/** The election under way and the last step done, or how to begin one. */
function ElectionState({ term: { id, name, until, election } }: { term: EndingTerm }) {
  const say = useSay()
  const { permissions } = useMe()
  const { knownAt } = useMoment()
  if (election)
    return (
      <Link to="/people/elections/$id" params={{ id: election.id }}>
        {election.code} {say(stepWords[election.step])}
      </Link>
    )
  const may = ['records.record', electionType.permissions.record].every((need) => permissions.includes(need))
  return (
    <>
      {say(words.noElection)}{' '}
      {may && !knownAt ? (
        <Link
          to="/records/$type/new"
          params={{ type: electionType.id }}
          search={{ given: givenIn({ organisation_id: id, kind: 'term', planned_on: until }) }}
          className="button screen-only"
          aria-label={say(words.beginFor(name))}
        >
          {say(words.begin)}
        </Link>
      ) : null}
    </>
  )
}
