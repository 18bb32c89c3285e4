import type { RecordType } from '../records/record-type.ts'
import { addDays } from '../values/day.ts'
import { causesOf, derivedBetween, placeMoved, unknownCause, type Window } from './causes.ts'
import type { Cause } from './contract.ts'
import type { Counted } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

/** A row to be explained: its record, its place, and its node of the tree that was asked along. */
export type CausedRow = { readonly record: string; readonly place: string; readonly node: string }

/**
 * Why each row came, went or changed between two questions. Asked in turn, until one answers: the record itself, the
 * nodes above it, the records that decide whether it counts, and what was derived anew from a change of another record.
 */
export async function causesOfRows(
  figures: Figures,
  a: Asked,
  b: Asked,
  input: Counted,
  rows: readonly CausedRow[],
): Promise<Cause[][]> {
  const window = windowOf(a, b, input)
  const found = rows.map((): Cause[] => [])
  const steps: ((rows: readonly CausedRow[]) => Promise<Cause[][]>)[] = [
    (left) =>
      causesFrom(
        figures,
        b,
        input.rows.record,
        left.map((row) => [row.record]),
        window,
      ),
    async (left) =>
      (await causesFrom(figures, b, b.hierarchy.recordType, await above(figures, b, left), window)).map(
        (causes) => causes.map(moved),
      ),
    async (left) =>
      input.rows.decidedBy
        ? await causesFrom(
            figures,
            b,
            input.rows.decidedBy.record,
            await deciding(figures, b, input, left),
            window,
          )
        : left.map(() => []),
    (left) => derivedCauses(figures, b, input, left, window),
  ]
  for (const step of steps) {
    const left = rows.flatMap((row, index) => (found[index]?.length ? [] : [{ row, index }]))
    if (left.length === 0) break
    const causes = await step(left.map(({ row }) => row))
    for (const [nth, { index }] of left.entries()) found[index] = causes[nth] ?? []
  }
  return found.map((causes) => (causes.length > 0 ? causes : [nothing]))
}

function windowOf(a: Asked, b: Asked, input: Counted): Window {
  const stock = input.rows.dated === 'asOf'
  const [afterDay, throughDay] = stock
    ? ([a.asOf, b.asOf].sort() as [Asked['asOf'], Asked['asOf']])
    : [
        addDays([a.period.from, b.period.from].sort()[0] as Asked['asOf'], -1),
        [a.period.through, b.period.through].sort()[1] as Asked['asOf'],
      ]
  const known = [a.known ?? 0n, b.known ?? 0n]
  const [afterChange, throughChange] =
    (known[0] as bigint) < (known[1] as bigint) ? known : known.toReversed()
  return { afterDay, throughDay, afterChange: afterChange as bigint, throughChange: throughChange as bigint }
}

async function causesFrom(
  figures: Figures,
  asked: Asked,
  record: string,
  related: readonly (readonly string[])[],
  window: Window,
): Promise<Cause[][]> {
  const type = figures.engine.types.get(record) as RecordType
  const causes = await causesOf(figures, asked, type, [...new Set(related.flat())], window)
  return related.map((ids) => ids.flatMap((id) => causes.get(id) ?? []))
}

async function derivedCauses(
  figures: Figures,
  asked: Asked,
  input: Counted,
  rows: readonly CausedRow[],
  window: Window,
): Promise<Cause[][]> {
  const type = figures.engine.types.get(input.rows.record) as RecordType
  const causes = await derivedBetween(
    figures,
    asked,
    type,
    rows.map((row) => row.record),
    window,
  )
  return rows.map((row) => causes.get(row.record) ?? [])
}

/** The nodes of the rows and all that ever stood above them, as known at any time: a move of any of them moves the row. */
async function above(figures: Figures, asked: Asked, rows: readonly CausedRow[]): Promise<string[][]> {
  const { schema, name } = asked.hierarchy
  const every = (table: string, columns: string) =>
    `(select ${columns} from ${schema}.${table} union select ${columns} from ${schema}_history.${table})`
  return await related(
    figures,
    asked,
    `above ${schema}.${name}`,
    rows.map((row) => row.node),
    `select distinct s.record_id, h.id
    from ${every(`${name}_spell`, 'office_id, record_id, path')} s cross join lateral unnest(string_to_array(s.path, '/')) as part
    join ${every(name, 'office_id, id, label')} h on h.office_id = s.office_id and h.label = part
    where s.office_id = $1::int and s.record_id = any(string_to_array($2, ',')::uuid[])`,
  )
}

/** The records that ever stood in the rows' places or right above them. */
async function deciding(
  figures: Figures,
  asked: Asked,
  input: Counted,
  rows: readonly CausedRow[],
): Promise<string[][]> {
  const { record, placeColumn } = input.rows.decidedBy as NonNullable<Counted['rows']['decidedBy']>
  const { schema, name } = figures.place
  const parent = figures.engine.types.get(figures.place.recordType)?.parent as string
  const [area, table] = record.split('.') as [string, string]
  const every = (of: string, spell: string, columns: string) =>
    `(select ${columns} from ${of}.${spell} union select ${columns} from ${of}_history.${spell})`
  return await related(
    figures,
    asked,
    `deciding ${record}`,
    rows.map((row) => row.place),
    `select distinct p.record_id, d.record_id
    from ${every(schema, `${name}_spell`, `office_id, record_id, ${parent}`)} p
    join ${every(area, `${table}_spell`, `office_id, record_id, ${placeColumn}`)} d on d.office_id = p.office_id and d.${placeColumn} in (p.record_id, p.${parent})
    where p.office_id = $1::int and p.record_id = any(string_to_array($2, ',')::uuid[])`,
  )
}

async function related(
  figures: Figures,
  asked: Asked,
  name: string,
  ids: readonly string[],
  text: string,
): Promise<string[][]> {
  const result = await figures.database.query(asked.scope, {
    name,
    text,
    values: [String(asked.scope.office), [...new Set(ids)].join(',')],
  })
  const found = Map.groupBy(result.rows, (row) => row[0] as string)
  return ids.map((id) => (found.get(id) ?? []).map((row) => row[1] as string))
}

const moved = (cause: Cause): Cause => ({
  ...cause,
  kind: 'moved',
  words: { zh: `${placeMoved.zh}：${cause.words.zh}`, en: `${placeMoved.en}: ${cause.words.en}` },
})
const nothing: Cause = {
  kind: 'unknown',
  words: unknownCause,
  onDate: null,
  documentNo: null,
  change: null,
  recordedAt: null,
  actor: null,
  reason: null,
}
