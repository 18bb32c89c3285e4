import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeedPreview } from '../../records/deeds/contract.ts'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import { useApp } from '../app-context.ts'
import { groupBy } from '../pieces/group-by.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import type { FormValues } from '../records/form-input.ts'
import { DestinationChoice } from './destination-choice.tsx'
import { moveName } from './deed-values.ts'
import { deedWords as words } from './words.ts'

type Dependent = DeedPreview['dependents'][number]
type Props = {
  type: RecordType
  deed: RecordDeed
  values: FormValues
  dependents: readonly Dependent[]
  onPut: (some: FormValues) => void
}

const shownAtOnce = 50

/** Everything that hangs on what ends, by type and field, each line with where it goes; a group can be told at once. */
export function Destinations(props: Props) {
  const groups = groupBy(props.dependents, ({ type, field }) => `${type} ${field.zh}`)
  return [...groups].map(([key, own]) => <Group key={key} {...props} dependents={own} />)
}

function Group(props: Props) {
  const say = useSay()
  const { types } = useApp()
  const { type, deed, values, dependents, onPut } = props
  const [shown, setShown] = useState(shownAtOnce)
  const first = dependents[0] as Dependent
  const label = types.get(first.type)?.plural ?? type.plural
  const title = say(words.group(label, first.field, dependents.length))
  const several = new Set(dependents.map(({ on }) => on.id)).size > 1
  const choice = { type, deed, values }
  return (
    <div className="deed-group">
      <h4>{title}</h4>
      <DataTable<Dependent>
        caption={title}
        rows={dependents.slice(0, shown)}
        rowKey={moveName}
        columns={[
          {
            key: 'title',
            heading: say(words.dependent),
            cell: (one) => (
              <Link to="/records/$type/$id" params={{ type: one.type, id: one.id }} target="_blank">
                {one.title}
              </Link>
            ),
          },
          ...(several ? [{ key: 'on', heading: say(words.on), cell: (one: Dependent) => one.on.title }] : []),
          { key: 'since', heading: say(words.since), kind: 'day', cell: (one) => one.since },
          {
            key: 'to',
            heading: say(words.goesTo),
            cell: (one) => (
              <DestinationChoice
                {...choice}
                dependent={one}
                label={say(words.goesToOf(one.title))}
                value={values[moveName(one)] ?? null}
                onChange={(to) => onPut({ [moveName(one)]: to })}
              />
            ),
          },
        ]}
      />
      {dependents.length > shown ? (
        <button type="button" className="plain-button" onClick={() => setShown(shown + 200)}>
          {say(words.more(Math.min(200, dependents.length - shown)))}
        </button>
      ) : null}
      {dependents.length > 1 ? (
        <div className="row deed-all">
          <span>{say(words.allTo)}</span>
          <DestinationChoice
            {...choice}
            dependent={first}
            label={say(words.allTo)}
            value={sameFor(dependents, values)}
            onChange={(to) => onPut(Object.fromEntries(dependents.map((one) => [moveName(one), to])))}
          />
        </div>
      ) : null}
    </div>
  )
}

/** The destination that all of them share; null where they differ. */
function sameFor(dependents: readonly Dependent[], values: FormValues): string | null {
  const all = new Set(dependents.map((one) => values[moveName(one)] ?? null))
  return all.size === 1 ? ([...all][0] ?? null) : null
}
