import { useId } from 'react'
import { useSay } from '../language/use-say.ts'
import { DayPicker } from '../pieces/day-picker.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { today } from '../../values/day.ts'
import { type ChosenRole, wholeOffice } from './chosen-role.ts'
import { HoldingField } from './holding-field.tsx'
import { LabelledField } from './labelled-field.tsx'
import { useAccountPlaces, useRoles } from './queries.ts'
import { accountWords as words } from './words.ts'

/** Which role, over which place, from which day. */
export function RoleFields(props: {
  value: ChosenRole
  onChange: (value: ChosenRole) => void
  tried: boolean
}) {
  const say = useSay()
  const { value, onChange, tried } = props
  const [roleId, placeId, dayId, endId] = [useId(), useId(), useId(), useId()]
  const roles = useRoles()
  const places = useAccountPlaces()
  const role = roles.data?.roles.find(({ id }) => id === value.role)
  const wholeOnly = role?.administrator ?? false
  const choose = (id: string) => {
    const next = roles.data?.roles.find((candidate) => candidate.id === id)
    const administers = { place: wholeOffice, holding: undefined }
    onChange({ ...value, role: id, ...(next?.administrator ? administers : {}) })
  }
  const may = role?.permissions.map((permission) => say(permission.words)).join(say(words.comma))
  const missing = (entered: string) => (tried && entered === '' ? say(words.missing) : undefined)
  return (
    <>
      <LabelledField id={roleId} label={say(words.role)} help={may} error={missing(value.role)}>
        <select
          id={roleId}
          className="select"
          value={value.role}
          onChange={(event) => choose(event.target.value)}
          aria-describedby={`${roleId}-note`}
        >
          <option value="">{say(words.chooseRole)}</option>
          {roles.data?.roles.map(({ id, words: name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </LabelledField>
      {wholeOnly ? null : (
        <HoldingField
          value={value.holding}
          onChange={(holding) => {
            const place = places.data?.places.find(({ id }) => id === holding?.place)
            onChange({ ...value, holding: holding?.id, ...(place ? { place: place.id } : {}) })
          }}
        />
      )}
      <LabelledField
        id={placeId}
        label={say(words.place)}
        help={say(wholeOnly ? words.wholeOnly : words.placeHelp)}
        error={missing(value.place)}
      >
        <select
          id={placeId}
          className="select"
          value={value.place}
          disabled={wholeOnly}
          onChange={(event) => onChange({ ...value, place: event.target.value })}
          aria-describedby={`${placeId}-note`}
        >
          <option value="">{say(words.choosePlace)}</option>
          <option value={wholeOffice}>{say(words.wholeOffice)}</option>
          {places.data?.places.map(({ id, name, code }) => (
            <option key={id} value={id}>
              {[name, code].filter(Boolean).join(' ')}
            </option>
          ))}
        </select>
      </LabelledField>
      <LabelledField id={dayId} label={say(words.from)}>
        <DayPicker
          id={dayId}
          value={value.from}
          onChange={(from) => onChange({ ...value, from: from ?? today() })}
        />
      </LabelledField>
      <LabelledField id={endId} label={say(words.until)} help={say(words.untilHelp)}>
        <DayPicker clearable id={endId} value={value.to} onChange={(to) => onChange({ ...value, to })} />
      </LabelledField>
      {roles.error ? <ProblemNote error={roles.error} again={() => void roles.refetch()} /> : null}
      {places.error ? <ProblemNote error={places.error} again={() => void places.refetch()} /> : null}
    </>
  )
}
