import type { DueView } from '../../personal/retention/contract.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { WhyCell } from './why-cell.tsx'
import { retentionWords as words } from './words.ts'

/** Due records of one type. Without `choose` and `hold` they are only read. */
export function DueTable(props: {
  caption: Text
  records: readonly DueView[]
  chosen: ReadonlySet<string>
  choose: ((records: readonly DueView[], on: boolean) => void) | null
  hold: ((record: DueView) => void) | null
}) {
  const say = useSay()
  const { caption, records, chosen, choose, hold } = props
  return (
    <DataTable<DueView>
      caption={say(caption)}
      rows={records}
      rowKey={({ id }) => id}
      {...(choose
        ? {
            picking: {
              has: ({ id }: DueView) => chosen.has(id),
              onPick: (index: number, on: boolean) => choose(records.slice(index, index + 1), on),
              onPage: (on: boolean) => choose(records, on),
              label: ({ title }: DueView) => say(words.pick(title)),
              pageLabel: say(words.pickAll),
            },
          }
        : {})}
      columns={[
        {
          key: 'record',
          heading: say(words.record),
          cell: ({ title, key, proposed }) => (
            <>
              {title === key ? title : `${title}（${key}）`}
              {proposed ? <div className="help">{say(words.inBatch)}</div> : null}
            </>
          ),
        },
        { key: 'due', heading: say(words.dueOn), kind: 'day', cell: ({ dueOn }) => dueOn },
        { key: 'why', heading: say(words.why), cell: ({ why }) => <WhyCell why={why} /> },
        ...(hold
          ? [
              {
                key: 'hold',
                heading: say(words.hold),
                cell: (one: DueView) => (
                  <button
                    type="button"
                    className="button screen-only"
                    aria-label={say(words.holdOf(one.title))}
                    onClick={() => hold(one)}
                  >
                    {say(words.hold)}
                  </button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
