import { useQueries } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Text } from '../../../../platform/text.ts'
import { type Day, today } from '../../../../platform/values/day.ts'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { AntdFrame } from '../../../../platform/web/pieces/antd-frame.tsx'
import { DayPicker } from '../../../../platform/web/pieces/day-picker.tsx'
import type { Override } from '../../../../platform/web/records/override.ts'
import { ReferencePicker } from '../../../../platform/web/records/reference-picker.tsx'
import { server as platform } from '../../../../platform/web/rpc/server.ts'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { personType } from '../../records.ts'
import { NumberInput } from './number-input.tsx'
import { electionWords as words } from './words.ts'
import { WriteProblem } from './write-problem.tsx'

/** What every round says beside who stands. */
export type Round<Contest, Vote> = {
  readonly contest: Contest
  readonly vote: Vote
  readonly seats: number
  readonly onDate: Day
  readonly overrides: Override[]
}

/** The next round of an election of either kind: what it elects, when, and who stands; the lines of those are the caller's own. */
export function PrepareFrame<Contest extends string, Vote extends string, Standing>(props: {
  contests: Readonly<Record<Contest, Text>>
  votes: Readonly<Record<Vote, Text>>
  start: { readonly contest: Contest; readonly vote: Vote; readonly seats: number }
  personOf: (standing: Standing) => string
  /** Somebody who was chosen, as first listed. */
  listed: (person: string) => Standing
  line: (standing: Standing, name: string, onChange: (changed: Standing | null) => void) => ReactNode
  send: (round: Round<Contest, Vote>, standing: readonly Standing[]) => Promise<unknown>
}) {
  const say = useSay()
  const { start, personOf, listed, line, send } = props
  const [contest, setContest] = useState(start.contest)
  const [vote, setVote] = useState(start.vote)
  const [seats, setSeats] = useState(String(start.seats))
  const [on, setOn] = useState<Day>(today())
  const [standing, setStanding] = useState<readonly Standing[]>([])
  const titles = useQueries({
    queries: standing.map((one) =>
      platform.records.get.queryOptions({
        input: { type: personType.id, id: personOf(one) },
        staleTime: 60_000,
      }),
    ),
  })
  const save = useAct(async (overrides: readonly Override[]) => {
    const round = { contest, vote, seats: Number(seats), onDate: on, overrides: [...overrides] }
    await send(round, standing)
  })
  const add = (person: string) =>
    standing.some((one) => personOf(one) === person) ? undefined : setStanding([...standing, listed(person)])
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
          <Choice label={words.contest} of={props.contests} value={contest} onChange={setContest} />
          <Choice label={words.vote} of={props.votes} value={vote} onChange={setVote} />
          <NumberInput label={say(words.seats)} value={seats} onChange={setSeats} />
          <div>
            {say(words.onDay)}{' '}
            <DayPicker label={say(words.onDay)} value={on} onChange={(day) => day && setOn(day)} />
          </div>
        </div>
        <p className="help">{say(words.orderNote)}</p>
        <ul>
          {standing.map((one, at) => (
            <li key={personOf(one)}>
              {line(one, titles[at]?.data?.title ?? '', (changed) =>
                setStanding(standing.flatMap((each) => (each === one ? (changed ?? []) : each))),
              )}
            </li>
          ))}
        </ul>
        <div>
          {say(words.addCandidate)}{' '}
          <ReferencePicker
            label={say(words.addCandidate)}
            to={personType.id}
            value={null}
            on={on}
            onChange={(id) => (id ? add(id) : undefined)}
          />
        </div>
        {save.error ? <WriteProblem error={save.error} onOverride={(given) => save.mutate(given)} /> : null}
        <button type="submit" className="main-button" disabled={save.isPending || standing.length === 0}>
          {say(words.save)}
        </button>
      </form>
    </AntdFrame>
  )
}

function Choice<Key extends string>(props: {
  label: Text
  of: Readonly<Record<Key, Text>>
  value: Key
  onChange: (key: Key) => void
}) {
  const say = useSay()
  return (
    <label>
      {say(props.label)}{' '}
      <select
        className="select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as Key)}
      >
        {(Object.keys(props.of) as Key[]).map((key) => (
          <option key={key} value={key}>
            {say(props.of[key])}
          </option>
        ))}
      </select>
    </label>
  )
}
