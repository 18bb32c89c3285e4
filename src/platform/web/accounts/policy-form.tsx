import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { useRoles } from './queries.ts'
import { accountWords as words } from './words.ts'

type Policy = Parameters<typeof server.access.setPolicy.call>[0]
const kinds = ['nobody', 'roles', 'all'] as const

/** What the office asks of every sign-in; the security administrator sets it. */
export function PolicyForm() {
  const say = useSay()
  const id = useId()
  const policy = useQuery(server.access.policy.queryOptions())
  return (
    <section className="section screen-only" aria-labelledby={id}>
      <h2 id={id}>{say(words.policy)}</h2>
      <Loaded query={policy}>{(data) => <Fields key={JSON.stringify(data)} policy={data} />}</Loaded>
    </section>
  )
}

function Fields({ policy }: { policy: Policy }) {
  const say = useSay()
  const name = useId()
  const roles = useRoles()
  const [draft, setDraft] = useState(policy)
  const set = useAct(server.access.setPolicy.call)
  const { of, roles: chosen } = draft.secondFactor
  const choose = (secondFactor: Policy['secondFactor']) => setDraft({ ...draft, secondFactor })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!set.isPending) set.mutate(draft, { onSuccess: () => announce(words.policySaved) })
  }
  return (
    <form className="policy-form" onSubmit={submit} noValidate>
      <fieldset>
        <legend>{say(words.policyWho)}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={name}
              checked={of === kind}
              onChange={() => choose({ of: kind, roles: kind === 'roles' ? chosen : [] })}
            />{' '}
            {say(words.policyOf[kind])}
          </label>
        ))}
        {of === 'roles'
          ? roles.data?.roles.map((role) => (
              <label key={role.id} className="policy-role">
                <input
                  type="checkbox"
                  checked={chosen.includes(role.id)}
                  onChange={({ target }) =>
                    choose({
                      of,
                      roles: target.checked ? [...chosen, role.id] : chosen.filter((one) => one !== role.id),
                    })
                  }
                />{' '}
                {say(role.words)}
              </label>
            ))
          : null}
      </fieldset>
      <LabelledInput
        label={say(words.policySessions)}
        help={say(words.policySessionsHelp)}
        type="number"
        min={1}
        max={50}
        value={draft.sessionsPerAccount}
        onChange={({ target }) => setDraft({ ...draft, sessionsPerAccount: Number(target.value) })}
      />
      {set.error ? <ProblemNote error={set.error} /> : null}
      <button type="submit" className="main-button" disabled={set.isPending}>
        {say(words.save)}
      </button>
    </form>
  )
}
