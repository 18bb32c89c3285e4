import type { Cell, DataValidation, WriteSheet } from 'hucre/xlsx'
import { isNumberField, type NumberField } from '../records/number-field.ts'
import { numberNote } from '../records/number-words.ts'
import { type Language, say, text } from '../text.ts'
import { fitsNumberCell, largestInNumberCell } from '../values/amount.ts'
import { largestCount } from '../values/count.ts'
import { columnLetter } from './cell-error.ts'
import { columnNote } from './column-note.ts'
import { exampleLine, exampleOf } from './example-line.ts'
import { printHeading } from './heading-key.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'
import { choicesSheet, guideSheet } from './sheet-names.ts'
import {
  asText,
  headingStyle,
  numberFormats,
  titleStyle,
  widthFor,
  workbookBytes,
  wrapped,
} from './workbook-bytes.ts'

/** Lines that are ready as text cells, so that a code typed there keeps all of its digits. */
const readyLines = 500
const lastValidated = 200_000

/** The empty workbook of a ledger: headings with notes, drop-down lists, one example line, and a sheet that explains each column. */
export async function templateOf(ledger: Ledger, language: Language): Promise<Uint8Array> {
  const { cells, rows } = firstLines(ledger, language)
  const lists = choiceLists(ledger, language)
  const main: WriteSheet = {
    name: say(ledger.sheet, language),
    columns: ledger.columns.map((column, index) => ({
      width: widthFor([rows[0]?.[index] ?? '', rows[1]?.[index] ?? '']),
      style: styleOf(column),
      key: column.key,
    })),
    rows,
    cells,
    freezePane: { rows: 1 },
    dataValidations: [
      ...lists.map(({ at, size, column }, list) => validation(column, at, list, size, language)),
      ...ledger.columns.flatMap((column, at) => numbersOnly(column, at, language)),
    ],
  }
  const choices: WriteSheet = {
    name: say(choicesSheet, language),
    hidden: true,
    rows: columnsToRows(lists.map((list) => list.words)),
  }
  const sheets = [main, guide(ledger, language), ...(lists.length > 0 ? [choices] : [])]
  return await workbookBytes(sheets, say(ledger.sheet, language))
}

function firstLines(
  ledger: Ledger,
  language: Language,
): { rows: string[][]; cells: Map<string, Partial<Cell>> } {
  const headings = ledger.columns.map((column) =>
    printHeading(say(column.heading, language), column.required),
  )
  const cells = new Map<string, Partial<Cell>>()
  ledger.columns.forEach((column, index) => {
    const words = say(columnNote(column), language)
    cells.set(`0,${index}`, { style: headingStyle, comment: { text: words } })
    cells.set(`1,${index}`, {
      style: { ...styleOf(column), font: { italic: true, color: { rgb: '808080' } } },
    })
    for (let line = 2; line < readyLines; line += 1)
      cells.set(`${line},${index}`, { value: null, style: styleOf(column) })
  })
  return { rows: [headings, exampleLine(ledger, language)], cells }
}

const styleOf = ({ field }: LedgerColumn) =>
  isNumberField(field) ? { numFmt: numberFormats[field.kind] } : asText

type List = {
  readonly column: LedgerColumn
  readonly at: number
  readonly words: string[]
  readonly size: number
}

function choiceLists(ledger: Ledger, language: Language): List[] {
  return ledger.columns.flatMap((column, at) => {
    const words = choiceWords(column, language)
    return words.length === 0 ? [] : [{ column, at, words, size: words.length }]
  })
}

function choiceWords({ field }: LedgerColumn, language: Language): string[] {
  if (field?.kind === 'flag') return language === 'zh' ? ['是', '否'] : ['yes', 'no']
  return field?.kind === 'choice' ? Object.values(field.choices).map((words) => words[language]) : []
}

