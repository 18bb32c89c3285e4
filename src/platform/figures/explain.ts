import type { RecordType } from '../records/record-type.ts'
import type { Cause, ExplainedRow, FigureRow, FigureValue } from './contract.ts'
import { causesOf, placeMoved, unknownCause, type Window } from './causes.ts'
import { answerValue } from './answer.ts'
import { type Counted, inputsOf, takes } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'
import { rowsPage } from './rows.ts'

export type Explained = {
  before: FigureValue
  after: FigureValue
  entered: ExplainedRow[]
  left: ExplainedRow[]
  changed: ExplainedRow[]
}

/** What parts the value of one moment from that of another: rows that entered, left or changed, each with its causes. */
export async function explain(figures: Figures, first: Asked, second: Asked, rowsOpen: boolean): Promise<Explained> {
  const before = await answerValue(figures, first, rowsOpen)
  const after = await answerValue(figures, second, rowsOpen)
  const then = { ...first, known: BigInt(before.question.knownAt) }
  const later = { ...second, known: BigInt(after.question.knownAt) }
  const result: Explained = { before, after, entered: [], left: [], changed: [] }
  for (const input of inputsOf(first.figure)) {
    const difference = compare(await everyRow(figures, then, input), await everyRow(figures, later, input))
    const explained = await withCauses(figures, then, later, input, [...difference.entered, ...difference.left, ...difference.changed])
    result.entered.push(...explained.slice(0, difference.entered.length))
    result.left.push(...explained.slice(difference.entered.length, difference.entered.length + difference.left.length))
    result.changed.push(...explained.slice(difference.entered.length + difference.left.length))
  }
  return result
}

type Keyed = { readonly key: string; readonly row: FigureRow }

async function everyRow(figures: Figures, asked: Asked, input: Counted): Promise<Keyed[]> {
  const page = await rowsPage(figures, asked, input, null, undefined)
  return page.rows.map((row, index) => ({ key: `${page.keys[index]}|${row.record.id}`, row }))
}

function compare(before: readonly Keyed[], after: readonly Keyed[]) {
  const earlier = new Map(before.map(({ key, row }) => [key, row]))
  const later = new Map(after.map(({ key, row }) => [key, row]))
  return {
    entered: after.filter(({ key }) => !earlier.has(key)).map(({ row }) => row),
    left: before.filter(({ key }) => !later.has(key)).map(({ row }) => row),
    changed: after.filter(({ key, row }) => earlier.has(key) && differs(earlier.get(key) as FigureRow, row)).map(({ row }) => row),
  }
}

/** A row counts the same while its amount, kind, place and number of times do; its name and dates may be told otherwise. */
function differs(a: FigureRow, b: FigureRow): boolean {
  return a.amount !== b.amount || a.kind?.code !== b.kind?.code || a.place.id !== b.place.id || a.times !== b.times
}

async function withCauses(figures: Figures, a: Asked, b: Asked, input: Counted, rows: readonly FigureRow[]): Promise<ExplainedRow[]> {
  const window = windowOf(a, b)
  const type = figures.engine.types.get(input.rows.record) as RecordType
  const own = await causesOf(figures, b, type, rows.map((row) => row.record.id), window)
  const unexplained = rows.filter((row) => !own.has(row.record.id))
  const places = figures.engine.types.get(figures.place.recordType) as RecordType
  const above = unexplained.length > 0 ? await causesOf(figures, b, places, await ancestors(figures, b, unexplained), window) : new Map<string, Cause[]>()
  const moved = [...above.values()].flat().map((cause): Cause => ({ ...cause, kind: 'moved', words: { zh: `${placeMoved.zh}：${cause.words.zh}`, en: `${placeMoved.en}: ${cause.words.en}` } }))
  return rows.map((row) => ({ ...row, causes: own.get(row.record.id) ?? (moved.length > 0 ? moved : [nothing]) }))
}

function windowOf(a: Asked, b: Asked): Window {
  const dayOf = (asked: Asked) => (takes(asked.figure) === 'asOf' ? asked.asOf : asked.period.through)
  const [afterDay, throughDay] = dayOf(a) < dayOf(b) ? [dayOf(a), dayOf(b)] : [dayOf(b), dayOf(a)]
  const known = [a.known ?? 0n, b.known ?? 0n]
  const [afterChange, throughChange] = (known[0] as bigint) < (known[1] as bigint) ? known : known.toReversed()
  return { afterDay, throughDay, afterChange: afterChange as bigint, throughChange: throughChange as bigint }
}

/** The places of the rows and all above them, at any time: a move of any of them moves the row. */
async function ancestors(figures: Figures, asked: Asked, rows: readonly FigureRow[]): Promise<string[]> {
  const { schema, name } = figures.place
  const ids = [...new Set(rows.map((row) => row.place.id))]
  const result = await figures.database.query(asked.scope, {
    name: `ancestors ${schema}.${name}`,
    text: `select distinct h.id from ${schema}.${name}_spell s cross join lateral unnest(string_to_array(s.path, '/')) as label
      join ${schema}.${name} h on h.office_id = s.office_id and h.label = label
      where s.office_id = $1::int and s.record_id = any(string_to_array($2, ',')::uuid[])`,
    values: [String(asked.scope.office), ids.join(',')],
  })
  return result.rows.map((row) => row[0] as string)
}

const nothing: Cause = { kind: 'unknown', words: unknownCause, onDate: null, documentNo: null, change: null, recordedAt: null, actor: null, reason: null }
