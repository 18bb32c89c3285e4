import { type Text, text } from '../text.ts'

/** A code that cannot stand, and why, in words for the person who typed it. */
export type CodeProblem = { readonly ok: false; readonly problem: Text }

export function problem(zh: string, en: string): CodeProblem {
  return { ok: false, problem: text(zh, en) }
}

/** The character at a place counted from 1; '' beyond the end. */
export function at(code: string, place: number): string {
  return code.charAt(place - 1)
}

/** What a spreadsheet leaves of a long code that it took for a number, or null when the text shows no such damage. */
export function spreadsheetDamage(code: string): CodeProblem | null {
  if (!/^\d(\.\d*)?E\+?\d+$/.test(code)) return null
  return problem(
    `“${code}”是表格软件把代码当作数字后的写法（科学计数法），原代码已丢失；请将该列设为文本格式，对照证照重新填写`,
    `"${code}" is what a spreadsheet writes when it takes a code for a number: the code is lost; set the column to text and enter it again from the certificate`,
  )
}

/** Spreadsheets keep 15 digits of a number: an 18-digit code then ends in 000. */
export function looksTruncated(code: string): boolean {
  return /^\d{15}000$/.test(code)
}

export function truncated(): CodeProblem {
  return problem(
    '末三位为“000”且校验不符，疑为表格软件只保留15位数字所致；请将该列设为文本格式，对照证照重新填写',
    'The last three digits are 000 and the check character does not agree: a spreadsheet probably kept only 15 digits; set the column to text and enter the code again from the certificate',
  )
}

export const truncationWarning: Text = text(
  '末三位为“000”，请核对是否被表格软件截断',
  'The last three digits are 000: please check that no spreadsheet has cut the code',
)

/** Σ value(character) · weight over the first `weights.length` characters. */
export function weightedSum(
  code: string,
  weights: readonly number[],
  valueOf: (character: string) => number,
): number {
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(code.charAt(index)), 0)
}
