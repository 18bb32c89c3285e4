import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import type { FigureValue } from '../../figures/contract.ts'
import type { Text } from '../../text.ts'
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

type Register = { readonly by: FigureDimension; readonly label: Text }
type Shown = { readonly value: FigureValue; readonly registers: readonly Register[] }

/** The figure by place, month, kind or the records that its rows name: bars, and the table beneath them. */
export function FigureBreakdown(props: Shown & { dimensions: readonly FigureDimension[] }) {
  const say = useSay()
  const navigate = useNavigate()
  const search = figureRoute.useSearch()
  const said = useDimensionWords(props)
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
          children: <Parts value={props.value} registers={props.registers} by={dimension} />,
        }))}
      />
    </section>
  )
}

function Parts({ value, registers, by }: Shown & { by: FigureDimension }) {
  const say = useSay()
  const parts = useQuery(
    server.figures.breakdown.queryOptions({
      input: { figure: value.question.figure, ...again(value.question), by },
      placeholderData: keepPreviousData,
    }),
  )
  const said = useDimensionWords({ value, registers })(by)
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
                {
                  key: 'label',
                  heading: say(said.part),
                  cell: (part) => <PartLink value={value} by={by} part={part} />,
                },
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

/** A kind, or a record, as the way to the figure of its rows alone. */
function PartLink(props: { value: FigureValue; by: FigureDimension; part: { key: string; label: Text } }) {
  const say = useSay()
  const { value, by, part } = props
  if (by === 'place' || by === 'month') return say(part.label)
  return (
    <Link
      to="/figures/$figure"
      params={{ figure: value.figure }}
      search={(old: object) => ({
        ...old,
        ...(by === 'kind' ? { kind: part.key } : { of: `${by}:${part.key}` }),
      })}
    >
      {say(part.label)}
    </Link>
  )
}

/** The parts along the other tree are its nodes, in the words of the area that owns it. */
function useDimensionWords({ value, registers }: Shown) {
  const { line } = useApp()
  const onLine = value.question.along === 'line'
  return (by: FigureDimension) => {
    if (by === 'place' && onLine) return { by: line.words.parts, part: line.words.node }
    if (by === 'place' || by === 'month' || by === 'kind') return { by: words.by[by], part: words.part[by] }
    const part = registers.find((register) => register.by === by)?.label ?? words.part.kind
    return { by: words.byRegister(part), part }
  }
}
