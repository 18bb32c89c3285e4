import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordView } from '../../records/contract.ts'
import type { RecordField, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { Reveal } from './reveal.tsx'
import { type Shown, shownValue } from './shown-value.ts'

export function RecordFacts({ type, record }: { type: RecordType; record: RecordView }) {
  const say = useSay()
  return (
    <dl className="facts">
      {record.values
        ? type.attributes.map((field) => (
            <Fact key={field.key} field={field} value={record.values?.[field.key]} />
          ))
        : null}
      {type.header.map((field) => (
        <Fact key={field.key} field={field} value={record.header[field.key]}>
          {record.header[field.key]?.masked ? (
            <Reveal
              type={type.id}
              id={record.id}
              field={field}
              mask={shownValue(field, record.header[field.key], say)}
            />
          ) : null}
        </Fact>
      ))}
    </dl>
  )
}

function Fact(props: { field: RecordField; value: Shown | undefined; children?: ReactNode }) {
  const { field, value, children } = props
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
          (children ?? shown)
        )}
      </dd>
    </div>
  )
}
