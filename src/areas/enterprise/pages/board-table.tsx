import { useId } from 'react'
import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import { type SheetLine, type SheetNumber, useSheet } from '../../../platform/web/figure/use-sheet.ts'
import { useApp } from '../../../platform/web/app-context.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Bones } from '../../../platform/web/pieces/bones.tsx'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { useNarrow } from '../../../platform/web/pieces/use-narrow.ts'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import { boardWords as words } from './board-words.ts'

/** More columns than these no sheet of paper holds. */
const mostBeneath = 12

/** The places right beneath one, by their codes; none where there are too many to stand beside one another. */
function usePlacesBeneath(
  node: string | undefined,
): readonly { readonly id: string; readonly name: string }[] {
  const { asOf, knownAt } = useMoment()
  const { nodes } = useApp().places({ asOf, ...(knownAt ? { knownAt } : {}) }, true)
  const beneath = (nodes ?? []).filter(({ parentId }) => parentId !== null && parentId === node)
  if (beneath.length > mostBeneath) return []
  return [...beneath].sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
}

/** A line a figure, a column a place: the one chosen, then those right beneath it in the order of their codes. */
export function BoardTable(props: { title: string; line: string; lines: readonly SheetLine[] }) {
  const say = useSay()
  const heading = useId()
  const { title, line, lines } = props
  const { node, at, error } = useSheet(lines, true)
  const beneath = usePlacesBeneath(node?.id)
  const whole = node && at(node.id)
  // A phone shows the place chosen alone; another is chosen at the top.
  const narrow = useNarrow()
  const places = node ? [node, ...(narrow ? [] : beneath)] : []
  const columns: Column<SheetNumber>[] = [
    {
      key: 'figure',
      heading: say(words.figure),
      cell: ({ label, unit }) => `${say(label)}（${say(unit)}）`,
    },
    ...places.map(
      ({ id, name }): Column<SheetNumber> => ({
        key: id,
        heading: name,
        kind: 'numeric',
        cell: ({ figure }) => {
          const number = at(id)?.find((one) => one.figure === figure)
          return number ? <FigureLink number={number} place={id} /> : null
        },
      }),
    ),
  ]
  return (
    <section className="section service-board" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="help">{line}</p>
      {error ? <ProblemNote error={error} /> : null}
      {whole ? (
        <div className="scroll">
          <DataTable caption={title} columns={columns} rows={whole} rowKey={({ figure }) => figure} />
        </div>
      ) : error ? null : (
        <Bones lines={8} />
      )}
    </section>
  )
}
