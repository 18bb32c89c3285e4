import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { questionOf } from '../moment/moment.ts'
import { asOfText, periodText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { entriesOf, useOpenMenu } from '../shell/use-open-menu.ts'
import { FigureCard } from './figure-card.tsx'
import { PlaceOnlyCard } from './place-only-card.tsx'
import { previousMoment } from './previous.ts'
import { overviewWords as words } from './words.ts'
import './overview.css'

/** Every figure of the place and time chosen, by theme, each with its change. */
export function OverviewPage() {
  const [first] = useOpenMenu().flatMap(entriesOf)
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
  const catalogue = useQuery({
    ...server.figures.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }),
    enabled: moment.along === 'line',
  })
  const byPlaceOnly =
    moment.along === 'line'
      ? (catalogue.data?.figures ?? []).filter((figure) => !figure.along.includes('line'))
      : []
  const earlier = new Map(before.data?.values.map((value) => [value.question.figure, value]))
  const node = now.data?.values[0]?.question.node.name
  const line = [node, say(asOfText(moment.asOf)), say(periodText(moment.period))].filter(Boolean).join(' · ')
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
              {byTheme([...values, ...byPlaceOnly]).map(([key, group]) => (
                <section key={key} className="theme" aria-labelledby={`theme-${key}`}>
                  <h2 id={`theme-${key}`}>{group[0] ? say(group[0].theme) : null}</h2>
                  <div className="figure-cards">
                    {group.map((card) =>
                      'question' in card ? (
                        <FigureCard
                          key={card.figure}
                          value={card}
                          before={earlier.get(card.question.figure)}
                        />
                      ) : (
                        <PlaceOnlyCard key={card.id} figure={card.id} label={card.label} />
                      ),
                    )}
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

function byTheme<Card extends { readonly theme: Text }>(cards: readonly Card[]): [string, Card[]][] {
  const themes = new Map<string, Card[]>()
  for (const card of cards) {
    const key = card.theme.en.replaceAll(/\W+/g, '-')
    themes.set(key, [...(themes.get(key) ?? []), card])
  }
  return [...themes]
}
