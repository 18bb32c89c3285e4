import { toHalfWidth } from '../values/half-width.ts'

// Zero-width and direction marks, and control characters that no sheet can hold.
const invisible = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** Surrounding and invisible blanks go; every inner run of blanks, line breaks too, becomes one space. */
export function foldText(value: string): string {
  return value.toWellFormed().replace(/\s+/g, ' ').replace(invisible, '').replace(/ +/g, ' ').trim()
}

/** Half width, no blanks at all: a code as it is stored. Letters keep their case. */
export function foldCode(value: string): string {
  return toHalfWidth(value).replace(/\s+/g, '').replace(invisible, '')
}

/** How words are compared that a person may type with other widths, blanks or letters: sheet names, choices. */
export function foldWord(value: string): string {
  return foldCode(value).toLowerCase()
}
