import { useId, useState } from 'react'
import type { GrantedRole, ListedAccount } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { type Day, today } from '../../values/day.ts'
import { AccountForm } from './account-form.tsx'
import { LabelledField } from './labelled-field.tsx'
import { accountWords as words } from './words.ts'

export function EndForm(props: { account: ListedAccount; role: GrantedRole; leave: () => void }) {
  const say = useSay()
  const id = useId()
  const { account, role, leave } = props
  const [on, setOn] = useState<Day>(today())
  const end = useAct(server.access.accountsEndRole.call)
  const submit = () => {
    if (end.isPending) return
    end.mutate(
      { id: role.id, on },
      {
        onSuccess: () => {
          announce(words.endedDone(role.words, account.name))
          leave()
        },
      },
    )
  }
  return (
    <AccountForm
      title={words.endName(role.words, account.name)}
      submitLabel={words.confirmEnd}
      busy={end.isPending}
      error={end.error}
      onSubmit={submit}
      leave={leave}
    >
      <LabelledField id={id} label={say(words.on)} help={say(words.onHelp)}>
        <DayPicker id={id} value={on} onChange={(value) => setOn(value ?? today())} />
      </LabelledField>
    </AccountForm>
  )
}
