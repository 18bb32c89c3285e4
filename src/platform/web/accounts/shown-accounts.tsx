import { useId } from 'react'
import type { ListedAccount } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { LabelledField } from './labelled-field.tsx'
import { accountWords as words } from './words.ts'

export const isShown = {
  all: () => true,
  unused: ({ unused, closedAt }: ListedAccount) => unused && closedAt === null,
  closed: ({ closedAt }: ListedAccount) => closedAt !== null,
}
export type Shown = keyof typeof isShown

/** Which accounts the list shows, each choice with how many there are. */
export function ShownAccounts(props: {
  accounts: readonly ListedAccount[]
  value: Shown
  onChange: (value: Shown) => void
}) {
  const say = useSay()
  const id = useId()
  const { accounts, value, onChange } = props
  const none = !accounts.some(isShown[value])
  return (
    <div className="shown-accounts screen-only">
      <LabelledField id={id} label={say(words.show)} help={none ? say(words.noneShown) : undefined}>
        <select
          id={id}
          className="select"
          value={value}
          onChange={(event) => onChange(event.target.value as Shown)}
          aria-describedby={`${id}-note`}
        >
          {(Object.keys(isShown) as Shown[]).map((one) => (
            <option key={one} value={one}>
              {say(words.shows[one])} ({accounts.filter(isShown[one]).length})
            </option>
          ))}
        </select>
      </LabelledField>
    </div>
  )
}
