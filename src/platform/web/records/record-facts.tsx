import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordField, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { type Shown, shownValue } from './shown-value.ts'

export function RecordFacts({ type, record }: { type: RecordType; record: RecordView }) {
  return (
    <dl className="facts">
      {record.values
        ? type.attributes.map((field) => (
            <Fact key={field.key} field={field} value={record.values?.[field.key]} />
          ))
        : null}
      {type.header.map((field) => (
        <Fact key={field.key} field={field} value={record.header[field.key]} />
      ))}
    </dl>
  )
}

function Fact({ field, value }: { field: RecordField; value: Shown | undefined }) {
  const say = useSay()
  const shown = shownValue(field, value, say)
  return (
    <div>
      <dt>{say(field.label)}</dt>
      <dd>
        {field.kind === 'reference' && value?.value ? (
          <Link to="/records/$type/$id" params={{ type: field.to, id: value.value }}>
            {shown}
          </Link>
        ) : (
          shown
        )}
      </dd>
    </div>
  )
}
