import { type Reader, read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type Day, isDay } from '../values/day.ts'
import type { RecordType } from '../records/record-type.ts'
import type { FigureRow } from './contract.ts'
import { Decimal } from 'decimal.js'
import { ask, type Cursor } from './evaluate.ts'
import { amountsOf, type Counted, inputsOf } from './figure.ts'
import { uuid } from './hierarchy.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

export type RowsPage = {
  rows: FigureRow[]
  keys: string[]
  nodes: string[]
  count: number
  sum: string | null
  nextCursor: string | null
  known: bigint
}

/** The counted figure whose rows are asked for: a ratio opens two sets, so it must be said which. */
export function partOf(asked: Asked, part: 'numerator' | 'denominator' | undefined): Counted {
  const inputs = inputsOf(asked.figure)
  if (inputs.length === 1) return inputs[0] as Counted
  if (part === undefined) throw new Refusal('INVALID', whichPart, { figure: asked.figure.id })
  return inputs[part === 'numerator' ? 0 : 1] as Counted
}

/** One page of the rows behind a value, with the count and the sum of all of them. */
export async function rowsPage(
  figures: Figures,
  asked: Asked,
  input: Counted,
  limit: number | null,
  cursor: string | undefined,
): Promise<RowsPage> {
  const { result, known } = await ask(figures, asked, input, 'rows', {
    ...decode(cursor),
    limit: limit === null ? null : String(limit + 1),
  })
  const every = result.filter((row) => row['record_id'] !== null)
  // One row more than the page says whether another page follows.
  const found = limit === null ? every : every.slice(0, limit)
  const titles = await titled(figures, { ...asked, known }, input, found)
  const rows = found.map((row) => figureRow(input, row, titles))
  const last = found.at(-1)
  const sum = sumOf(input, result[0]?.['amount_total'] ?? '0')
  return {
    rows,
    keys: found.map((row) => row['key'] as string),
    nodes: found.map((row) => (asked.along === 'place' ? row['place_id'] : row['line_id']) as string),
    count: cursor !== undefined && found.length === 0 ? -1 : Number(result[0]?.['total'] ?? 0),
    sum,
    nextCursor: last && found.length < every.length ? encode(last) : null,
    known,
  }
}

export type Raw = Record<string, string | null>

/** The sum of amounts in smallest units, in the figure's own; null where nothing is added up. */
export function sumOf(input: Counted, amounts: string): string | null {
  const added = amountsOf(input)
  if (added === null || input.kind === 'percentile') return null
  return inUnits(amounts, added.scale).toFixed(input.kind === 'mean' ? added.scale : input.decimals)
}

const inUnits = (amounts: string, scale: number) => new Decimal(amounts).div(new Decimal(10).pow(scale))

type Titles = {
  readonly type: string
  readonly records: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
}

async function titled(figures: Figures, asked: Asked, input: Counted, rows: readonly Raw[]): Promise<Titles> {
  return await read(
    figures.database,
    asked.scope,
    (reader: Reader<unknown>) => titlesIn(figures, reader, input, rows),
    asked.known,
  )
}

export async function titlesIn(
  figures: Figures,
  reader: Reader<unknown>,
  input: Counted,
  rows: readonly Raw[],
): Promise<Titles> {
  const type = figures.engine.types.get(input.rows.record) as RecordType
  const placeType = figures.engine.types.get(figures.place.recordType) as RecordType
  const named = async (of: RecordType, column: string) =>
    await figures.engine.titlesOf(
      reader,
      of,
      rows.map((row) => row[column] as string),
    )
  return {
    type: type.id,
    records: await named(type, 'record_id'),
    places: await named(placeType, 'place_id'),
  }
}

export function figureRow(input: Counted, row: Raw, titles: Titles): FigureRow {
  const id = row['record_id'] as string
  const place = row['place_id'] as string
  const kind = row['kind'] ?? null
  const { amount = null } = row
  const scale = amountsOf(input)?.scale ?? null
  return {
    record: { type: titles.type, id, title: titles.records.get(id) ?? '' },
    place: { id: place, name: titles.places.get(place) ?? '' },
    kind: kind === null ? null : { code: kind, label: input.rows.kinds?.[kind] ?? text(kind, kind) },
    onDate: row['on_date'] as Day | null,
    from: row['valid_from'] as Day | null,
    to: row['valid_to'] as Day | null,
    amount: amount === null || scale === null ? amount : inUnits(amount, scale).toFixed(scale),
    times: Number(row['times']),
  }
}

function encode(row: Raw): string {
  return Buffer.from(JSON.stringify([row['day'], row['record_id'], row['key']])).toString('base64url')
}

function decode(cursor: string | undefined): Partial<Cursor> {
  if (cursor === undefined) return {}
  try {
    const given: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const [afterDay, afterRecord, afterKey] = Array.isArray(given) ? given.map(String) : []
    if (
      afterDay &&
      isDay(afterDay) &&
      uuid.test(afterRecord ?? '') &&
      afterKey !== undefined &&
      !afterKey.includes('\0')
    )
      return { afterDay, afterRecord: afterRecord as string, afterKey }
  } catch {}
  throw new Refusal('INVALID', badCursor, { cursor })
}

const whichPart = text(
  '该指标由两组记录算出，请说明要看分子还是分母的记录。',
  'This figure is computed from two sets of rows. Say whether you want the numerator or the denominator.',
)
const badCursor = text(
  '翻页标记无效，请从第一页重新打开。',
  'The page marker is not valid. Open the first page again.',
)
