import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { today } from '../../../../platform/values/day.ts'
import { ProblemNote } from '../../../../platform/web/pieces/problem-note.tsx'
import { FindingList } from '../../../../platform/web/records/finding-list.tsx'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import type { ResidentsBallotView } from '../../residents-view-schema.ts'
import { residentsContests, residentsVotes } from '../../terms.ts'
import { electionWords as words } from '../election/words.ts'
import { server } from '../server.ts'
import { ResidentsContenders } from './residents-contenders.tsx'
import { ResidentsCountForm } from './residents-count-form.tsx'
import { ResidentsFigures } from './residents-figures.tsx'

/** One round of a residents' election: its list, its count, and what follows from it. */
export function ResidentsBallot({ ballot, mayRecord }: { ballot: ResidentsBallotView; mayRecord: boolean }) {
  const say = useSay()
  const [counting, setCounting] = useState(false)
  const keyOf = useIdempotencyKey()
  const place = useAct((order: string[]) => {
    const content = { id: ballot.id, order, onDate: ballot.on ?? today() }
    return server.people.placeResidentsCandidates.call({ ...content, idempotencyKey: keyOf(content) })
  })
  const listed = ballot.contenders.filter(({ way }) => way === 'candidate').map(({ candidacy }) => candidacy)
  const moveUp = (candidacy: string) => {
    const at = listed.indexOf(candidacy)
    const others = listed.filter((one) => one !== candidacy)
    place.mutate([...others.slice(0, at - 1), candidacy, ...others.slice(at - 1)])
  }
  const title = say(words.round(residentsContests[ballot.contest], ballot.no, residentsVotes[ballot.vote]))
  const names = (list: readonly string[]) => list.join(say({ zh: '、', en: ', ' }))
  return (
    <article className="election-ballot" aria-label={title}>
      <h3>{title}</h3>
      <p className="help">
        {say(words.seats)}
        {say({ zh: '：', en: ': ' })}
        {ballot.seats}
        {ballot.on ? ` · ${say(words.voteDay)} ${say(dayText(ballot.on))}` : null}
      </p>
      {place.error ? <ProblemNote error={place.error} /> : null}
      <ResidentsContenders ballot={ballot} caption={title} {...(mayRecord && !ballot.on ? { moveUp } : {})} />
      {ballot.withoutStrokes.length > 0 ? (
        <p className="note">{say(words.noStrokes(names(ballot.withoutStrokes.map(({ name }) => name))))}</p>
      ) : null}
      {ballot.undecided.map((pair) => (
        <p key={pair.join(' ')} className="note">
          {say(words.undecided(names(pair)))}
        </p>
      ))}
      <ResidentsFigures ballot={ballot} />
      {ballot.findings.length > 0 ? <FindingList findings={ballot.findings} /> : null}
      {mayRecord && counting ? <ResidentsCountForm ballot={ballot} done={() => setCounting(false)} /> : null}
      {mayRecord && !counting ? (
        <p className="screen-only">
          <button type="button" className="button" onClick={() => setCounting(true)}>
            {say(ballot.on ? words.correctCount : words.enterCount)}
          </button>
        </p>
      ) : null}
    </article>
  )
}
