import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Random, randomFrom } from '../../demo/random.ts'
import { composeProgram } from '../../src/app/program.ts'
import { same } from '../../src/app/testing/kills/judge.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { columnLetter } from '../../src/platform/ledgers/cell-error.ts'
import type { ImportJob, ImportUndo } from '../../src/platform/ledgers/contract.ts'
import { importFile } from '../../src/platform/ledgers/import-file.ts'
import type { Ledger } from '../../src/platform/ledgers/ledger.ts'
import { filledLedger } from '../../src/platform/ledgers/ledger-sheet.ts'
import { day } from '../../src/platform/values/day.ts'
import { organisationRows, placeCode, placeRows } from '../office-rows.ts'
import { inOffice, office } from '../open-office.ts'
import { watchProcesses } from '../watch-processes.ts'
import { figuresNow, judgeFigures } from './counted-by-hand.ts'
import { editSome } from './edit-some.ts'
import { importDesk } from './import-desk.ts'
import type { Mended, MendOrder } from './mend-workbook.ts'
import { type BadCell, badCells, organisationSpoilings, spoilt } from './spoil-cells.ts'

/**
 * XIAOMA_BAD (200) bad cells in XIAOMA_ROWS (100 000) rows are all listed and stand in the error workbook; mended there, it
 * goes in; undone, every figure is what it was, but for the records that were edited since, which are named. XIAOMA_SEED repeats it.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rowCount = Number(process.env['XIAOMA_ROWS'] ?? 100_000)
const badCount = Number(process.env['XIAOMA_BAD'] ?? 200)
/** What stands before: some of it as the workbook says, some seated elsewhere then. */
const earlierCount = Math.min(1_500, rowCount / 2)
const movedCount = Math.floor(earlierCount / 3)
const editCount = 20
const days = [day('2012-06-30'), day('2017-06-30')]
const nodes = Array.from({ length: 21 }, (_, n) => placeCode(n))
const scope = { office, places: 'all' } as const
const actor = { id: 'bench', name: '测试经办人' }
type Row = Readonly<Record<string, string>>

