import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { today } from '../../../../platform/values/day.ts'
import { ProblemNote } from '../../../../platform/web/pieces/problem-note.tsx'
import { FindingList } from '../../../../platform/web/records/finding-list.tsx'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import type { ElectionBallotView } from '../../election-view-schema.ts'
import { ballotType } from '../../records.ts'
import { ballotVotes, contests } from '../../terms.ts'
import { ContenderTable } from './contender-table.tsx'
import { CountForm } from './count-form.tsx'
import { CountedFigures } from './counted-figures.tsx'
import { server } from '../server.ts'
import { electionWords as words } from './words.ts'

/** One round: its list, its count, and what follows from it. */
export function BallotSection({ ballot, mayRecord }: { ballot: ElectionBallotView; mayRecord: boolean }) {
  const say = useSay()
  const [counting, setCounting] = useState(false)
  const keyOf = useIdempotencyKey()
  const place = useAct((order: string[]) => {
    const content = { id: ballot.id, order, onDate: ballot.on ?? today() }
    return server.people.placeCandidates.call({ ...content, idempotencyKey: keyOf(content) })
  })
  const listed = ballot.contenders.filter(({ way }) => way === 'candidate').map(({ candidacy }) => candidacy)
  const moveUp = (candidacy: string) => {
    const at = listed.indexOf(candidacy)
    place.mutate([
      ...listed.slice(0, at - 1),
      candidacy,
      ...listed.slice(at - 1, at),
      ...listed.slice(at + 1),
    ])
  }
  const title = say(words.round(contests[ballot.contest], ballot.no, ballotVotes[ballot.vote]))
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
      <ContenderTable ballot={ballot} caption={title} {...(mayRecord && !ballot.on ? { moveUp } : {})} />
      {ballot.withoutStrokes.length > 0 ? (
        <p className="note">{say(words.noStrokes(names(ballot.withoutStrokes.map(({ name }) => name))))}</p>
      ) : null}
      {ballot.undecided.map((pair) => (
        <p key={pair.join(' ')} className="note">
          {say(words.undecided(names(pair)))}
        </p>
      ))}
      <CountedFigures ballot={ballot} />
      {ballot.findings.length > 0 ? <FindingList findings={ballot.findings} /> : null}
      {mayRecord ? (
        counting ? (
          <CountForm ballot={ballot} done={() => setCounting(false)} />
        ) : (
          <p className="row screen-only">
            <button type="button" className="button" onClick={() => setCounting(true)}>
              {say(ballot.on ? words.correctCount : words.enterCount)}
            </button>
            {ballot.offers.map((kind) => (
              <Link
                key={kind}
                to="/records/$type/$id/act"
                params={{ type: ballotType.id, id: ballot.id }}
                search={{ as: 'event', kind }}
                className="button"
              >
                {say(words.offers[kind])}
              </Link>
            ))}
          </p>
        )
      ) : null}
    </article>
  )
}
