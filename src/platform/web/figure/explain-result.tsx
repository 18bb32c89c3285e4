import type { Cause, ExplainedRow, FigureValue } from '../../figures/contract.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { showDifference, showNumber, withUnit } from './figure-number.ts'
import { figureTime } from './figure-time.ts'
import { useRowColumns } from './row-columns.tsx'
import { figureWords as words } from './words.ts'

type Explained = {
  before: FigureValue
  after: FigureValue
  entered: readonly ExplainedRow[]
  left: readonly ExplainedRow[]
  changed: readonly ExplainedRow[]
}

export function ExplainResult({ explained }: { explained: Explained }) {
  const say = useSay()
  const { before, after } = explained
  const shown = (value: FigureValue) => {
    const time = figureTime(value.question)
    const number =
      value.value === null
        ? say(value.absent?.words ?? words.absent)
        : say(withUnit(showNumber(value.value, value.decimals), value.unit))
    return `${time ? `${say(time)} ` : ''}${number}`
  }
  const difference =
    before.value !== null && after.value !== null
      ? showDifference(after.value, before.value, after.decimals)
      : null
  const amount = [after, ...after.inputs].find((one) => one.amount !== null)?.amount ?? null
  return (
    <div role="status">
      <p className="figure-row-count">
        {say(words.before)} {shown(before)} → {say(words.after)} {shown(after)}
        {difference ? ` （${difference}）` : null}
      </p>
      <Group title={words.entered(explained.entered.length)} rows={explained.entered} amount={amount} />
      <Group title={words.left(explained.left.length)} rows={explained.left} amount={amount} />
      <Group title={words.changed(explained.changed.length)} rows={explained.changed} amount={amount} />
    </div>
  )
}

function Group(props: { title: Text; rows: readonly ExplainedRow[]; amount: Text | null }) {
  const say = useSay()
  const { title, rows, amount } = props
  const columns = useRowColumns(amount)
  return (
    <>
      <h3 className="group-title">{say(title)}</h3>
      {rows.length === 0 ? (
        <p className="help">{say(words.nothing)}</p>
      ) : (
        <DataTable
          caption={say(title)}
          rows={rows}
          rowKey={(row, index) => `${row.record.id}-${index}`}
          columns={[
            ...columns(rows),
            { key: 'causes', heading: say(words.causes), cell: (row) => <Causes causes={row.causes} /> },
          ]}
        />
      )}
    </>
  )
}

function Causes({ causes }: { causes: readonly Cause[] }) {
  const say = useSay()
  return (
    <ul className="causes">
      {causes.map((cause, index) => (
        <li key={`${cause.change}-${index}`}>
          {[
            cause.onDate,
            say(cause.words),
            cause.documentNo ? say(words.document(cause.documentNo)) : null,
            cause.reason,
          ]
            .filter(Boolean)
            .join(' · ')}
          {cause.recordedAt && cause.actor ? (
            <span className="help"> {say(words.recorded(momentCell(cause.recordedAt), cause.actor))}</span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