async function measure(): Promise<void> {
  console.log(`XIAOMA_SEED=${seed} XIAOMA_ROWS=${rowCount} XIAOMA_BAD=${badCount}`)
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-cells-'))
  const memory = watchProcesses()
  try {
    await inOffice((database) =>
      checkAll(composeProgram({ ...database }), { ...database }, folder, memory.told),
    )
  } finally {
    memory.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Program = ReturnType<typeof composeProgram>

async function checkAll(
  program: Program,
  database: Database,
  folder: string,
  memory: () => string,
): Promise<void> {
  const { engine } = program.records
  const random = randomFrom(seed + 1)
  const ledgerOf = (id: string) => {
    const found = program.ledgers.find((one) => one.id === id)
    if (!found) throw new Error(`no ledger ${id}`)
    return found
  }
  const ledger = ledgerOf('organisation.party_organisations')
  const rows: readonly Row[] = organisationRows(rowCount, seed)
  const earlier = rows
    .slice(0, earlierCount)
    .map(
      (row, n): Row =>
        n < movedCount ? { ...row, seat_id: `P-${random.between(0, 999)}`, begins: '2006-06-01' } : row,
    )
  const moved = earlier.filter((row, n) => JSON.stringify(row) !== JSON.stringify(rows[n])).length
  const before = async (of: typeof ledger, of_: readonly Row[]) => {
    const files = [{ name: 'before.xlsx', bytes: await filledLedger(of, 'zh', of_) }]
    const { errors } = await importFile(database, engine, program.ledgers, { scope, actor, files })
    if (errors[0]) throw new Error(JSON.stringify(errors[0]))
  }
  await before(ledgerOf('organisation.places'), placeRows())
  await before(ledger, earlier)
  const step = stepper(memory)
  const figuresBefore = await figuresNow(program.figures, scope, nodes, days)
  judgeFigures('before', figuresBefore, figuresBefore, earlier)
  step(`${figuresBefore.size} figures counted by hand as well`)

  const procedures = importDesk(program, database, ledger.id, { scope, actor })
  const cells = badCells(rows, badCount, random, organisationSpoilings)
  const bytes = await filledLedger(ledger, 'zh', spoilt(rows, cells))
  step(`the workbook of ${(bytes.length / 1e6).toFixed(1)} MB made`)
  const refused = await procedures.check(new File([bytes as Uint8Array<ArrayBuffer>], '党组织.xlsx'))
  same('state', refused.state, 'refused')
  same('counts', refused.counts, countsOf(rows.length, moved, cells))
  judgeListed(refused, cells, ledger)
  step(`read and checked: ${refused.errorCount} errors, ${JSON.stringify(refused.counts)}`)

  const told = await procedures.errors(refused.id)
  if (told.size > 20_000_000)
    throw new Error(`an error workbook of ${told.size} bytes could not be sent again`)
  const mended = join(folder, 'mended.xlsx')
  step(`the error workbook of ${(told.size / 1e6).toFixed(1)} MB made`)
  const path = join(folder, 'errors.xlsx')
  await writeFile(path, new Uint8Array(await told.arrayBuffer()))
  judgeMended(
    await mendBy(
      {
        path,
        mended,
        sheet: ledger.sheet.zh,
        cells: cells.map((cell) => ({
          row: cell.at + 2,
          column: columnAt(ledger, cell) + 1,
          good: cell.good,
        })),
      },
      folder,
    ),
    cells,
    ledger,
    rows.length,
  )
  step('read back and mended with exceljs, in a process of its own')

  const again = await procedures.check(new File([await readFile(mended)], told.name))
  if (again.state !== 'checked') throw new Error(JSON.stringify({ ...again, preview: [] }).slice(0, 2_000))
  same('counts of the mended one', again.counts, countsOf(rows.length, moved, []))
  step(`the mended one checked: ${JSON.stringify(again.counts)}`)
  const done = await procedures.commit(again.id)
  if (done.state !== 'done') throw new Error(JSON.stringify({ ...done, preview: [] }).slice(0, 2_000))
  step(`written, the head held for ${((done.batch?.headHeld ?? 0) / 1_000).toFixed(1)} s`)
  judgeFigures('after the import', await figuresNow(program.figures, scope, nodes, days), figuresBefore, rows)
  step('figures counted by hand as well')

  const edited = await editSome(program, actor, chosen(rows, random), random)
  step(`${edited.size} records edited`)
  const view = await procedures.previewUndo(done.id)
  step(`undoing previewed: ${JSON.stringify(view.counts)}`)
  const undone = await procedures.undo(done.id, view.digest)
  step(`undone: ${JSON.stringify(undone.counts)}`)
  const kept = keptRows(rows, edited)
  judgeKept(undone, kept, edited, rowCount - earlierCount, moved)
  const left = [
    ...earlier.map((row) => kept.get(row['code'] as string) ?? row),
    ...[...kept].filter(([code]) => indexOf(code) >= earlierCount).map(([, row]) => row),
  ]
  const figuresAfter = await figuresNow(program.figures, scope, nodes, days)
  judgeFigures('after the undoing', figuresAfter, figuresBefore, left)
  const differing = [...figuresAfter].filter(([key, value]) => value !== figuresBefore.get(key)).length
  step(
    `figures counted by hand as well: ${differing} of ${figuresAfter.size} differ from those before, each by the records that were kept`,
  )
}

/** What each row is to the program: the first ones are stored, and of these the first ones differ. */
function countsOf(read: number, moved: number, cells: readonly BadCell[]) {
  const bad = (from: number, to: number) => cells.filter(({ at }) => from <= at && at < to).length
  return {
    read,
    created: read - earlierCount - bad(earlierCount, read),
    updated: moved - bad(0, movedCount),
    unchanged: earlierCount - moved - bad(movedCount, earlierCount),
    refused: cells.length,
  }
}

/** Each bad cell is listed, once, at its place, with its value and why; and nothing else is. */
function judgeListed(job: ImportJob, cells: readonly BadCell[], ledger: Ledger): void {
  same('errors', [job.errorCount, job.errors.length], [cells.length, Math.min(200, cells.length)])
  const listed = new Map(job.errors.map((error) => [error.row, error]))
  for (const cell of cells.slice(0, job.errors.length < cells.length ? 0 : undefined)) {
    const { sheet, column, value, message } = listed.get(cell.at + 2) ?? {}
    const found = [sheet, column, value, message?.zh.includes(cell.says)]
    same(`error of ${cell.column} in row ${cell.at + 2} (${message?.zh ?? ''})`, found, [
      ledger.sheet.zh,
      columnLetter(columnAt(ledger, cell)),
      cell.bad,
      true,
    ])
  }
}

function judgeMended(
  { messages, before, lines }: Mended,
  cells: readonly BadCell[],
  ledger: Ledger,
  rows: number,
): void {
  same('lines of the error workbook', lines, rows + 1)
  const wanted = cells.map(({ at }) => at + 2).sort((a, b) => a - b)
  same(
    'lines with a message',
    messages.map(([row]) => row),
    wanted,
  )
  const said = new Map(messages)
  cells.forEach((cell, n) => {
    same(`value in row ${cell.at + 2}`, before[n], cell.bad)
    const message = said.get(cell.at + 2) ?? ''
    const where = `${columnLetter(columnAt(ledger, cell))} `
    same(
      `message of ${cell.column} in row ${cell.at + 2}: ${message}`,
      [message.startsWith(`✗ ${where}`), message.includes(cell.bad), message.includes(cell.says)],
      [true, true, true],
    )
  })
}

const columnAt = (ledger: Ledger, { column }: BadCell) =>
  ledger.columns.findIndex(({ key }) => key === column)

async function mendBy(order: MendOrder, folder: string): Promise<Mended> {
  const path = join(folder, 'order.json')
  await writeFile(path, JSON.stringify(order))
  const program = join(import.meta.dirname, 'mend-workbook.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, path], { maxBuffer: 100_000_000 })
  return JSON.parse(stdout) as Mended
}

/** Twenty that have not ended: a quarter of them stood before the import and were changed by it. */
function chosen(rows: readonly Row[], random: Random): Row[] {
  const open = (from: number, to: number) =>
    random.shuffled(rows.slice(from, to).filter((row) => !row['ends']))
  return [
    ...open(0, movedCount).slice(0, editCount / 4),
    ...open(earlierCount, rows.length).slice(0, (editCount / 4) * 3),
  ]
}

/** The edited ones, and whatever of the import they hang on. */
function keptRows(rows: readonly Row[], edited: ReadonlyMap<string, Row>): Map<string, Row> {
  const kept = new Map(edited)
  for (const row of edited.values()) {
    const parent = row['parent_id'] ? indexOf(row['parent_id']) : -1
    if (
      indexOf(row['code'] as string) >= earlierCount &&
      parent >= earlierCount &&
      !kept.has(row['parent_id'] as string)
    )
      kept.set(row['parent_id'] as string, rows[parent] as Row)
  }
  return kept
}

function judgeKept(
  undone: ImportUndo,
  kept: ReadonlyMap<string, Row>,
  edited: ReadonlyMap<string, Row>,
  created: number,
  moved: number,
): void {
  const old = [...kept.keys()].filter((code) => indexOf(code) < earlierCount).length
  same('counts of the undoing', undone.counts, {
    removed: created - (kept.size - old),
    restored: moved - old,
    kept: kept.size,
  })
  const named = undone.kept.map(({ title, why, edit }) => [title, why, edit !== null].join(' ')).sort()
  const wanted = [...kept]
    .map(([code, row]) => [row['name'], edited.has(code) ? 'edited' : 'named', true].join(' '))
    .sort()
  same('the kept ones, by name', named, wanted)
}

/** Time and memory of each part, as it ends. */
function stepper(memory: () => string) {
  let last = performance.now()
  return (what: string) => {
    const now = performance.now()
    console.log(`${((now - last) / 1_000).toFixed(1).padStart(6)} s  ${memory()}  ${what}`)
    last = performance.now()
  }
}

const indexOf = (code: string) => Number(code.slice(2))

if (import.meta.main) await measure()
