import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { AntdFrame } from '../../../../platform/web/pieces/antd-frame.tsx'
import { DayPicker } from '../../../../platform/web/pieces/day-picker.tsx'
import type { Override } from '../../../../platform/web/records/override.ts'
import { ReferencePicker } from '../../../../platform/web/records/reference-picker.tsx'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import { LabelledInput } from '../../../../platform/web/session/labelled-input.tsx'
import { type Day, today } from '../../../../platform/values/day.ts'
import type { ElectionBallotView } from '../../election-view-schema.ts'
import { personType } from '../../records.ts'
import { NumberInput } from './number-input.tsx'
import { server } from '../server.ts'
import { electionWords as words } from './words.ts'
import { WriteProblem } from './write-problem.tsx'

const figures = ['due', 'present', 'issued', 'returned', 'void'] as const
const marks = ['for', 'against', 'abstain'] as const
const markWords = { for: words.votesFor, against: words.votesAgainst, abstain: words.abstained } as const
type Written = { readonly personId: string; readonly name: string | null; readonly for: string }

/** The count of a round as the scrutineers report it: totals and nothing else. */
export function CountForm({ ballot, done }: { ballot: ElectionBallotView; done: () => void }) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const listed = ballot.contenders.filter(({ way }) => way === 'candidate')
  const [on, setOn] = useState<Day>(ballot.on ?? today())
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => startOf(ballot))
  const [written, setWritten] = useState<readonly Written[]>(() =>
    ballot.contenders
      .filter(({ way }) => way === 'write_in')
      .map(({ personId, name, votes }) => ({ personId, name, for: String(votes?.for ?? '') })),
  )
  const [reason, setReason] = useState('')
  const value = (key: string) => typed[key] ?? ''
  const number = (key: string) => Number(value(key))
  const save = useAct(async (overrides: readonly Override[]) => {
    const content = {
      id: ballot.id,
      version: ballot.version,
      onDate: on,
      due: number('due'),
      present: number('present'),
      issued: number('issued'),
      returned: number('returned'),
      void: number('void'),
      candidates: listed.map(({ personId }) => ({
        personId,
        for: number(`${personId} for`),
        against: number(`${personId} against`),
        abstain: number(`${personId} abstain`),
      })),
      writeIns: written.map((each) => ({ personId: each.personId, for: Number(each.for) })),
      correcting: ballot.on !== null,
      reason: reason.trim() || null,
      overrides: [...overrides],
    }
    await server.people.recordCount.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  })
  const input = (key: string, label: string) => (
    <NumberInput
      key={key}
      label={label}
      value={value(key)}
      onChange={(next) => setTyped({ ...typed, [key]: next })}
    />
  )
  return (
    <AntdFrame>
      <form
        className="section"
        aria-label={say(ballot.on ? words.correctCount : words.enterCount)}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate([])
        }}
      >
        <p className="help">{say(words.totalsOnly)}</p>
        <p>
          {say(words.voteDay)}{' '}
          <DayPicker label={say(words.voteDay)} value={on} onChange={(day) => day && setOn(day)} />
        </p>
        <div className="election-fields">{figures.map((key) => input(key, say(words[key])))}</div>
        {listed.map(({ personId, name }) => (
          <fieldset key={personId}>
            <legend>{name}</legend>
            <div className="election-fields">
              {marks.map((mark) => input(`${personId} ${mark}`, say(words.votesOf(name, markWords[mark]))))}
            </div>
          </fieldset>
        ))}
        {written.map((each) => (
          <NumberInput
            key={each.personId}
            label={say(words.votesOf(each.name ?? say(words.writtenIn), words.votesFor))}
            value={each.for}
            onChange={(next) =>
              setWritten(written.map((other) => (other === each ? { ...each, for: next } : other)))
            }
          />
        ))}
        <div>
          {say(words.addWriteIn)}{' '}
          <ReferencePicker
            label={say(words.addWriteIn)}
            to={personType.id}
            value={null}
            onChange={(personId) =>
              personId && written.every((each) => each.personId !== personId)
                ? setWritten([...written, { personId, name: null, for: '' }])
                : undefined
            }
          />
        </div>
        {ballot.on ? (
          <LabelledInput
            label={say(words.reason)}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        {save.error ? <WriteProblem error={save.error} onOverride={(given) => save.mutate(given)} /> : null}
        <button type="submit" className="main-button" disabled={save.isPending}>
          {say(words.save)}
        </button>
      </form>
    </AntdFrame>
  )
}

function startOf(ballot: ElectionBallotView): Record<string, string> {
  const figuresTyped = figures.map((key) => [key, ballot.figures ? String(ballot.figures[key]) : ''] as const)
  const votes = ballot.contenders.flatMap(({ personId, votes: own }) =>
    marks.map((mark) => [`${personId} ${mark}`, own ? String(own[mark]) : ''] as const),
  )
  return Object.fromEntries([...figuresTyped, ...votes])
}
