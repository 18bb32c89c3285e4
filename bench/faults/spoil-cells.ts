import type { Random } from '../../demo/random.ts'
import { checkCreditCode } from '../../src/platform/values/credit-code.ts'

type Row = Readonly<Record<string, string>>
export type BadCell = {
  /** Of the rows, from 0. */
  readonly at: number
  readonly column: string
  readonly good: string
  readonly bad: string
  /** What the message must say. */
  readonly says: string
}
export type Spoiling = {
  readonly column: string
  readonly says: string
  /** Not of a row that others name by its code. */
  readonly leafOnly?: boolean
  readonly bad: (random: Random, at: number, rows: readonly Row[]) => string
}

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.between(0, 9)).join('')

/** What clerks' workbooks have wrong in them, each kind in a cell of its own. */
export const organisationSpoilings: readonly Spoiling[] = [
  { column: 'seat_id', says: '没有代码为', bad: (random) => `P-${random.between(10_000, 99_999)}` },
  { column: 'parent_id', says: '没有代码为', bad: (random) => `Z-9${digits(random, 7)}` },
  { column: 'kind', says: '不在选项中', bad: (random) => random.pick(['党大组', '支委', '团支部']) },
  { column: 'founded_in', says: '不在选项中', bad: () => '乡镇' },
  { column: 'term_years', says: '不在选项中', bad: () => '7年' },
  { column: 'invented', says: '应填', bad: () => '也许' },
  { column: 'name', says: '必填', bad: () => '' },
  { column: 'name', says: '超过', bad: () => '长'.repeat(201) },
  { column: 'name', says: '公式出错', bad: () => '#N/A' },
  { column: 'begins', says: '必填', bad: () => '' },
  { column: 'begins', says: '没有日', bad: (random) => `201${random.between(0, 8)}.6` },
  { column: 'begins', says: '不是有效日期', bad: (random) => `2014-02-${random.between(30, 31)}` },
  { column: 'begins', says: '还没有到', bad: () => '2099-01-01' },
  { column: 'ends', says: '应晚于', bad: (random) => `200${random.between(0, 5)}-01-01` },
  { column: 'ends', says: '只有年', bad: () => '2018年' },
  { column: 'term_from', says: '不是有效日期', bad: () => '去年春天' },
  { column: 'code', says: '必填', leafOnly: true, bad: () => '' },
  {
    column: 'code',
    says: '重复',
    leafOnly: true,
    bad: (random, at, rows) => rows[random.between(0, Math.max(0, at - 1))]?.['code'] as string,
  },
  {
    column: 'unit_id',
    says: '失真',
    bad: (random) => {
      for (;;) {
        const code = `91350206${digits(random, 7)}000`
        if (!checkCreditCode(code).ok) return code
      }
    },
  },
  { column: 'unit_id', says: '失真', bad: () => '9.13502E+17' },
]

/** So many cells at random places, one in a row, of every kind in turn; `key` is the column that names a row. Row 0 stays: a second one needs it for its own doubling. */
export function badCells(
  rows: readonly Row[],
  count: number,
  random: Random,
  spoilings: readonly Spoiling[],
  key = 'code',
): BadCell[] {
  const named = new Set(rows.map((row) => row['parent_id']))
  const taken = new Set<number>([0])
  return Array.from({ length: count }, (_, n) => {
    const { column, says, leafOnly, bad } = spoilings[n % spoilings.length] as Spoiling
    for (;;) {
      const at = random.between(1, rows.length - 1)
      const row = rows[at] as Row
      if (taken.has(at) || (leafOnly && named.has(row[key]))) continue
      const value = bad(random, at, rows)
      const other = rows.findIndex((one) => one[key] === value)
      // A code that is doubled must itself be in order.
      if (column === key && other >= 0) {
        if (taken.has(other) && other !== 0) continue
        taken.add(other)
      }
      taken.add(at)
      return { at, column, good: row[column] ?? '', bad: value, says }
    }
  })
}

export function spoilt(rows: readonly Row[], cells: readonly BadCell[]): Row[] {
  const bad = new Map(cells.map((cell) => [cell.at, cell]))
  return rows.map((row, at) => {
    const cell = bad.get(at)
    return cell ? { ...row, [cell.column]: cell.bad } : row
  })
}
