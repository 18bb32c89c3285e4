import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '../ledgers/read-sheets.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Question } from './contract.ts'
import { exportRows } from './export-rows.ts'
import { type Figures, figureNamed } from './registry.ts'
import { resolveQuestion } from './resolve.ts'

let areas: TwoAreas
let folder: string
let root: string
let holders: string[]
const period = { from: '2018-01-01', through: '2018-06-30' } as NonNullable<Question['period']>

const holder = (code: string) =>
  areas.establish(
    'alpha.holder',
    '2018-01-01',
    { name: code, kind: 'firm', site_id: root, parent_id: null },
    { code },
  )
const pay = (code: string, to: string, amount: string) =>
  areas.establish('beta.payment', '2018-03-05', { holder_id: to, amount }, { code })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-rows-'))
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
  holders = [await holder('F1'), await holder('F2')]
  for (let i = 0; i < 7; i += 1) await pay(`P${i}`, holders[i % 2] as string, '100')
})
afterAll(async () => {
  await areas.close()
  await rm(folder, { recursive: true })
})

/** Figures over the same database, where somebody else writes just before the first transaction begins. */
function withWriteBetween(write: () => Promise<unknown>): { figures: Figures; written: () => boolean } {
  const { pool } = areas.database
  let written = false
  const connect = async () => {
    if (!written) {
      written = true
      await write()
    }
    return await pool.connect()
  }
  const late = Object.assign(Object.create(pool), { connect }) as Pool
  return {
    figures: { ...areas.figures, database: { ...areas.database, pool: late } },
    written: () => written,
  }
}

/** Exports as the program does, and reads back what stands in the file. */
async function exported(figures: Figures, question: Question) {
  const asked = await resolveQuestion(
    areas.figures,
    areas.whole,
    figureNamed(figures, question.figure),
    question,
  )
  const path = join(folder, 'rows.xlsx')
  const made = {
    language: 'zh',
    office: text('测试', 'Test'),
    by: '测试员',
    on: '2018-07-01' as Day,
  } as const
  const { rows } = await exportRows(figures, asked, made, path)
  const [cover, ...sheets] = await readSheets({ name: 'rows.xlsx', bytes: await readFile(path) })
  const said = new Map(cover?.rows.map(({ values }) => [String(values[0]), String(values[1] ?? '')]))
  return {
    rows,
    lines: sheets.flatMap((sheet) => sheet.rows.slice(1)).length,
    amounts: amountsIn(sheets),
    value: said.get('数值')?.split(' ')[0],
    known: said.get('所知截至变更号')?.split(' ')[0],
  }
}

type Sheets = Awaited<ReturnType<typeof readSheets>>
const amountsIn = (sheets: Sheets) =>
  sheets.flatMap(({ rows: [headings, ...rows] }) => {
    const column = headings?.values.indexOf('金额（元）') ?? -1
    return column < 0 ? [] : rows.map(({ values }) => String(values[column]))
  })

test('the amounts of a workbook are in the unit of its figure, and the value of a percentile is one of them', async () => {
  const question = { figure: 'beta.high_payment', node: root, period }
  await pay('high', holders[0] as string, '2200000000000')
  const { amounts, value } = await exported(areas.figures, question)
  expect(amounts).toEqual([...Array.from({ length: 7 }, () => '1.00'), '22000000000.00'])
  expect(value).toBe('22000000000.00')
})

test.each(['beta.made', 'beta.paid', 'beta.holders_paid', 'beta.standing', 'beta.high_payment'])(
  'a write that falls between the value of %s and its rows does not part them',
  async (figure) => {
    const question = { figure, node: root, period, asOf: '2018-06-30' as Day }
    const before = await areas.value(question)
    const expected = {
      rows: before.rowCount,
      lines: before.rowCount,
      amounts: expect.any(Array),
      value: before.value,
      known: before.question.knownAt,
    }
    const { figures, written } = withWriteBetween(async () => {
      const fresh = await holder(`F-${figure}`)
      for (const nth of [1, 2]) await pay(`${figure}-${nth}`, fresh, '300')
      const taken = await areas.establish(
        'beta.payment',
        '2018-03-06',
        { holder_id: fresh, amount: '5' },
        { code: `${figure}-3` },
      )
      await areas.happen('beta.payment', taken, 'taken_back', '2018-04-01')
    })
    expect(await exported(figures, question)).toEqual(expected)
    expect(written()).toBe(true)
    // The write was one that the figure counts.
    const now = await areas.value(question)
    expect(now.rowCount).toBeGreaterThan(before.rowCount)
    expect(await exported(areas.figures, question)).toMatchObject({ rows: now.rowCount, value: now.value })
    // As the page asks, with the question as it was resolved for the value beside the button.
    const resolved = { ...question, knownAt: before.question.knownAt }
    expect(await exported(areas.figures, resolved)).toEqual(expected)
  },
)
