import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { contactType } from '../records.ts'
import { contactWays } from '../terms.ts'
import type { ShownContact } from '../zone-contract.ts'
import { cardWords as words, sharedWords } from './words-zones.ts'

/** The newest first. */
export function ContactTable({ contacts }: { contacts: readonly ShownContact[] }) {
  const say = useSay()
  const columns: Column<ShownContact>[] = [
    {
      key: 'topic',
      heading: say(words.topic),
      cell: ({ id, topic }) => (
        <RecordLink type={contactType.id} id={id}>
          {topic}
        </RecordLink>
      ),
    },
    { key: 'on', heading: say(words.on), kind: 'day', cell: ({ on }) => on },
    { key: 'way', heading: say(words.way), cell: ({ way }) => say(contactWays[way]) },
    {
      key: 'who',
      heading: say(words.who),
      cell: ({ person }) => person?.name ?? say(sharedWords.unseenPerson),
    },
    { key: 'next', heading: say(words.nextStep), cell: ({ nextStep }) => nextStep },
  ]
  return <DataTable caption={say(words.contacts)} columns={columns} rows={contacts} rowKey={({ id }) => id} />
}
