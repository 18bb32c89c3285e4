import { toHalfWidth } from '../values/half-width.ts'

// Zero-width and direction marks, and control characters that no sheet can hold.
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/g

/** Surrounding and invisible blanks go; every inner run of blanks, line breaks too, becomes one space. */
export function foldText(value: string): string {
  return value.toWellFormed().replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Half width, no blanks at all: a code as it is stored. Letters keep their case. */
export function foldCode(value: string): string {
  return toHalfWidth(value).replace(invisible, '').replace(/\s+/g, '')
}

/** How words are compared that a person may type with other widths, blanks or letters: sheet names, choices. */
export function foldWord(value: string): string {
  return foldCode(value).toLowerCase()
}
