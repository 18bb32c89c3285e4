import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import type { FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { questionOf } from '../moment/moment.ts'
import { asOfText, periodText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { useOpenMenu } from '../shell/use-open-menu.ts'
import { FigureCard } from './figure-card.tsx'
import { previousMoment } from './previous.ts'
import { overviewWords as words } from './words.ts'
import './overview.css'

/** Every figure of the place and time chosen, by theme, each with its change. */
export function OverviewPage() {
  const [first] = useOpenMenu()
  // Whoever sees no figures begins with the first page that they may open.
  if (first && first.to !== '/')
    return <Navigate to={first.to} {...(first.params ? { params: first.params } : {})} replace />
  return <Figures />
}

function Figures() {
  const say = useSay()
  const moment = useMoment()
  const mayAsk = useMe().permissions.includes('figures.see_value')
  const now = useQuery(
    server.figures.overview.queryOptions({
      input: questionOf(moment),
      placeholderData: keepPreviousData,
      enabled: mayAsk,
    }),
  )
  const before = useQuery(
    server.figures.overview.queryOptions({
      input: questionOf(previousMoment(moment)),
      enabled: now.isSuccess,
    }),
  )
  const earlier = new Map(before.data?.values.map((value) => [value.question.figure, value]))
  const place = now.data?.values[0]?.question.node.name
  const line = [place, say(asOfText(moment.asOf)), say(periodText(moment.period))].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead title={say(words.title)} line={line} paper="A4 portrait" />
      {mayAsk ? null : <p className="empty">{say(words.noFigures)}</p>}
      <Loaded query={now}>
        {({ values }) =>
          values.length === 0 ? (
            <p className="empty">{say(words.empty)}</p>
          ) : (
            <>
              {values.every((value) => value.value === null) ? (
                <p className="note">{say(words.empty)}</p>
              ) : null}
              {byTheme(values).map(([key, group]) => (
                <section key={key} className="theme" aria-labelledby={`theme-${key}`}>
                  <h2 id={`theme-${key}`}>{group[0] ? say(group[0].theme) : null}</h2>
                  <div className="figure-cards">
                    {group.map((value) => (
                      <FigureCard
                        key={value.question.figure}
                        value={value}
                        before={earlier.get(value.question.figure)}
                      />
                    ))}
                  </div>
                </section>
              ))}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function byTheme(values: readonly FigureValue[]): [string, FigureValue[]][] {
  const themes = new Map<string, FigureValue[]>()
  for (const value of values) {
    const key = value.theme.en.replaceAll(/\W+/g, '-')
    themes.set(key, [...(themes.get(key) ?? []), value])
  }
  return [...themes]
}
