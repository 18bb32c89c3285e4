import { Link } from '@tanstack/react-router'
import type { MovedFigureView } from '../../figures/contract.ts'
import type { Day } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { showDifference, showNumber } from './figure-number.ts'
import { movedWords as words } from './moved-words.ts'

const decimalsOf = (...values: readonly (string | null)[]) =>
  Math.max(...values.map((value) => value?.split('.')[1]?.length ?? 0))

/** Which figures something not yet written would move on a day, by place. Each opens the figure as it stands. */
export function MovedFigures({
  figures,
  asOf,
}: {
  figures: readonly MovedFigureView[]
  asOf: Day | undefined
}) {
  const say = useSay()
  if (figures.length === 0) return <p>{say(words.noFigures)}</p>
  const shown = (value: string | null) =>
    value === null ? say(words.absent) : showNumber(value, decimalsOf(value))
  return (
    <DataTable
      caption={say(words.figures)}
      rows={figures}
      rowKey={({ figure, place }) => `${figure} ${place.id}`}
      columns={[
        {
          key: 'figure',
          heading: say(words.figure),
          cell: ({ figure, label, unit, place }) => (
            <Link
              to="/figures/$figure"
              params={{ figure }}
              search={{ node: place.id, asOf, from: undefined, through: undefined }}
            >
              {say({ zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` })}
            </Link>
          ),
        },
        { key: 'place', heading: say(words.place), cell: ({ place }) => place.name },
        { key: 'before', heading: say(words.before), kind: 'numeric', cell: ({ before }) => shown(before) },
        { key: 'after', heading: say(words.after), kind: 'numeric', cell: ({ after }) => shown(after) },
        {
          key: 'difference',
          heading: say(words.difference),
          kind: 'numeric',
          cell: ({ before, after }) =>
            before === null || after === null
              ? say(pieceWords.none)
              : showDifference(after, before, decimalsOf(before, after)),
        },
      ]}
    />
  )
}
