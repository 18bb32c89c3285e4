import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import type { FigureValue } from '../../figures/contract.ts'
import { useApp } from '../app-context.ts'
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
  const said = useDimensionWords(props.value)
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
          label: say(said(dimension).by),
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
  const said = useDimensionWords(value)(by)
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
                name={say(words.chart(value.label, said.by))}
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
              caption={`${say(value.label)}, ${say(said.by)}`}
              rows={data.parts}
              rowKey={(part) => part.key}
              columns={[
                { key: 'label', heading: say(said.part), cell: (part) => say(part.label) },
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

/** The parts along the other tree are its nodes, in the words of the area that owns it. */
function useDimensionWords(value: FigureValue) {
  const { line } = useApp()
  const onLine = value.question.along === 'line'
  return (by: FigureDimension) =>
    by === 'place' && onLine
      ? { by: line.words.parts, part: line.words.node }
      : { by: words.by[by], part: words.part[by] }
}
