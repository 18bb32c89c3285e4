import { lazy, Suspense, useMemo } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { Bones } from '../../../platform/web/pieces/bones.tsx'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import type { Coverage, CoverageDay } from '../drive-contract.ts'
import { driveWords as words } from './drive-words.ts'

const LineChart = lazy(() => import('../../../platform/web/figure/line-chart.tsx'))

const same = (a: Coverage, b: Coverage) => a.qualifying === b.qualifying && a.organised === b.organised

/** The coverage of both lists over the days of the drive, and beneath it the days on which a count changed. */
export function DriveCurve({ curve }: { curve: readonly CoverageDay[] }) {
  const say = useSay()
  const days = useMemo(() => curve.map(({ day }) => day), [curve])
  const [today, opening] = [say(words.lists.today), say(words.lists.opening)]
  const lines = useMemo(
    () => [
      { name: today, values: curve.map((one) => one.today.rate) },
      { name: opening, values: curve.map((one) => one.opening.rate) },
    ],
    [curve, today, opening],
  )
  const changed = curve.filter((one, nth) => {
    const before = curve[nth - 1]
    return !before || !same(one.today, before.today) || !same(one.opening, before.opening)
  })
  const columns: Column<CoverageDay>[] = [
    { key: 'day', heading: say(words.day), kind: 'day', cell: ({ day }) => day },
    ...(['today', 'opening'] as const).flatMap((list): Column<CoverageDay>[] => [
      {
        key: `${list}-counts`,
        heading: `${say(words.lists[list])} ${say(words.organised)}／${say(words.qualifying)}`,
        kind: 'numeric',
        cell: (one) => `${one[list].organised}／${one[list].qualifying}`,
      },
      {
        key: `${list}-rate`,
        heading: say(words.rate),
        kind: 'numeric',
        cell: (one) => one[list].rate ?? '—',
      },
    ]),
  ]
  return (
    <section className="section" aria-labelledby="curve">
      <h2 id="curve">{say(words.curve)}</h2>
      <Suspense fallback={<Bones lines={6} />}>
        <LineChart name={say(words.curve)} days={days} lines={lines} most={100} />
      </Suspense>
      <h3>{say(words.changes)}</h3>
      <DataTable caption={say(words.changes)} columns={columns} rows={changed} rowKey={({ day }) => day} />
    </section>
  )
}
