import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import type { FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { type FigureDimension, figureDimension } from './figure-dimension.ts'
import { showNumber } from './figure-number.ts'
import { figureRoute } from './figure-route.ts'
import { again } from './other-moment.ts'
import { figureWords as words } from './words.ts'

const BarChart = lazy(() => import('./bar-chart.tsx'))

/** The figure by place, month or kind: bars, and the table beneath them. */
export function FigureBreakdown(props: { value: FigureValue; dimensions: readonly FigureDimension[] }) {
  const say = useSay()
  const navigate = useNavigate()
  const search = figureRoute.useSearch()
  const by = search.by && props.dimensions.includes(search.by) ? search.by : props.dimensions[0]
  if (!by) return null
  const choose = (key: string) =>
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, by: figureDimension(key) }),
      replace: true,
      resetScroll: false,
    })
  return (
    <section className="section" aria-labelledby="breakdown">
      <h2 id="breakdown">{say(words.breakdown)}</h2>
      <Tabs
        activeKey={by}
        onChange={choose}
        destroyOnHidden
        items={props.dimensions.map((dimension) => ({
          key: dimension,
          label: say(words.by[dimension]),
          children: <Parts value={props.value} by={dimension} />,
        }))}
      />
    </section>
  )
}

function Parts({ value, by }: { value: FigureValue; by: FigureDimension }) {
  const say = useSay()
  const parts = useQuery(
    server.figures.breakdown.queryOptions({
      input: { figure: value.question.figure, ...again(value.question), by },
      placeholderData: keepPreviousData,
    }),
  )
  const show = (part: string | null) => (part === null ? null : showNumber(part, value.decimals))
  return (
    <Loaded query={parts}>
      {(data) =>
        data.parts.length === 0 ? (
          <p className="empty">{say(words.noParts)}</p>
        ) : (
          <>
            <Suspense fallback={<Bones />}>
              <BarChart
                name={say(words.chart(value.label, words.by[by]))}
                bars={data.parts.map((part) => ({
                  label: say(part.label),
                  value: part.value,
                  shown: show(part.value) ?? '',
                }))}
                upright={by === 'month'}
              />
            </Suspense>
            {data.note ? <p className="help">{say(data.note)}</p> : null}
            <DataTable
              caption={`${say(value.label)}, ${say(words.by[by])}`}
              rows={data.parts}
              rowKey={(part) => part.key}
              columns={[
                { key: 'label', heading: say(words.part[by]), cell: (part) => say(part.label) },
                {
                  key: 'value',
                  heading: `${say(value.label)}（${say(value.unit)}）`,
                  kind: 'numeric',
                  cell: (part) => show(part.value) ?? say(part.absent?.words ?? words.absent),
                },
              ]}
            />
          </>
        )
      }
    </Loaded>
  )
}
