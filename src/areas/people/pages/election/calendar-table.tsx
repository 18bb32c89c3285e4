import { useSay } from '../../../../platform/web/language/use-say.ts'
import { DataTable } from '../../../../platform/web/pieces/data-table.tsx'
import type { Text } from '../../../../platform/text.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { electionWords as words } from './words.ts'

/** When each thing is due, and the papers that are ready by then. */
export function CalendarTable({ calendar, note }: Pick<ElectionView, 'calendar'> & { note: Text }) {
  const say = useSay()
  return (
    <>
      <p className="help">{say(note)}</p>
      <DataTable
        caption={say(words.calendar)}
        rows={calendar}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', heading: say(words.step), cell: ({ name }) => say(name) },
          { key: 'from', heading: say(words.from), kind: 'day', cell: ({ from }) => from },
          { key: 'by', heading: say(words.by), kind: 'day', cell: ({ by }) => by },
          {
            key: 'materials',
            heading: say(words.materials),
            cell: ({ materials }) => materials.map(say).join(say({ zh: '、', en: ', ' })),
          },
        ]}
      />
    </>
  )
}
