import { type Random, randomFrom } from '../../demo/random.ts'
import { industries } from '../../src/areas/enterprise/terms.ts'
import { companiesLedger } from '../../src/areas/enterprise/ledgers/companies.ts'
import { legalPersonsLedger } from '../../src/areas/organisation/ledgers/legal-persons.ts'
import { composeProgram } from '../../src/app/program.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import { answerValue } from '../../src/platform/figures/answer.ts'
import { figureNamed } from '../../src/platform/figures/registry.ts'
import { resolveQuestion } from '../../src/platform/figures/resolve.ts'
import { columnLetter } from '../../src/platform/ledgers/cell-error.ts'
import { importFile } from '../../src/platform/ledgers/import-file.ts'
import type { Ledger } from '../../src/platform/ledgers/ledger.ts'
import { filledLedger } from '../../src/platform/ledgers/ledger-sheet.ts'
import { recordEvent } from '../../src/platform/records/write.ts'
import { makeCreditCode } from '../../src/platform/values/credit-code.ts'
import { type Day, day } from '../../src/platform/values/day.ts'
import { inOffice, office } from '../open-office.ts'
import { watchProcesses } from '../watch-processes.ts'
import { badCells, type Spoiling, spoilt } from './spoil-cells.ts'
import { asWritten, companySpoilings, legalPersonSpoilings } from './spoil-companies.ts'

/**
 * An extract of the market-supervision register of XIAOMA_ROWS (10 000) companies, codes written as extracts write them, with XIAOMA_BAD (120)
 * bad cells: each is listed where it stands and nothing is written; mended, it goes in; sent again, in another writing, nothing is doubled. The same of the list of
 * companies. XIAOMA_SEED repeats it.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rowCount = Number(process.env['XIAOMA_ROWS'] ?? 10_000)
const badCount = Number(process.env['XIAOMA_BAD'] ?? 120)
const communities = 9
const scope = { office, places: 'all' } as const
const actor = { id: 'bench', name: '测试经办人' }
type Row = Readonly<Record<string, string>>
type Program = ReturnType<typeof composeProgram>

const assert = (holds: boolean, said: string) => {
  if (!holds) throw new Error(said)
}
const placeCode = (n: number) => `3502060990${String(n).padStart(2, '0')}`

async function measure(): Promise<void> {
  console.log(`XIAOMA_SEED=${seed} XIAOMA_ROWS=${rowCount} XIAOMA_BAD=${badCount}`)
  const memory = watchProcesses()
  try {
    await inOffice(async (database) => run(composeProgram({ ...database }), database))
  } finally {
    memory.stop()
  }
}

async function run(program: Program, database: Database): Promise<void> {
  const random = randomFrom(seed)
  await foundPlaces(program)
  const codes = Array.from({ length: rowCount }, (_, n) =>
    makeCreditCode('9', '1', '350206', `XX${String(n + 1).padStart(6, '0')}`),
  )
  const persons: Row[] = codes.map((code, n) => ({
    credit_code: code,
    name: `示例${n}有限公司`,
    kind: '非公企业',
    state: random.chance(0.95) ? '在营' : '注销',
    begins: `20${String(random.between(0, 16)).padStart(2, '0')}-03-01`,
    invented: '是',
  }))
  const served: Row[] = codes.map((code) => ({
    unit_id: code,
    place_id: placeCode(random.between(1, communities)),
    industry: random.pick(Object.values(industries)).zh,
    employees: String(random.between(1, 300)),
    begins: '2018-01-02',
    invented: '是',
  }))
  await bring(program, database, legalPersonsLedger, persons, 'credit_code', legalPersonSpoilings, random)
  await bring(program, database, companiesLedger, served, 'unit_id', companySpoilings, random)
  const asked = await resolveQuestion(
    program.figures,
    scope,
    figureNamed(program.figures, 'enterprise.companies'),
    {
      asOf: day('2018-07-29'),
    },
  )
  const { value } = await answerValue(program.figures, asked, true)
  assert(value === String(rowCount), `${value} companies are counted instead of ${rowCount}`)
  console.log(`counted: ${value} companies, none of them twice`)
}

/** With bad cells, mended, and once more in another writing. */
async function bring(
  program: Program,
  database: Database,
  ledger: Ledger,
  rows: readonly Row[],
  key: string,
  spoilings: readonly Spoiling[],
  random: Random,
): Promise<void> {
  const written = () => rows.map((row) => ({ ...row, [key]: asWritten(row[key] as string, random) }))
  const go = async (lines: readonly Row[], name: string) =>
    await importFile(database, program.records.engine, program.ledgers, {
      scope,
      actor,
      files: [{ name, bytes: await filledLedger(ledger, 'zh', lines) }],
    })
  let began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  const cells = badCells(rows, badCount, random, spoilings, key)
  const tried = await go(spoilt(rows, cells), 'bad.xlsx')
  console.log(`${ledger.id} tried: ${tried.errorCount} errors in ${tried.counts.read} rows, ${seconds()} s`)
  assert(tried.change === null, 'a workbook with errors was written')
  assert(tried.errorCount === badCount, `${tried.errorCount} errors instead of ${badCount}`)
  const listed = new Map(tried.errors.map((error) => [`${error.column}${error.row}`, error.message.zh]))
  let told = 0
  for (const { at, column, says } of cells) {
    // The heading is the first line of the sheet.
    const place = `${columnLetter(ledger.columns.findIndex((one) => one.key === column))}${at + 2}`
    const message = listed.get(place)
    if (message === undefined) continue
    told += 1
    assert(message.includes(says), `${place}: ${message} does not say “${says}”`)
  }
  assert(told === tried.errors.length, `${told} of the ${tried.errors.length} listed stand at a bad cell`)

  began = performance.now()
  const mended = await go(written(), 'mended.xlsx')
  console.log(
    `${ledger.id} mended: ${mended.counts.created} created, ${mended.errorCount} errors, ${seconds()} s`,
  )
  assert(mended.counts.created === rows.length, 'the mended workbook did not go in')
  began = performance.now()
  const again = await go(written(), 'again.xlsx')
  console.log(
    `${ledger.id} again: ${again.counts.unchanged} unchanged, ${again.counts.created} created, ${seconds()} s`,
  )
  assert(again.counts.unchanged === rows.length && again.change === null, 'the same rows were written twice')
}

async function foundPlaces(program: Program): Promise<void> {
  const place = async (n: number, kind: string, parent: string | null) =>
    (
      await recordEvent(
        program.records,
        { scope, actor },
        {
          type: 'organisation.place',
          act: 'established',
          onDate: '2000-01-01' as Day,
          documentNo: null,
          reason: null,
          overrides: [],
          idempotencyKey: newId(),
          header: { kind },
          sets: { name: n === 0 ? '测试街道' : `社区${n}`, code: placeCode(n), parent_id: parent },
        },
      )
    ).id
  const street = await place(0, 'street', null)
  for (let n = 1; n <= communities; n += 1) await place(n, 'community', street)
}

if (import.meta.main) await measure()
