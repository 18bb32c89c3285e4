import { Form } from 'antd'
import type { DeedPart, RecordDeed, RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { FieldInput } from '../records/field-input.tsx'
import { rulesOf } from '../records/field-rules.ts'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { helpOfField } from '../records/help-of-field.ts'
import { DeedParticipant } from './deed-participant.tsx'
import { FillAs } from './fill-as.tsx'
import { fieldsOfRow, type PartName, rowName, rowsOf } from './deed-values.ts'
import { deedWords as words } from './words.ts'

type Props = {
  type: RecordType
  deed: RecordDeed
  name: PartName
  part: DeedPart
  values: FormValues
  onPut: (some: FormValues) => void
  onAdd: (part: PartName) => void
  onRemove: (part: PartName, row: string) => void
}

/** The records that take part in a deed in one way: chosen among those there are, or filled in where they begin. */
export function DeedPartFields(props: Props) {
  const say = useSay()
  const { name, part, values, onAdd } = props
  const rows = rowsOf(values, name)
  const begins = name === 'beginning'
  return (
    <section className="section" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>{say(part.label)}</h2>
      {rows.map((row, index) => (
        <Row key={row} {...props} row={row} nth={index + 1} fixed={rows.length <= part.least} />
      ))}
      {rows.length < (part.most ?? Number.POSITIVE_INFINITY) ? (
        <button type="button" className="button" onClick={() => onAdd(name)}>
          {say(begins ? words.addNew : words.addExisting)}
        </button>
      ) : null}
    </section>
  )
}

function Row(props: Props & { row: string; nth: number; fixed: boolean }) {
  const say = useSay()
  const { type, deed, name, part, values, row, nth, onPut, onRemove } = props
  const begins = name === 'beginning'
  const title = begins ? textIn(values, rowName(name, row, `sets.${type.title}`)) : null
  const which = title ?? say(words.newRecord(part.label, nth))
  return (
    <div className="deed-row" role="group" aria-label={say(words.newRecord(part.label, nth))}>
      <div className="row deed-row-head">
        {begins ? (
          <>
            <h3>{which}</h3>
            <FillAs type={type} deed={deed} values={values} row={row} onPut={onPut} />
          </>
        ) : (
          <DeedParticipant type={type} name={name} row={row} values={values} onPut={onPut} label={which} />
        )}
        {props.fixed ? null : (
          <button
            type="button"
            className="plain-button"
            aria-label={say(words.removeWhich(which))}
            onClick={() => onRemove(name, row)}
          >
            {say(words.remove)}
          </button>
        )}
      </div>
      <div className="deed-fields">
        {fieldsOfRow(type, deed, name, row).map(({ name: field, field: declared }) => (
          <Form.Item
            key={field}
            name={field}
            label={say(declared.label)}
            extra={helpOfField(declared, say)}
            required={begins && declared.required}
            rules={rulesOf(declared, begins && declared.required, say)}
          >
            <FieldInput field={declared} on={dayIn(values)} />
          </Form.Item>
        ))}
      </div>
    </div>
  )
}
