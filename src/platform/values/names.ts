import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

const middleDots = /\s*[•・･．‧∙⋅·]\s*/gu
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g
const spaceBetweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/**
 * The one stored form of a person's name: trimmed, no space between Han characters, single spaces elsewhere,
 * the middle dot of ethnic names as U+00B7. Characters are otherwise kept as typed, rare ones included.
 * Throws Refusal INVALID unless it has 2 to 30 characters, one beyond the BMP counting as one.
 */
export function normaliseName(value: string): string {
  const name = value
    .replace(invisible, '')
    .trim()
    .replace(spaceBetweenHan, '')
    .replace(/\s+/g, ' ')
    .replace(middleDots, '·')
  const length = [...name].length
  if (name.isWellFormed() && length >= 2 && length <= 30) return name
  throw new Refusal(
    'INVALID',
    text(
      `姓名“${name.toWellFormed()}”无效：应为2至30个字，现为${length}个字`,
      `The name "${name.toWellFormed()}" is not valid: it has ${length} characters, 2 to 30 are allowed`,
    ),
    { value: name.toWellFormed() },
  )
}
