import { useState } from 'react'
import { isNumberField } from '../../records/number-field.ts'
import { rangeWords, readRange } from '../../records/number-range.ts'
import { isMasked, type RecordField, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Disclosure } from '../pieces/disclosure.tsx'
import { pieceWords } from '../pieces/words.ts'
import { NumberFilter } from './number-filter.tsx'
import { ReferencePicker, useReferenceTitle } from './reference-picker.tsx'
import { recordWords as words } from './words.ts'

type Filters = { type: RecordType; where: readonly string[]; onWhere: (where: string[]) => void }

function filterFields(type: RecordType): RecordField[] {
  return [...type.attributes, ...type.header].filter(
    (field) =>
      (isNumberField(field) || ['choice', 'flag', 'reference'].includes(field.kind)) && !isMasked(field),
  )
}

/** The filters in force as chips, and the way to add one. */
export function ListFilters({ type, where, onWhere }: Filters) {
  const say = useSay()
  return (
    <div className="row">
      {where.map((pair) => (
        <Chip
          key={pair}
          type={type}
          pair={pair}
          onRemove={() => onWhere(where.filter((other) => other !== pair))}
        />
      ))}
      {filterFields(type).length > 0 ? (
        <Disclosure label={say(words.addFilter)}>
          {(close) => (
            <AddFilter
              type={type}
              onAdd={(pair) => {
                const field = pair.slice(0, pair.indexOf(':') + 1)
                onWhere([...where.filter((other) => !other.startsWith(field)), pair])
                close()
              }}
            />
          )}
        </Disclosure>
      ) : null}
      {where.length > 1 ? (
        <button type="button" className="plain-button" onClick={() => onWhere([])}>
          {say(words.clearFilters)}
        </button>
      ) : null}
    </div>
  )
}

function Chip({ type, pair, onRemove }: { type: RecordType; pair: string; onRemove: () => void }) {
  const say = useSay()
  const at = pair.indexOf(':')
  const value = pair.slice(at + 1)
  const field = filterFields(type).find((candidate) => candidate.key === pair.slice(0, at))
  const title = useReferenceTitle(field?.kind === 'reference' ? field.to : null, value)
  const choice = field?.kind === 'choice' ? field.choices[value] : undefined
  const flag = field?.kind === 'flag' ? (value === 'true' ? pieceWords.yes : pieceWords.no) : undefined
  const range = isNumberField(field) ? readRange(field.kind, value) : null
  const said = choice ?? flag ?? (isNumberField(field) && range ? rangeWords(field.kind, range) : undefined)
  const shown = `${field ? say(field.label) : pair.slice(0, at)}: ${said ? say(said) : (title ?? value)}`
  return (
    <span className="chip">
      {shown}
      <button type="button" aria-label={say(words.removeFilter(shown))} onClick={onRemove}>
        ×
      </button>
    </span>
  )
}

function AddFilter({ type, onAdd }: { type: RecordType; onAdd: (pair: string) => void }) {
  const say = useSay()
  const fields = filterFields(type)
  const [key, setKey] = useState(fields[0]?.key)
  const field = fields.find((candidate) => candidate.key === key)
  if (!field) return null
  const choices =
    field.kind === 'choice'
      ? Object.entries(field.choices)
      : field.kind === 'flag'
        ? Object.entries({ true: pieceWords.yes, false: pieceWords.no })
        : []
  return (
    <div className="filter-panel">
      <label>
        {say(words.filterField)}{' '}
        <select className="select" value={field.key} onChange={(event) => setKey(event.target.value)}>
          {fields.map((candidate) => (
            <option key={candidate.key} value={candidate.key}>
              {say(candidate.label)}
            </option>
          ))}
        </select>
      </label>
      {isNumberField(field) ? (
        <NumberFilter key={field.key} field={field} onRange={(range) => onAdd(`${field.key}:${range}`)} />
      ) : field.kind === 'reference' ? (
        <AntdFrame>
          <ReferencePicker
            key={field.key}
            label={`${say(field.label)} ${say(words.filterValue)}`}
            to={field.to}
            onChange={(value) => (value ? onAdd(`${field.key}:${value}`) : undefined)}
          />
        </AntdFrame>
      ) : (
        <fieldset className="checks">
          <legend className="hidden-text">{say(field.label)}</legend>
          {choices.map(([value, label]) => (
            <button
              key={value}
              type="button"
              className="plain-button"
              onClick={() => onAdd(`${field.key}:${value}`)}
            >
              {say(label)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}
