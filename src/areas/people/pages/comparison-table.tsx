import type { ReactNode } from 'react'
import type { Text } from '../../../platform/text.ts'
import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import { showDifference, withUnit } from '../../../platform/web/figure/figure-number.ts'
import type { SheetNumber } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { committeeTraits } from '../terms.ts'
import { shownTraits } from './committee-lines.ts'
import { committeeWords as words } from './words.ts'

/** A line of the table: a number, or a count with its share. */
type Line = { readonly key: string; readonly label: Text; readonly numbers: readonly SheetNumber[] }

/** This term, the one before at its own election, and the change between their exact values; each number opens its figure. */
export function ComparisonTable(props: {
  place: { readonly id: string; readonly name: string }
  /** In the order of the lines that the page asks for. */
  numbers: readonly SheetNumber[]
  /** No earlier term is recorded to stand beside. */
  alone?: boolean
}) {
  const say = useSay()
  const { place, numbers, alone = false } = props
  const [, elected, meanAge, ...ofTraits] = numbers
  const lines: Line[] = [
    { key: 'count', label: words.count, numbers: elected ? [elected] : [] },
    { key: 'age', label: words.meanAge, numbers: meanAge ? [meanAge] : [] },
    ...shownTraits.map((trait, index) => ({
      key: trait,
      label: words.among(committeeTraits[trait]),
      numbers: ofTraits.slice(2 * index, 2 * index + 2),
    })),
  ]
  const compared: Column<Line>[] = [
    {
      key: 'before',
      heading: say(words.before),
      kind: 'numeric',
      cell: (line) => (
        <Numbers of={line.numbers}>
          {({ against, other, unit, decimals }) =>
            against && other ? (
              <FigureLink number={{ ...against, figure: other, decimals }} place={place.id} unit={unit} />
            ) : null
          }
        </Numbers>
      ),
    },
    {
      key: 'change',
      heading: say(words.change),
      kind: 'numeric',
      cell: (line) => <Numbers of={line.numbers}>{(one) => say(changeOf(one))}</Numbers>,
    },
  ]
  const columns: Column<Line>[] = [
    { key: 'item', heading: say(words.item), cell: ({ label }) => say(label) },
    {
      key: 'now',
      heading: say(words.now),
      kind: 'numeric',
      cell: (line) => (
        <Numbers of={line.numbers}>
          {(one) => <FigureLink number={one} place={place.id} unit={one.unit} />}
        </Numbers>
      ),
    },
    ...(alone ? [] : compared),
  ]
  return (
    <div className="comparison">
      <DataTable
        caption={say(words.comparisonOf(place.name))}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
      />
    </div>
  )
}

/** Counts stand beneath counts, and shares beneath shares. */
function Numbers(props: { of: readonly SheetNumber[]; children: (one: SheetNumber) => ReactNode }) {
  return (
    <span className="numbers">
      {props.of.map((one) => (
        <span key={one.figure}>{props.children(one)}</span>
      ))}
    </span>
  )
}

function changeOf({ difference, unit, decimals }: SheetNumber): Text {
  if (difference === null) return words.noChange
  const shown = showDifference(difference, '0', decimals)
  return unit.en === '%' ? words.points(shown) : withUnit(shown, unit)
}
