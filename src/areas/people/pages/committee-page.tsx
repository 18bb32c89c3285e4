import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSheet } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { dayOf } from '../../../platform/web/moment/moment.ts'
import { asOfText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { Loaded } from '../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import type { CommitteesOfPlace } from '../contract.ts'
import { committeeLines } from './committee-lines.ts'
import { CommitteeOfPlace } from './committee-of-place.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { NoCommunity } from './no-community.tsx'
import { server } from './server.ts'
import { committeeWords as words, pageWords } from './words.ts'
import './boards.css'

/** The committees of the communities at the place chosen, each beside that of the term before, and what they come to. */
export function CommitteePage() {
  const say = useSay()
  const moment = useMoment()
  const committees = useQuery(
    server.people.committees.queryOptions({
      input: dayOf(moment),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  )
  return (
    <>
      <PageHead title={say(pageWords.committee)} line={say(asOfText(moment.asOf))} paper="A4 landscape" />
      <Loaded query={committees} lines={12}>
        {({ places }) => (places.length === 0 ? <NoCommunity /> : <Committees places={places} />)}
      </Loaded>
    </>
  )
}

function Committees({ places }: { places: readonly CommitteesOfPlace[] }) {
  const say = useSay()
  const { node, at, error } = useSheet(committeeLines, true)
  const whole = node && places.some(({ place }) => place.id !== node.id) ? node : undefined
  const numbers = whole && at(whole.id)
  return (
    <>
      {error ? <ProblemNote error={error} /> : null}
      {whole && numbers ? (
        <section className="section board" aria-labelledby="whole">
          <h2 id="whole">{say(words.comparisonOf(whole.name))}</h2>
          <ComparisonTable place={whole} numbers={numbers} />
        </section>
      ) : null}
      {places.map((of) => (
        <CommitteeOfPlace
          key={of.place.id}
          of={of}
          numbers={of.place.id === whole?.id ? undefined : at(of.place.id)}
        />
      ))}
      <p className="help">
        {say(words.method)} <span className="screen-only">{say(pageWords.opens)}</span>
      </p>
    </>
  )
}
