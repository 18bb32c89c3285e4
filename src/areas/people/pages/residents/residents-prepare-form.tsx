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
import { personType } from '../../records.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { type ResidentsContest, type ResidentsVote, residentsContests, residentsVotes } from '../../terms.ts'
import { NumberInput } from '../election/number-input.tsx'
import { electionWords as words } from '../election/words.ts'
import { WriteProblem } from '../election/write-problem.tsx'
import { server } from '../server.ts'
import { type Nominee, NomineeRow } from './nominee-row.tsx'

const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[]

/** The next round: what it elects, who stands and who nominated them; the server puts the list in order. */
export function ResidentsPrepareForm({ election, done }: { election: ResidentsView; done: () => void }) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const held = new Set(election.ballots.map(({ contest: each }) => each))
  const [contest, setContest] = useState<ResidentsContest>(
    keys(residentsContests).find((each) => !held.has(each)) ?? 'member',
  )
  const [vote, setVote] = useState<ResidentsVote>('first')
  const [seats, setSeats] = useState('1')
  const [on, setOn] = useState<Day>(today())
  const [nominees, setNominees] = useState<readonly Nominee[]>([])
  const titles = useQueries({
    queries: nominees.map(({ personId: id }) =>
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
      candidates: nominees.map(({ personId, nominatedBy, nominators }) => ({
        personId,
        nominatedBy,
        nominators: nominatedBy === 'voters' ? Number(nominators) : null,
      })),
      overrides: [...overrides],
    }
    await server.people.prepareResidentsBallot.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  })
  const change = (nominee: Nominee, changed: Nominee | null) =>
    setNominees(nominees.flatMap((each) => (each === nominee ? (changed ?? []) : each)))
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
              onChange={(event) => setContest(event.target.value as ResidentsContest)}
            >
              {keys(residentsContests).map((key) => (
                <option key={key} value={key}>
                  {say(residentsContests[key])}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say(words.vote)}{' '}
            <select
              className="select"
              value={vote}
              onChange={(event) => setVote(event.target.value as ResidentsVote)}
            >
              {keys(residentsVotes).map((key) => (
                <option key={key} value={key}>
                  {say(residentsVotes[key])}
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
          {nominees.map((nominee, at) => (
            <NomineeRow
              key={nominee.personId}
              nominee={nominee}
              name={titles[at]?.data?.title ?? ''}
              onChange={(changed) => change(nominee, changed)}
            />
          ))}
        </ul>
        <div>
          {say(words.addCandidate)}{' '}
          <ReferencePicker
            label={say(words.addCandidate)}
            to={personType.id}
            value={null}
            on={on}
            onChange={(personId) =>
              personId && nominees.every((each) => each.personId !== personId)
                ? setNominees([...nominees, { personId, nominatedBy: 'party_organisation', nominators: '' }])
                : undefined
            }
          />
        </div>
        {save.error ? <WriteProblem error={save.error} onOverride={(given) => save.mutate(given)} /> : null}
        <button type="submit" className="main-button" disabled={save.isPending || nominees.length === 0}>
          {say(words.save)}
        </button>
      </form>
    </AntdFrame>
  )
}
