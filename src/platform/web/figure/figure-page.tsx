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
import { figureWords as words } from './words.ts'
import './figure.css'

type Declared = Awaited<ReturnType<typeof server.figures.catalogue.call>>['figures'][number]

/** One number: what it is, what it is made of, what changed. */
export function FigurePage() {
  const say = useSay()
  const { figure } = figureRoute.useParams()
  const { kind, of } = figureRoute.useSearch()
  const moment = useMoment()
  const catalogue = useQuery(server.figures.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const declared = catalogue.data?.figures.find((candidate) => candidate.id === figure)
  const along = moment.along === 'line' && declared?.along.includes('line') === false ? 'place' : moment.along
  const value = useQuery(
    server.figures.value.queryOptions({
      input: { figure, ...questionOf(moment, along), ...(kind ? { kind } : {}), ...(of ? { of } : {}) },
      placeholderData: keepPreviousData,
      // Along the other tree it is asked only once it is known to stand there.
      enabled: moment.along === 'place' || !catalogue.isPending,
    }),
  )
  return (
    <>
      {value.data === undefined && value.error && declared ? (
        <PageHead title={say(declared.label)} paper="A4 portrait" />
      ) : null}
      <Loaded query={value}>
        {(data) => (
          <Figure key={figure} value={data} declared={declared} placeOnly={along !== moment.along} />
        )}
      </Loaded>
    </>
  )
}

function Figure(props: { value: FigureValue; declared: Declared | undefined; placeOnly: boolean }) {
  const { value, declared, placeOnly } = props
  const say = useSay()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const time = figureTime(value.question)
  const node = value.question.node.name
  const line = [node, time ? say(time) : null].filter(Boolean).join(' · ')
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
      {placeOnly ? <p className="note">{say(words.placeOnly(node))}</p> : null}
      <OneKind value={value} />
      <FigureTop value={value} />
      <FigureRows value={value} />
      {declared && declared.breakdowns.length > 0 ? (
        <FigureBreakdown value={value} dimensions={declared.breakdowns} registers={declared.registers} />
      ) : null}
      {value.rowsOpen ? <FigureExplain value={value} /> : null}
    </AntdFrame>
  )
}
