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
import { personType } from '../../records.ts'
import type { ResidentsBallotView } from '../../residents-view-schema.ts'
import { NumberInput } from '../election/number-input.tsx'
import { electionWords } from '../election/words.ts'
import { WriteProblem } from '../election/write-problem.tsx'
import { server } from '../server.ts'
import { residentsWords as words } from './words.ts'

const votingFigures = ['entitled', 'participants', 'issued', 'returned', 'void'] as const
const proxyFigures = ['proxies', 'mostProxies', 'candidateProxies', 'unwrittenProxies'] as const
const figures = [...votingFigures, ...proxyFigures]
type Figure = (typeof figures)[number]
type Written = { readonly personId: string; readonly name: string | null; readonly for: string }

/** The count of a round as it is reported: totals and nothing else. */
export function ResidentsCountForm({ ballot, done }: { ballot: ResidentsBallotView; done: () => void }) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const listed = ballot.contenders.filter(({ way }) => way === 'candidate')
  const [on, setOn] = useState<Day>(ballot.on ?? today())
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => startOf(ballot))
  const [written, setWritten] = useState<readonly Written[]>(() =>
    ballot.contenders
      .filter(({ way }) => way === 'write_in')
      .map(({ personId, name, votes }) => ({ personId, name, for: String(votes ?? '') })),
  )
  const [reason, setReason] = useState('')
  const number = (key: string) => Number(typed[key] ?? '')
  const save = useAct(async (overrides: readonly Override[]) => {
    const totals = Object.fromEntries(figures.map((key) => [key, number(key)])) as Record<Figure, number>
    const content = {
      id: ballot.id,
      version: ballot.version,
      onDate: on,
      ...totals,
      candidates: listed.map(({ personId }) => ({ personId, for: number(personId) })),
      writeIns: written.map((each) => ({ personId: each.personId, for: Number(each.for) })),
      correcting: ballot.on !== null,
      reason: reason.trim() || null,
      overrides: [...overrides],
    }
    await server.people.recordResidentsCount.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  })
  const input = (key: string, label: string) => (
    <NumberInput
      key={key}
      label={label}
      value={typed[key] ?? ''}
      onChange={(next) => setTyped({ ...typed, [key]: next })}
    />
  )
  return (
    <AntdFrame>
      <form
        className="section"
        aria-label={say(ballot.on ? electionWords.correctCount : electionWords.enterCount)}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate([])
        }}
      >
        <p className="help">{say(words.totalsOnly)}</p>
        <p>
          {say(electionWords.voteDay)}{' '}
          <DayPicker label={say(electionWords.voteDay)} value={on} onChange={(day) => day && setOn(day)} />
        </p>
        <div className="election-fields">{figures.map((key) => input(key, say(words.figures[key])))}</div>
        <div className="election-fields">
          {listed.map(({ personId, name }) => input(personId, say(words.votesOf(name))))}
          {written.map((each) => (
            <NumberInput
              key={each.personId}
              label={say(words.votesOf(each.name ?? say(electionWords.writtenIn)))}
              value={each.for}
              onChange={(next) =>
                setWritten(written.map((other) => (other === each ? { ...each, for: next } : other)))
              }
            />
          ))}
        </div>
        <div>
          {say(electionWords.addWriteIn)}{' '}
          <ReferencePicker
            label={say(electionWords.addWriteIn)}
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
            label={say(electionWords.reason)}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        {save.error ? <WriteProblem error={save.error} onOverride={(given) => save.mutate(given)} /> : null}
        <button type="submit" className="main-button" disabled={save.isPending}>
          {say(electionWords.save)}
        </button>
      </form>
    </AntdFrame>
  )
}

function startOf({ figures: counted, contenders }: ResidentsBallotView): Record<string, string> {
  const totals = figures.map((key) => [key, counted ? String(counted[key]) : ''] as const)
  const none = counted ? [] : proxyFigures.map((key) => [key, '0'] as const)
  const votes = contenders.map(({ personId, votes: own }) => [personId, String(own ?? '')] as const)
  return Object.fromEntries([...totals, ...none, ...votes])
}
