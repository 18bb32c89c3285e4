import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { GrantedRole } from '../../access/account-contract.ts'
import { addDays, type Day, today } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { AccountForm } from './account-form.tsx'
import { wholeOffice } from './chosen-role.ts'
import { LabelledField } from './labelled-field.tsx'
import { ownRoleWords as words } from './own-role-words.ts'
import { accountWords } from './words.ts'

/** To whom, over which place, between which days and why a role is handed on. */
export function HandOnForm(props: { role: GrantedRole; mostDays: number; leave: () => void }) {
  const say = useSay()
  const { role, mostDays, leave } = props
  const [toId, overId, fromId, endId] = [useId(), useId(), useId(), useId()]
  const choices = useQuery(server.access.handOnChoices.queryOptions({ input: { grant: role.id } }))
  const [account, setAccount] = useState('')
  const [place, setPlace] = useState(role.place?.id ?? wholeOffice)
  const [from, setFrom] = useState<Day>(today())
  const [to, setTo] = useState<Day | undefined>(undefined)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(server.access.handOnRole.call)
  const missing = (given: string | undefined) => (tried && !given?.trim() ? say(words.missing) : undefined)
  const submit = () => {
    setTried(true)
    if (act.isPending || account === '' || to === undefined || !reason.trim()) return
    const name = choices.data?.accounts.find(({ id }) => id === account)?.name ?? ''
    act.mutate(
      { grant: role.id, account, place: place === wholeOffice ? null : place, from, to, reason },
      {
        onSuccess: () => {
          announce(words.done(role.words, name))
          leave()
        },
      },
    )
  }
  const places = choices.data?.places ?? []
  const listed = role.place === null || places.some(({ id }) => id === role.place?.id)
  return (
    <AccountForm
      title={words.handOnName(role.words)}
      help={words.handOnHelp(mostDays)}
      submitLabel={words.confirm}
      busy={act.isPending}
      error={act.error}
      onSubmit={submit}
      leave={leave}
    >
      <LabelledField id={toId} label={say(words.to)} error={missing(account)}>
        <select
          id={toId}
          className="select"
          value={account}
          onChange={(event) => setAccount(event.target.value)}
          aria-describedby={`${toId}-note`}
        >
          <option value="">{say(words.choosePerson)}</option>
          {choices.data?.accounts.map(({ id, name, username }) => (
            <option key={id} value={id}>
              {name} {username}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id={overId} label={say(words.over)}>
        <select
          id={overId}
          className="select"
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        >
          {choices.data?.whole === false ? null : (
            <option value={wholeOffice}>{say(accountWords.wholeOffice)}</option>
          )}
          {listed || !role.place ? null : <option value={role.place.id}>{role.place.name}</option>}
          {places.map(({ id, name, code }) => (
            <option key={id} value={id}>
              {[name, code].filter(Boolean).join(' ')}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id={fromId} label={say(words.from)}>
        <DayPicker id={fromId} value={from} onChange={(value) => setFrom(value ?? today())} />
      </LabelledField>
      <LabelledField
        id={endId}
        label={say(words.end)}
        help={say(words.endHelp)}
        error={to !== undefined && to > addDays(from, mostDays) ? say(words.tooLong(mostDays)) : missing(to)}
      >
        <DayPicker id={endId} value={to} onChange={setTo} />
      </LabelledField>
      <LabelledInput
        label={say(words.reason)}
        help={say(words.reasonHelp)}
        autoComplete="off"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={missing(reason)}
      />
      {choices.error ? <ProblemNote error={choices.error} again={() => void choices.refetch()} /> : null}
    </AccountForm>
  )
}
