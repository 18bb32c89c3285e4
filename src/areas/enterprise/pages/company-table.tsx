import { Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { contactType, pairingType } from '../records.ts'
import type { ShownCompany } from '../zone-contract.ts'
import { LastContact } from './last-contact.tsx'
import { Names } from './names.tsx'
import { NewRecordLink } from './new-record-link.tsx'
import { pairingWords as words, sharedWords } from './words-zones.ts'

/** By place and name: no company stands above another for what was done for it. */
export function CompanyTable(props: {
  companies: readonly ShownCompany[]
  caption: string
  withPaired: boolean
}) {
  const say = useSay()
  const { companies, caption, withPaired } = props
  const columns: Column<ShownCompany>[] = [
    {
      key: 'name',
      heading: say(sharedWords.company),
      cell: ({ id, name }) => (
        <Link to="/enterprise/companies/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    { key: 'place', heading: say(sharedWords.place), cell: ({ place }) => place.name },
    {
      key: 'zone',
      heading: say(sharedWords.zone),
      cell: ({ zone }) => zone?.name ?? <span className="help">{say(sharedWords.noZone)}</span>,
    },
    ...(withPaired
      ? [
          {
            key: 'paired',
            heading: say(words.paired),
            cell: ({ paired }: ShownCompany) =>
              paired.length === 0 ? say(sharedWords.nobody) : <Names of={paired} type={pairingType.id} />,
          },
        ]
      : []),
    { key: 'contact', heading: say(words.lastContact), cell: (company) => <LastContact of={company} /> },
    { key: 'todo', heading: say(words.todo), cell: (company) => <CompanyActs company={company} /> },
  ]
  return <DataTable caption={caption} columns={columns} rows={companies} rowKey={({ id }) => id} />
}

export function CompanyActs({ company: { id, name, nextContact } }: { company: ShownCompany }) {
  return (
    <span className="company-acts">
      <NewRecordLink
        type={pairingType}
        words={words.pairOne}
        label={words.pairFor(name)}
        given={{ company_id: id }}
      />{' '}
      <NewRecordLink
        type={contactType}
        words={words.contactOne}
        label={words.contactFor(name)}
        given={{ company_id: id, code: nextContact }}
      />
    </span>
  )
}
