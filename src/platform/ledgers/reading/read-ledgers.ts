import type { Text } from '../../text.ts'
import { type CellErrors, sheetError } from '../cell-error.ts'
import { foldWord } from '../fold.ts'
import type { Ledger } from '../ledger.ts'
import { type LedgerRow, readRows } from '../read-rows.ts'
import { ownSheetNames } from '../sheet-names.ts'
import { exactHeadings } from './exact-headings.ts'
import type { FrameRow, SheetFacts } from './frame.ts'
import { headingLikeness } from './heading-likeness.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Confirmed, mapSheet, unnamedSheet } from './map-sheet.ts'
import { MappingWanted, type SheetAnswer, type SheetMapping } from './mapping.ts'
import { type OpenSheet, type OpenWorkbook, openWorkbook, type WorkbookFile } from './open-workbook.ts'
import {
  hiddenNotices,
  hiddenSheets,
  ignoredColumns,
  noContent,
  unknownSheet,
  absentColumns,
} from './reading-words.ts'
import { RowKinds } from './row-kind.ts'
import { findTop, searchedLines, type SheetTop } from './sheet-top.ts'

export type ReadingOptions = {
  readonly files: readonly WorkbookFile[]
  readonly ledgers: readonly Ledger[]
  /** The ledger of a file whose only sheet does not name one. */
  readonly asked: Ledger | null
  /** What a person said of the columns, by sheet. */
  readonly answers?: readonly SheetAnswer[]
  /** Whether a person can be asked; if not, headings that are not the ledger's are errors. */
  readonly ask?: boolean
  readonly confirmed?: (ledger: Ledger, layout: Layout) => Promise<Confirmed | null>
  readonly onRow?: (total: number) => void
  readonly signal?: AbortSignal | undefined
}

/** What workbooks say: their lines, and all that was passed over or taken in another way than it stands there. */
export type LedgersRead = {
  readonly byLedger: Map<Ledger, LedgerRow[]>
  readonly read: number
  /** Lines that are no records: totals, notes, repeated headings. */
  readonly passedOver: number
  readonly notices: readonly Text[]
  readonly mappings: readonly SheetMapping[]
}

/** @throws MappingWanted where a person must say which columns are which; Refusal INVALID as {@link openWorkbook} */
export async function readLedgers(options: ReadingOptions, errors: CellErrors): Promise<LedgersRead> {
  const reading = new Reading(options, errors)
  for (const file of options.files) await openWorkbook(file, options.signal, (book) => reading.workbook(book))
  return reading.result()
}

class Reading {
  readonly #options: ReadingOptions
  readonly #errors: CellErrors
  readonly #byLedger = new Map<Ledger, LedgerRow[]>()
  readonly #notices: Text[] = []
  readonly #mappings: SheetMapping[] = []
  #read = 0
  #passedOver = 0
  #total = 0

  constructor(options: ReadingOptions, errors: CellErrors) {
    this.#options = options
    this.#errors = errors
  }

  result(): LedgersRead {
    if (this.#mappings.some(({ wanted }) => wanted)) throw new MappingWanted(this.#mappings)
    return {
      byLedger: this.#byLedger,
      read: this.#read,
      passedOver: this.#passedOver,
      notices: this.#notices,
      mappings: this.#mappings,
    }
  }

  async workbook({ sheets, filled }: OpenWorkbook): Promise<void> {
    const open = sheets.filter((sheet) => isOpen(sheet))
    const away = sheets.filter(({ hidden, rows }) => hidden && rows > 0).map(({ name }) => name)
    if (away.length > 0) this.#notices.push(hiddenSheets(away))
    if (open.length === 0) this.#errors.add(sheetError(sheets[0]?.name ?? '', 1, '', noContent))
    this.#total += open.reduce((sum, { rows }) => sum + rows, 0)
    for await (const sheet of filled) if (isOpen(sheet.facts)) await this.#sheet(sheet, open.length === 1)
  }

  async #sheet({ facts, rows }: OpenSheet, only: boolean): Promise<void> {
    const { ledgers, asked, answers = [], ask = false } = this.#options
    const { name } = facts
    const answer = answers.find((one) => one.sheet === name)
    // A long export goes on in “… (2)”.
    const word = foldWord(name.replace(/ \(\d+\)$/, ''))
    const named = ledgers.find((ledger) =>
      [ledger.id, ledger.sheet.zh, ledger.sheet.en].some((own) => foldWord(own) === word),
    )
    const ledger = answer ? ledgers.find(({ id }) => id === answer.ledger) : (named ?? (only ? asked : null))
    if (answer && !ledger) return
    const { first, all } = await begin(rows)
    const candidates = ledger ? [ledger] : ledgers
    const top = findTop(first, facts.merges, (words) =>
      Math.max(
        0,
        ...candidates.flatMap(({ columns }) => columns.map((one) => likely(headingLikeness(one, words)))),
      ),
    )
    if (!ledger && (!ask || !top)) {
      this.#errors.add(sheetError(name, 1, '', unknownSheet(name, ledgers)))
      return
    }
    const found = top ?? { row: 0, headings: [] }
    const layout = layoutOf(found.headings)
    const kinds = new RowKinds([])
    const below = first.filter(([number]) => number > found.row).map(([, values]) => values)
    const samples = below.filter((values) => kinds.kindOf(values) === null)
    const sheet = { name, named: named !== undefined, top: found, layout, samples }
    if (!ledger) {
      this.#mappings.push(unnamedSheet(sheet))
      return
    }
    const mapping = mapSheet(sheet, ledger, answer, (await this.#options.confirmed?.(ledger, layout)) ?? null)
    if (mapping.wanted && ask) this.#mappings.push(mapping)
    else await this.#lines(ledger, facts, found, mapping, all)
  }

  async #lines(
    ledger: Ledger,
    facts: SheetFacts,
    top: SheetTop,
    mapping: SheetMapping,
    all: AsyncGenerator<FrameRow>,
  ): Promise<void> {
    const headings = exactHeadings(ledger, facts.name, top, mapping, this.#errors)
    this.#mappings.push({ ...mapping, wanted: false })
    const onRow = () => this.#options.onRow?.(this.#total)
    const { rows, read, passedOver, notices } = await readRows(
      { ledger, facts, headings, top },
      all,
      this.#errors,
      onRow,
      this.#options.signal,
    )
    this.#byLedger.set(ledger, [...(this.#byLedger.get(ledger) ?? []), ...rows])
    this.#read += read
    this.#passedOver += passedOver
    this.#notices.push(
      ...notices,
      ...hiddenNotices(facts, top.row),
      ...ignoredColumns(mapping),
      ...(headings.complete ? absentColumns(facts.name, ledger, headings.columns) : []),
    )
  }
}

const isOpen = ({ name, hidden, rows }: SheetFacts) =>
  !hidden && rows > 0 && !ownSheetNames.has(foldWord(name))
// Slight likenesses of many cells would outweigh the true heading line.
const likely = (likeness: number) => (likeness >= 0.6 ? likeness : 0)

/** The first lines, and all of them once more, those included. */
async function begin(
  rows: AsyncGenerator<FrameRow>,
): Promise<{ first: FrameRow[]; all: AsyncGenerator<FrameRow> }> {
  const first: FrameRow[] = []
  const held = searchedLines + 20
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    first.push(next.value)
    if (first.length === held) break
  }
  return { first, all: chained(first, rows) }
}

async function* chained(
  first: readonly FrameRow[],
  rest: AsyncGenerator<FrameRow>,
): AsyncGenerator<FrameRow> {
  yield* first
  yield* rest
}
