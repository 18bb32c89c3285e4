import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { questionOf } from '../moment/moment.ts'
import { useMoment, useSetMoment } from '../moment/use-moment.ts'
import { momentWords } from '../moment/words.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { FigureBreakdown } from './figure-breakdown.tsx'
import { FigureExplain } from './figure-explain.tsx'
import { figureRoute } from './figure-route.ts'
import { FigureRows } from './figure-rows.tsx'
import { figureTime } from './figure-time.ts'
import { OneKind } from './one-kind.tsx'
import { FigureTop } from './figure-top.tsx'
import './figure.css'

/** One number: what it is, what it is made of, what changed. */
export function FigurePage() {
  const { figure } = figureRoute.useParams()
  const { kind } = figureRoute.useSearch()
  const moment = useMoment()
  const value = useQuery(
    server.figures.value.queryOptions({
      input: { figure, ...questionOf(moment), ...(kind ? { kind } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return <Loaded query={value}>{(data) => <Figure key={figure} value={data} />}</Loaded>
}

function Figure({ value }: { value: FigureValue }) {
  const say = useSay()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const catalogue = useQuery(server.figures.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const declared = catalogue.data?.figures.find((figure) => figure.id === value.question.figure)
  const time = figureTime(value.question)
  const line = [value.question.node.name, time ? say(time) : null].filter(Boolean).join(' · ')
  return (
    <AntdFrame>
      <PageHead title={say(value.label)} line={line} paper="A4 portrait">
        <label className="row">
          <span>{say(momentWords.structure)}</span>
          <select
            className="select"
            value={moment.structure}
            onChange={(event) =>
              setMoment({ structure: event.target.value === 'today' ? 'today' : undefined })
            }
          >
            <option value="then">{say(momentWords.then)}</option>
            <option value="today">{say(momentWords.today)}</option>
          </select>
        </label>
      </PageHead>
      <OneKind value={value} />
      <FigureTop value={value} />
      <FigureRows value={value} />
      {declared && declared.breakdowns.length > 0 ? (
        <FigureBreakdown value={value} dimensions={declared.breakdowns} />
      ) : null}
      {value.rowsOpen ? <FigureExplain value={value} /> : null}
    </AntdFrame>
  )
}
