import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { AntdFrame } from '../../../../platform/web/pieces/antd-frame.tsx'
import { DayPicker } from '../../../../platform/web/pieces/day-picker.tsx'
import type { Override } from '../../../../platform/web/records/override.ts'
import { ReferencePicker } from '../../../../platform/web/records/reference-picker.tsx'
import { server as platform } from '../../../../platform/web/rpc/server.ts'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import { type Day, today } from '../../../../platform/values/day.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { personType } from '../../records.ts'
import { ballotVotes, type Contest, contests } from '../../terms.ts'
import { NumberInput } from './number-input.tsx'
import { server } from '../server.ts'
import { electionWords as words } from './words.ts'
import { WriteProblem } from './write-problem.tsx'

type Vote = keyof typeof ballotVotes
const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[]

/** The next round: what it elects and who stands; the server puts the list in order. */
export function PrepareForm({ election, done }: { election: ElectionView; done: () => void }) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const [contest, setContest] = useState<Contest>(
    election.ballots.length === 0 && election.secretaryBy === 'committee' ? 'committee' : 'secretary',
  )
  const [vote, setVote] = useState<Vote>('first')
  const [seats, setSeats] = useState(contest === 'committee' ? String(election.seats) : '1')
  const [on, setOn] = useState<Day>(today())
  const [people, setPeople] = useState<readonly string[]>([])
  const titles = useQueries({
    queries: people.map((id) =>
      platform.records.get.queryOptions({ input: { type: personType.id, id }, staleTime: 60_000 }),
    ),
  })
  const save = useAct(async (overrides: readonly Override[]) => {
    const content = {
      election: election.id,
      contest,
      vote,
      seats: Number(seats),
      onDate: on,
      candidates: [...people],
      overrides: [...overrides],
    }
    await server.people.prepareBallot.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  })
  return (
    <AntdFrame>
      <form
        className="section"
        aria-label={say(words.prepare)}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate([])
        }}
      >
        <div className="election-fields">
          <label>
            {say(words.contest)}{' '}
            <select
              className="select"
              value={contest}
              onChange={(event) => setContest(event.target.value as Contest)}
            >
              {keys(contests).map((key) => (
                <option key={key} value={key}>
                  {say(contests[key])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say(words.vote)}{' '}
            <select className="select" value={vote} onChange={(event) => setVote(event.target.value as Vote)}>
              {keys(ballotVotes).map((key) => (
                <option key={key} value={key}>
                  {say(ballotVotes[key])}
                </option>
              ))}
            </select>
          </label>
          <NumberInput label={say(words.seats)} value={seats} onChange={setSeats} />
          <div>
            {say(words.onDay)}{' '}
            <DayPicker label={say(words.onDay)} value={on} onChange={(day) => day && setOn(day)} />
          </div>
        </div>
        <p className="help">{say(words.orderNote)}</p>
        <ul>
          {people.map((id, at) => {
            const name = titles[at]?.data?.title ?? ''
            return (
              <li key={id}>
                {name}{' '}
                <button
                  type="button"
                  className="plain-button"
                  aria-label={say(words.remove(name))}
                  onClick={() => setPeople(people.filter((other) => other !== id))}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
        <div>
          {say(words.addCandidate)}{' '}
          <ReferencePicker
            label={say(words.addCandidate)}
            to={personType.id}
            value={null}
            on={on}
            onChange={(id) => id && setPeople([...new Set([...people, id])])}
          />
        </div>
        {save.error ? <WriteProblem error={save.error} onOverride={(given) => save.mutate(given)} /> : null}
        <button type="submit" className="main-button" disabled={save.isPending || people.length === 0}>
          {say(words.save)}
        </button>
      </form>
    </AntdFrame>
  )
}