/** The list refers to cells: a list written out in the rule may have no more than 255 characters. */
function validation(
  column: LedgerColumn,
  at: number,
  list: number,
  size: number,
  language: Language,
): DataValidation {
  const from = columnLetter(list)
  return {
    type: 'list',
    formula1: `'${say(choicesSheet, language)}'!$${from}$1:$${from}$${size}`,
    range: `${columnLetter(at)}2:${columnLetter(at)}${lastValidated}`,
    allowBlank: !column.required,
    showErrorMessage: true,
    errorTitle: say(column.heading, language),
    errorMessage: say(text('请从下拉列表中选择。', 'Choose from the list.'), language),
  }
}

/** Excel itself refuses what is no number of the column, in the words of the note over it. */
function numbersOnly(column: LedgerColumn, at: number, language: Language): DataValidation[] {
  const { field } = column
  if (!isNumberField(field)) return []
  return [
    {
      ...boundsInCells(field),
      operator: 'between',
      range: `${columnLetter(at)}2:${columnLetter(at)}${lastValidated}`,
      allowBlank: !column.required,
      showErrorMessage: true,
      errorTitle: say(column.heading, language),
      errorMessage: say(numberNote(field), language),
    },
  ]
}

function boundsInCells(field: NumberField): Pick<DataValidation, 'type' | 'formula1' | 'formula2'> {
  if (field.kind === 'count') {
    const { least = 0, most = largestCount } = field
    return { type: 'whole', formula1: String(least), formula2: String(most) }
  }
  const { least = '0', most = largestInNumberCell } = field
  const within = (bound: string, cell: string) => (fitsNumberCell(bound) ? bound : cell)
  return {
    type: 'decimal',
    formula1: within(least, `-${largestInNumberCell}`),
    formula2: within(most, largestInNumberCell),
  }
}

function guide(ledger: Ledger, language: Language): WriteSheet {
  const heads = [
    text('列', 'Column'),
    text('必填', 'Required'),
    text('怎么填', 'What to fill in'),
    text('示例', 'Example'),
  ]
  const table = ledger.columns.map((column) => [
    say(column.heading, language),
    say(column.required ? text('是', 'yes') : text('否', 'no'), language),
    say(columnNote(column), language),
    exampleOf(column, language),
  ])
  const notes = [...ledger.notes, ...commonNotes].map((note, index) => [
    `${index + 1}. ${say(note, language)}`,
  ])
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: titleStyle }]])
  heads.forEach((_, index) => cells.set(`2,${index}`, { style: headingStyle }))
  return {
    name: say(guideSheet, language),
    columns: [
      { width: 24, style: wrapped },
      { width: 10, style: wrapped },
      { width: 80, style: wrapped },
      { width: 24, style: wrapped },
    ],
    rows: [
      [say(ledger.sheet, language)],
      [],
      heads.map((head) => say(head, language)),
      ...table,
      [],
      ...notes,
    ],
    cells,
  }
}

const commonNotes = [
  text('一行一条记录。带*的列必填。', 'One record a line. Columns with * are required.'),
  text(
    '带“例：”的一行是示例，导入时自动略过，也可以删去。',
    'The line marked “e.g.” is an example: an import passes over it, and it may be deleted.',
  ),
  text(
    '列的次序可以变，表头不能改，列不能缺。',
    'Columns may stand in any order, but none may be renamed or left out.',
  ),
  text(
    '日期可写作2018-06-30、2018/6/30、2018.6.30或2018年6月30日。',
    'Dates may be written 2018-06-30, 2018/6/30, 2018.6.30 or 2018年6月30日.',
  ),
  text(
    '代码相同的记录按更新处理；先检查、后提交，检查不写入任何内容。',
    'A line whose code is on record updates it. The check comes first and writes nothing.',
  ),
]

function columnsToRows(columns: readonly (readonly string[])[]): (string | null)[][] {
  const height = Math.max(0, ...columns.map((column) => column.length))
  return Array.from({ length: height }, (_, line) => columns.map((column) => column[line] ?? null))
}
