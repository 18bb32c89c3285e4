import type { ImportJob } from '../../ledgers/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import type { Chosen, Judged, MappableLedger } from './chosen-columns.ts'
import { mappingWords as words } from './mapping-words.ts'

type Mapping = ImportJob['mappings'][number]

/** The columns of one sheet, each with its first values and what it is read as. */
export function SheetColumns(props: {
  mapping: Mapping
  ledgers: readonly MappableLedger[]
  ledger: MappableLedger | undefined
  chosen: Chosen
  judged: Judged
  onChange: (next: Chosen) => void
}) {
  const { mapping, ledgers, ledger, chosen, judged, onChange } = props
  const say = useSay()
  const read = (at: number, key: string | null) =>
    onChange({ ...chosen, keys: { ...chosen.keys, [at]: key } })
  return (
    <div className="mapped-sheet">
      <h4>
        {say(words.sheet(mapping.sheet))}{' '}
        <span className="help">{say(words.headingRow(mapping.headingRow))}</span>
      </h4>
      {mapping.named ? null : (
        <label>
          {say(words.ledger)}{' '}
          <select
            className="select"
            value={chosen.ledger ?? ''}
            onChange={(event) => onChange({ ...chosen, ledger: event.target.value || null })}
          >
            <option value="">{say(words.noLedger)}</option>
            {ledgers.map(({ id, title }) => (
              <option key={id} value={id}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      {ledger ? (
        <>
          {judged.missing.length > 0 ? (
            <p className="field-error">{say(words.missing(judged.missing))}</p>
          ) : null}
          {judged.twice.map((heading) => (
            <p key={heading.zh} className="field-error">
              {say(words.twice(heading))}
            </p>
          ))}
          <DataTable
            caption={say(words.columns(mapping.sheet))}
            rows={mapping.columns}
            rowKey={({ at }) => String(at)}
            columns={[
              {
                key: 'heading',
                heading: say(words.column),
                cell: ({ letter, heading }) => (
                  <>
                    <span className="help">{letter}</span> {heading}
                  </>
                ),
              },
              {
                key: 'samples',
                heading: say(words.samples),
                cell: ({ samples }) => samples.join('；') || say(pieceWords.none),
              },
              {
                key: 'key',
                heading: say(words.readAs),
                cell: ({ at, heading }) => (
                  <select
                    className="select"
                    aria-label={say(words.readAsFor(heading))}
                    value={chosen.keys[at] ?? ''}
                    onChange={(event) => read(at, event.target.value || null)}
                  >
                    <option value="">{say(words.notRead)}</option>
                    {ledger.columns.map((column) => (
                      <option key={column.key} value={column.key}>
                        {say(column.heading)}
                        {column.required ? ' *' : ''}
                      </option>
                    ))}
                  </select>
                ),
              },
              {
                key: 'because',
                heading: say(words.why),
                cell: ({ at, key, because }) =>
                  say((chosen.keys[at] ?? null) === key ? words.because[because] : words.chosen),
              },
            ]}
          />
          {judged.absent.length > 0 ? <p className="help">{say(words.absent(judged.absent))}</p> : null}
        </>
      ) : null}
    </div>
  )
}
