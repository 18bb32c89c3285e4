import { useId } from 'react'
import type { CatalogueRole } from '../../access/account-contract.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { grantWords as words } from './grant-words.ts'
import type { Asked } from './held-by-place.ts'
import { LabelledField } from './labelled-field.tsx'

/** Whom, which role, and who may do a certain thing. */
export function GrantsFilter(props: {
  roles: readonly CatalogueRole[]
  value: Asked
  onChange: (value: Asked) => void
}) {
  const say = useSay()
  const { roles, value, onChange } = props
  const permissions = new Map(
    roles.flatMap((role) => role.permissions.map(({ id, words: name }) => [id, name] as const)),
  )
  return (
    <div className="grants-filter screen-only">
      <LabelledInput
        label={say(words.find)}
        type="search"
        value={value.find}
        onChange={(event) => onChange({ ...value, find: event.target.value })}
      />
      <Choice
        label={say(words.may)}
        any={say(words.anyPermission)}
        value={value.permission}
        choices={[...permissions]}
        onChange={(permission) => onChange({ ...value, permission })}
      />
      <Choice
        label={say(words.role)}
        any={say(words.anyRole)}
        value={value.role}
        choices={roles.map(({ id, words: name }) => [id, name])}
        onChange={(role) => onChange({ ...value, role })}
      />
    </div>
  )
}

function Choice(props: {
  label: string
  any: string
  value: string
  choices: readonly (readonly [string, Text])[]
  onChange: (value: string) => void
}) {
  const say = useSay()
  const id = useId()
  return (
    <LabelledField id={id} label={props.label}>
      <select
        id={id}
        className="select"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{props.any}</option>
        {props.choices.map(([one, name]) => (
          <option key={one} value={one}>
            {say(name)}
          </option>
        ))}
      </select>
    </LabelledField>
  )
}
