import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { WriteSheet } from 'hucre/xlsx'
import type { Reader } from '../db/transaction.ts'
import type { RecordsEngine, StoredRecord } from '../records/records-engine.ts'
import { Refusal } from '../refusal.ts'
import { type Language, say, type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { type Life, lastLife } from './life.ts'
import { coverSheet } from './sheet-names.ts'
import { shownValue } from './shown-value.ts'
import { asText, titleStyle, workbookBytes } from './workbook-bytes.ts'

export type ExportOptions = {
  readonly language: Language
  /** Below this place; absent: everything in scope. */
  readonly node?: { readonly id: string; readonly name: string } | null
  /** Absent: every record with its last known values, which is what an import compares with. */
  readonly asOf?: Day | null
  /** The change number that the reader stands at. */
  readonly knownAt: string
  readonly office: Text
  readonly by: string
  readonly on: Day
  /** Personal values are left out unless the caller may see them. */
  readonly personal?: boolean
}
export type ExportedLedger = { readonly bytes: Uint8Array; readonly rows: number; readonly digest: string }

const mostRows = 200_000

/**
 * The records of a ledger as a workbook: a cover with the question as resolved, the row count and the SHA-256 of the values, then
 * the ledger with the template's columns. Every cell is text.
 * @throws Refusal TOO_MANY beyond 200 000 records
 */
export async function exportLedger(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  options: ExportOptions,
): Promise<ExportedLedger> {
  const { node, asOf, language } = options
  const lines: string[][] = []
  const seen = new Set<string>()
  for await (const batch of engine.each(reader, ledger.type, {
    ...(node ? { node: node.id } : {}),
    ...(asOf ? { asOf } : {}),
  })) {
    await setImmediate()
    for (const record of batch) seen.add(record.id)
    if (seen.size > mostRows) throw new Refusal('TOO_MANY', tooMany, { most: mostRows })
    lines.push(...(await linesOf(reader, engine, ledger, batch, options)))
  }
  if (lines.length !== seen.size)
    throw new Error(`${ledger.id}: ${seen.size} records gave ${lines.length} lines`)
  lines.sort(byKey(ledger))
  const digest = digestOf(lines)
  const sheets = [cover(ledger, options, lines.length, digest), ledgerSheet(ledger, language, lines)]
  const bytes = await workbookBytes(sheets, say(ledger.sheet, language))
  return { bytes, rows: lines.length, digest }
}

/** SHA-256 over one line of JSON for each row, in the order of the sheet. */
export function digestOf(lines: readonly (readonly string[])[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`)
  return hash.digest('hex')
}

async function linesOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  records: readonly StoredRecord[],
  { asOf, language, personal }: ExportOptions,
): Promise<string[][]> {
  const lives = records.flatMap((record) => {
    const life = lastLife(ledger.type, record.events, asOf ?? undefined)
    return life ? [{ record, life }] : []
  })
  const keys = new Map<string, string>()
  for (const column of ledger.columns) {
    const { field } = column
    if (field?.kind !== 'reference') continue
    const type = engine.types.get(field.to)
    if (!type) throw new Error(`no record type ${field.to}`)
    const ids = new Set(
      lives.flatMap(({ record, life }) =>
        [stored(column, record, life)].filter((id) => typeof id === 'string'),
      ),
    )
    if (ids.size > 0) for (const [id, key] of await engine.keysOf(reader, type, [...ids])) keys.set(id, key)
  }
  return lives.map(({ record, life }) =>
    ledger.columns.map((column) => {
      if (column.field?.personal && !personal) return ''
      const value = stored(column, record, life)
      // A place or unit out of the reader's sight has no key for them: its id would say nothing.
      const shown =
        column.field?.kind === 'reference' && typeof value === 'string' ? (keys.get(value) ?? '') : value
      return shownValue(column, shown, language)
    }),
  )
}

function stored(column: LedgerColumn, record: StoredRecord, life: Life): string | boolean | null {
  switch (column.role) {
    case 'header':
      return record.header[column.key] ?? null
    case 'attribute':
      return life.attributes[column.key] ?? null
    case 'begins':
      return life.begin.onDate
    case 'ends':
      return life.end?.onDate ?? null
    case 'document':
      return life.begin.documentNo
  }
}

function byKey(ledger: Ledger): (a: readonly string[], b: readonly string[]) => number {
  const places = ledger.type.naturalKey.map((key) => ledger.columns.findIndex((column) => column.key === key))
  const key = (line: readonly string[]) => places.map((at) => line[at]).join('\u0001')
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

function cover(ledger: Ledger, options: ExportOptions, rows: number, digest: string): WriteSheet {
  const { language, node, asOf } = options
  const whole = text('权限范围内全部地点', 'All places in scope')
  const ever = text(
    '全部记录，含尚未生效和已撤销的，取最后的值',
    'Every record, also those not yet or no longer in force, with its last values',
  )
  const facts: [Text, string][] = [
    [text('单位', 'Office'), say(options.office, language)],
    [text('台账', 'Ledger'), say(ledger.sheet, language)],
    [text('地点', 'Place'), node ? node.name : say(whole, language)],
    [text('截至', 'As of'), asOf ?? say(ever, language)],
    [text('所知截至变更号', 'As known at change'), options.knownAt],
    [text('行数', 'Rows'), String(rows)],
    [text('内容校验（SHA-256）', 'Digest of the values (SHA-256)'), digest],
    [text('导出人', 'Exported by'), options.by],
    [text('导出日期', 'Exported on'), options.on],
  ]
  return {
    name: say(coverSheet, language),
    columns: [
      { width: 32, style: asText },
      { width: 72, style: asText },
    ],
    rows: [
      [say(ledger.sheet, language)],
      [],
      ...facts.map(([label, value]) => [say(label, language), value]),
    ],
    cells: new Map([['0,0', { style: titleStyle }]]),
  }
}

const tooMany = text(
  `超过${mostRows}条，一个工作簿放不下。请选择下级地点分别导出。`,
  `More than ${mostRows} records do not fit in one workbook. Choose a smaller place and export each.`,
)
