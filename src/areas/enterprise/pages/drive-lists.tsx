import { useSay } from '../../../platform/web/language/use-say.ts'
import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import { type SheetLine, type SheetNumber, useSheet } from '../../../platform/web/figure/use-sheet.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import { useMemo } from 'react'
import type { CoverageDay, Drive } from '../drive-contract.ts'
import { driveWords as words } from './drive-words.ts'

const lists = ['today', 'opening'] as const
type List = (typeof lists)[number]

/** Both lists with their counts, which open the companies, and the coverage of the drive’s own list. */
export function DriveLists({ drive, now }: { drive: Drive; now: CoverageDay }) {
  const say = useSay()
  const lines = useMemo<SheetLine[]>(
    () =>
      lists.flatMap((list) => [
        { figure: `enterprise.drive_${list}`, kind: drive.industry },
        { figure: `enterprise.drive_${list}_organised`, kind: drive.industry },
        { figure: `enterprise.drive_${list}_worked`, kind: drive.industry },
      ]),
    [drive.industry],
  )
  const { node, at, error } = useSheet(lines, true)
  const numbers = node && at(node.id)
  const number = (list: List, part: 0 | 1 | 2, plain: number) => {
    const shown: SheetNumber | undefined = numbers?.[lists.indexOf(list) * 3 + part]
    return node && shown ? <FigureLink number={shown} place={node.id} /> : plain
  }
  const columns: Column<List>[] = [
    { key: 'list', heading: say(words.list), cell: (list) => say(words.lists[list]) },
    {
      key: 'qualifying',
      heading: say(words.qualifying),
      kind: 'numeric',
      cell: (list) => number(list, 0, now[list].qualifying),
    },
    {
      key: 'organised',
      heading: say(words.organised),
      kind: 'numeric',
      cell: (list) => number(list, 1, now[list].organised),
    },
    {
      key: 'rate',
      heading: say(words.rate),
      kind: 'numeric',
      cell: (list) => now[list].rate ?? say(words.noRate),
    },
    {
      key: 'worked',
      heading: say(words.worked),
      kind: 'numeric',
      cell: (list) => number(list, 2, now[list].worked),
    },
    {
      key: 'workRate',
      heading: say(words.workRate),
      kind: 'numeric',
      cell: (list) => now[list].workRate ?? say(words.noRate),
    },
  ]
  return (
    <section className="section">
      {error ? <ProblemNote error={error} /> : null}
      <DataTable caption={say(words.list)} columns={columns} rows={lists} rowKey={(list) => list} />
      <p className="help">{say(words.help)}</p>
    </section>
  )
}
