import { type Text, text } from '../../text.ts'
import { columnLetter } from '../cell-error.ts'
import type { Ledger, LedgerColumn } from '../ledger.ts'
import type { SheetFacts } from './frame.ts'
import type { SheetMapping } from './mapping.ts'
import type { PassedKind } from './row-kind.ts'

const named = 12

/** 3、4、7, and how many more there are. */
function list(all: readonly (string | number)[]): Text {
  const first = all.slice(0, named)
  const more = all.length - first.length
  return text(
    `${first.join('、')}${more > 0 ? `等${all.length}处` : ''}`,
    `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  )
}

export const noContent = text(
  '文件中没有内容。请用模板填写后再上传。',
  'The file is empty. Fill in the template and upload it.',
)
export const unknownSheet = (name: string, ledgers: readonly Ledger[]) =>
  text(
    `不认识工作表“${name}”。请改名为：${ledgers.map((ledger) => ledger.sheet.zh).join('、')}之一，或者删去它。`,
    `The sheet “${name}” is no ledger. Rename it to one of: ${ledgers.map((ledger) => ledger.sheet.en).join(', ')}; or delete it.`,
  )

export function hiddenSheets(names: readonly string[]): Text {
  const words = list(names.map((name) => `“${name}”`))
  return text(`隐藏的工作表${words.zh}没有读取。`, `Hidden sheets were not read: ${words.en}.`)
}

/** Hidden lines and columns are read: a filter hides records, and they are records still. */
export function hiddenNotices({ name, hiddenRows, hiddenColumns }: SheetFacts, below: number): Text[] {
  const rows = list(hiddenRows.filter((row) => row > below))
  const columns = list(hiddenColumns.map((at) => columnLetter(at)))
  return [
    ...(rows.zh === ''
      ? []
      : [
          text(
            `工作表“${name}”中隐藏的行也一并读取：第${rows.zh}行。不要的请删去，不要只是隐藏。`,
            `Hidden lines of “${name}” are read as well: ${rows.en}. Delete those that are not wanted; hiding them is not enough.`,
          ),
        ]),
    ...(columns.zh === ''
      ? []
      : [
          text(
            `工作表“${name}”中隐藏的列也一并读取：${columns.zh}列。`,
            `Hidden columns of “${name}” are read as well: ${columns.en}.`,
          ),
        ]),
  ]
}

export function ignoredColumns({ sheet, columns }: SheetMapping): Text[] {
  const without = columns.filter(({ key }) => key === null)
  if (without.length === 0) return []
  const words = list(without.map(({ letter, heading }) => `${letter} ${heading}`))
  return [
    text(
      `工作表“${sheet}”中这些列没有对应的台账项目，没有读取：${words.zh}。`,
      `Columns of “${sheet}” that belong to no column of the ledger were not read: ${words.en}.`,
    ),
  ]
}

/** Of what a sheet has no column for, it says nothing: stored records keep theirs. */
export function absentColumns(
  sheet: string,
  ledger: Ledger,
  found: readonly { readonly column: LedgerColumn }[],
): Text[] {
  const without = ledger.columns.filter((column) => !found.some((one) => one.column === column))
  if (without.length === 0) return []
  const zh = list(without.map(({ heading }) => heading.zh)).zh
  const { en } = list(without.map(({ heading }) => heading.en))
  return [
    text(
      `工作表“${sheet}”没有这些列，已有记录的这些内容保持不变：${zh}。`,
      `“${sheet}” has no columns for these, so stored records keep theirs: ${en}.`,
    ),
  ]
}

const kinds: Readonly<Record<PassedKind, Text>> = {
  total: text('合计行', 'totals'),
  note: text('表后说明', 'notes'),
  headings: text('重复的表头', 'repeated headings'),
}

export function passedLines(sheet: string, kind: PassedKind, lines: readonly number[]): Text {
  const words = list(lines)
  return text(
    `工作表“${sheet}”第${words.zh}行是${kinds[kind].zh}，不作为记录读取。`,
    `Lines of “${sheet}” that are ${kinds[kind].en} are no records and were passed over: ${words.en}.`,
  )
}

export const filledCells = (sheet: string, count: number): Text =>
  text(
    `工作表“${sheet}”中有竖向合并的单元格，其内容按每一行都有读取，共补入${count}格。`,
    `Cells of “${sheet}” merged downwards count for each of their lines: ${count} filled in.`,
  )
