import { useId, useState } from 'react'
import type { AccountHolding } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { LabelledInput } from '../session/labelled-input.tsx'
import { LabelledField } from './labelled-field.tsx'
import { useHoldings } from './queries.ts'
import { accountWords as words } from './words.ts'

/** The post with which a role is to go, found by the name of whoever holds it. */
export function HoldingField(props: {
  value: string | undefined
  onChange: (holding: AccountHolding | undefined) => void
}) {
  const say = useSay()
  const id = useId()
  const [find, setFind] = useState('')
  const holdings = useHoldings(find)
  const found = find.trim() === '' ? [] : (holdings.data?.holdings ?? [])
  const none = holdings.isSuccess && find.trim() !== '' && found.length === 0
  return (
    <>
      <LabelledInput
        label={say(words.tie)}
        help={say(words.tieHelp)}
        placeholder={say(words.findHolding)}
        type="search"
        autoComplete="off"
        value={find}
        onChange={(event) => {
          setFind(event.target.value)
          props.onChange(undefined)
        }}
      />
      {find.trim() === '' ? null : (
        <LabelledField
          id={id}
          label={say(words.chosenHolding)}
          help={none ? say(words.noHoldings) : undefined}
        >
          <select
            id={id}
            className="select"
            value={props.value ?? ''}
            onChange={(event) => props.onChange(found.find((one) => one.id === event.target.value))}
            aria-describedby={`${id}-note`}
          >
            <option value="">{say(words.chooseHolding)}</option>
            {found.map((one) => (
              <option key={one.id} value={one.id}>
                {say(one.words)}
              </option>
            ))}
          </select>
        </LabelledField>
      )}
      {holdings.error ? <ProblemNote error={holdings.error} again={() => void holdings.refetch()} /> : null}
    </>
  )
}
