import { Link } from '@tanstack/react-router'
import type { BulkPreview, BulkRefused } from '../../records/bulk/contract.ts'
import { fieldOf, type RecordAct, type RecordType } from '../../records/record-type.ts'
import type { Day } from '../../values/day.ts'
import { deedWords } from '../deeds/words.ts'
import { MovedFigures } from '../figure/moved-figures.tsx'
import { movedWords } from '../figure/moved-words.ts'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { fieldColumn } from '../records/field-column.tsx'
import { FindingList } from '../records/finding-list.tsx'
import type { Override } from '../records/override.ts'
import { RuleProblem } from '../records/rule-problem.tsx'
import { batchWords } from '../workbooks/batch-words.ts'
import type { Selection } from './use-selection.ts'
import { bulkWords as words } from './words.ts'

type Props = {
  type: RecordType
  act: RecordAct
  selection: Selection
  /** The day of the act. */
  asOf: Day | undefined
  asked: boolean
  preview: { data: BulkPreview | undefined; error: unknown }
  onSelect: (next: Selection) => void
  onOverride: (overrides: readonly Override[]) => void
}
const listed = 200

/** What the act would do: how many, which refuse it and why; which figures move, once none refuses it. */
export function BulkConsequences(props: Props) {
  const say = useSay()
  const { preview, asked } = props
  return (
    <section className="section" aria-labelledby="consequences">
      <h2 id="consequences">{say(words.preview)}</h2>
      {!asked ? (
        <p className="help">{say(words.incomplete)}</p>
      ) : preview.data ? (
        <Consequences {...props} data={preview.data} />
      ) : preview.error ? null : (
        <Bones lines={4} />
      )}
    </section>
  )
}

function Consequences(props: Props & { data: BulkPreview }) {
  const say = useSay()
  const { data, type, act, asOf } = props
  const { records } = data
  return (
    <>
      <p className="help">{say(words.previewHelp)}</p>
      <p role="status">
        <strong>{say(words.ready(records.length))}</strong>
      </p>
      {data.refused.length > 0 ? <Refused {...props} refused={data.refused} /> : null}
      {data.findings.length > 0 ? (
        <>
          <h3>{say(deedWords.rules)}</h3>
          <FindingList findings={data.findings.slice(0, 20)} links />
        </>
      ) : null}
      {data.refused.length === 0 ? (
        <>
          <h3>{say(movedWords.figures)}</h3>
          <MovedFigures figures={data.figures} asOf={asOf} />
        </>
      ) : null}
      {records.length > 0 ? (
        <details open={records.length <= 20}>
          <summary>{say(words.which(records.length))}</summary>
          {records.length > listed ? <p className="help">{say(batchWords.listed(listed))}</p> : null}
          <DataTable
            caption={say(words.which(records.length))}
            rows={records.slice(0, listed)}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'record',
                heading: say(words.record),
                cell: ({ id, title }) => (
                  <Link to="/records/$type/$id" params={{ type: type.id, id }}>
                    {title}
                  </Link>
                ),
              },
              ...act.sets.map((key) => {
                const field = fieldOf(type, key)
                return fieldColumn<BulkPreview['records'][number]>(
                  { ...field, label: words.now(field.label) },
                  ({ values }) => values[key],
                  say,
                )
              }),
            ]}
          />
        </details>
      ) : null}
    </>
  )
}

function Refused({ type, selection, refused, onSelect, onOverride }: Props & { refused: BulkRefused[] }) {
  const say = useSay()
  const stale = refused.filter(({ version }) => version !== null)
  const rules = new Map(
    refused.flatMap(({ findings }) => findings.map((finding) => [finding.rule, finding] as const)),
  )
  const take = (ids: ReadonlySet<string>) => onSelect(new Map([...selection].filter(([id]) => !ids.has(id))))
  return (
    <div className="note problem" role="alert">
      <h3>{say(words.refused(refused.length))}</h3>
      <p>{say(words.refusedHelp)}</p>
      <DataTable
        caption={say(words.refused(refused.length))}
        rows={refused.slice(0, listed)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'record',
            heading: say(words.record),
            cell: ({ id, title }) =>
              title === '' ? (
                (selection.get(id)?.title ?? say(words.outside))
              ) : (
                <Link to="/records/$type/$id" params={{ type: type.id, id }} target="_blank">
                  {title}
                </Link>
              ),
          },
          { key: 'why', heading: say(words.why), cell: ({ message }) => say(message) },
        ]}
      />
      <div className="row">
        {refused.length < selection.size ? (
          <button type="button" className="button" onClick={() => take(new Set(refused.map(({ id }) => id)))}>
            {say(words.drop(refused.length))}
          </button>
        ) : null}
        {stale.length > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              const newest = new Map(
                stale.map(({ id, title, version }) => [id, { title, version: version ?? '' }]),
              )
              onSelect(new Map([...selection, ...newest]))
            }}
          >
            {say(words.newest(stale.length))}
          </button>
        ) : null}
      </div>
      {refused.every(({ code }) => code === 'RULE') ? (
        <RuleProblem
          problem={{ code: 'RULE', words: deedWords.stopped, details: { findings: [...rules.values()] } }}
          onOverride={onOverride}
        />
      ) : null}
    </div>
  )
}
