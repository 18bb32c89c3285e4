import type { CellValue } from 'hucre/xlsx'
import { type Text, text } from '../text.ts'
import { isNumberField, readNumber } from '../records/number-field.ts'
import { largestInNumberCell } from '../values/amount.ts'
import { foldWord } from './fold.ts'
import type { LedgerColumn } from './ledger.ts'
import { type Day, today } from '../values/day.ts'
import { toHalfWidth } from '../values/half-width.ts'
import { readDay } from './read-day.ts'

/** What a cell says: text, a code of a choice, a day, the text of a number, the natural key of a reference; null where it is empty. */
export type CellContent = string | boolean | null
export type ReadCell = { readonly content: CellContent; readonly wrong: Text | null }

const longest = 200
const yes = new Set(['是', '有', 'yes', 'y', 'true', '1', '√', '✓'])
const no = new Set(['否', '无', '没有', 'no', 'n', 'false', '0', '×'])

/** The cell as a person sees it, for error messages and for the example line. */
export function shownCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return readDay(value) ?? ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Reads one cell by its column's kind. */
export function readCell(column: LedgerColumn, value: CellValue | undefined): ReadCell {
  // Excel shows a small number as a day of 1900 where a cell has that format: what was meant cannot be told.
  if (isNumberField(column.field) && value instanceof Date) return fail(dayCell)
  const shown = column.fold(shownCell(value))
  if (shown === '')
    return column.required ? fail(empty(column)) : pass(column.field?.kind === 'flag' ? false : null)
  if (/^#(N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NULL!|NUM!)$/.test(shown)) return fail(brokenFormula(shown))
  if (column.role === 'begins' || column.role === 'ends') {
    const day = readDay(value as string)
    return day === null ? fail(noDay(shown, value)) : day > today() ? fail(inFuture(day)) : pass(day)
  }
  // What is planned may lie ahead; only what happened cannot.
  if (column.field?.kind === 'day') {
    const day = readDay(value as string)
    return day === null ? fail(noDay(shown, value)) : pass(day)
  }
  if (column.field?.kind === 'flag') {
    const word = foldWord(shown)
    return yes.has(word) ? pass(true) : no.has(word) ? pass(false) : fail(noFlag(shown))
  }
  if (column.field?.kind === 'choice') {
    const word = foldWord(shown)
    const choices = Object.entries(column.field.choices)
    const code = choices.find(([key, words]) =>
      [key, words.zh, words.en].some((candidate) => foldWord(candidate) === word),
    )?.[0]
    return code === undefined ? fail(noChoice(shown, choices)) : pass(code)
  }
  if (isNumberField(column.field)) {
    const inCell = column.field.kind === 'amount' && typeof value === 'number'
    if (inCell && Math.abs(value) > Number(largestInNumberCell)) return fail(numberCell(shown))
    const read = readNumber(column.field, inCell ? asExcelKeeps(value) : shown)
    return 'wrong' in read ? fail(read.wrong) : pass(read.value)
  }
  // Excel keeps 15 digits of a number: a longer code in a number cell has already lost its end.
  if (typeof value === 'number' && !(Number.isInteger(value) && Math.abs(value) < 1e15))
    return fail(numberCell(shown))
  if ([...shown].length > longest) return fail(tooLong)
  const wrong = column.check?.(shown) ?? null
  if (scientific.test(shown) && (wrong || column.field?.kind === 'reference')) return fail(rounded(shown))
  return { content: shown, wrong: wrong && cutTo15.test(shown) ? cutCode(shown) : wrong }
}

/** Excel shows 15 digits; what a formula leaves beyond them is no part of the number: 0.1+0.2 is 0.3. */
const asExcelKeeps = (value: number) => String(Number(value.toPrecision(15)))

const pass = (content: CellContent): ReadCell => ({ content, wrong: null })
const fail = (wrong: Text): ReadCell => ({ content: null, wrong })

const empty = ({ heading }: LedgerColumn) =>
  text(`“${heading.zh}”必填，请补上。`, `“${heading.en}” is required: fill it in.`)
// What Excel makes of a long code in a number cell before it is saved as text: both forms have lost their end.
const scientific = /^\d(\.\d+)?e\+?\d{2}$/i
/** Ends in zeros from the 16th digit on. */
export const cutTo15 = /^\d{15}0{1,5}$/
const yearAndMonth = /^(\d{4})\s*[-/.年]?\s*(0?[1-9]|1[0-2])\s*月?$/

function noDay(shown: string, value: CellValue | undefined): Text {
  const folded = toHalfWidth(shown).trim()
  if (/^\d{4}\s*年?$/.test(folded)) return yearOnly(shown)
  if (!yearAndMonth.test(folded)) return notADay(shown)
  return typeof value === 'number' ? monthAsNumber(shown) : monthOnly(shown)
}

const yearOnly = (value: string) =>
  text(
    `“${value}”只有年，没有月和日。请查清后按“2018-06-30”填写完整的年月日。`,
    `“${value}” is a year alone. Find out month and day, and write them as 2018-06-30.`,
  )
const monthOnly = (value: string) =>
  text(
    `“${value}”只有年月，没有日。请查清是哪一天，按“2018-06-30”填写完整的年月日。`,
    `“${value}” says year and month but no day. Find out the day, and write it as 2018-06-30.`,
  )
const monthAsNumber = (value: string) =>
  text(
    `“${value}”只有年月，没有日；存成数值时，10月还会变成1月（2018.10即2018.1）。请查清是哪一天，按“2018-06-30”填写完整的年月日。`,
    `“${value}” says year and month but no day; as a number, October even turns into January (2018.10 is 2018.1). Find out the day, and write it as 2018-06-30.`,
  )
export const cutCode = (value: string) =>
  text(
    `“${value}”从第16位起都是0，像是被 Excel 按数值保存过，末尾已经失真。请对照原件，按文本格式重新填写。`,
    `“${value}” is all zeros from its 16th digit on, as Excel leaves a code that it kept as a number: its end is lost. Enter it again from the original, as text.`,
  )
const rounded = (value: string) =>
  text(
    `“${value}”是科学记数法，原来的号码已经失真。请对照原件，按文本格式重新填写。`,
    `“${value}” is in scientific notation: the code itself is lost. Enter it again from the original, as text.`,
  )
const notADay = (value: string) =>
  text(
    `“${value}”不是有效日期，请按“2018-06-30”填写完整的年月日。`,
    `“${value}” is not a valid date. Write year, month and day as 2018-06-30.`,
  )
const inFuture = (day: Day) =>
  text(
    `日期${day}还没有到，只能登记已经发生的事。`,
    `${day} has not come yet: only what has happened can be recorded.`,
  )
const dayCell = text(
  '该单元格是日期格式，看不出原来填的数。请把格式改为“常规”，再填数字。',
  'The cell has the format of a date, and the number meant cannot be told. Format it as General, then enter the number.',
)
const noFlag = (value: string) => text(`“${value}”应填“是”或“否”。`, `“${value}” should be yes or no.`)
const noChoice = (value: string, choices: readonly (readonly [string, Text])[]) =>
  text(
    `“${value}”不在选项中，请改填：${choices.map(([, words]) => words.zh).join('、')}。`,
    `“${value}” is not one of the choices: ${choices.map(([, words]) => words.en).join('; ')}.`,
  )
const numberCell = (value: string) =>
  text(
    `“${value}”是数值格式，Excel只保留15位，末尾可能已经失真。请把该列设为文本格式后重新填写。`,
    `“${value}” stands in a number cell, where Excel keeps 15 digits. Format the column as text and enter it again.`,
  )
const brokenFormula = (value: string) =>
  text(
    `该单元格的公式出错（${value}），请改填数值本身。`,
    `The formula of this cell fails (${value}). Enter the value itself.`,
  )
const tooLong = text(`内容超过${longest}字，请缩短。`, `More than ${longest} characters: shorten it.`)
