import { toHalfWidth } from '../values/half-width.ts'

const invisible = /[\u200B-\u200D\u2060\uFEFF]/g

/** Surrounding and invisible blanks go; every inner run of blanks, line breaks too, becomes one space. */
export function foldText(value: string): string {
  return value.replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Half width, no blanks at all: a code as it is stored. Letters keep their case. */
export function foldCode(value: string): string {
  return toHalfWidth(value).replace(invisible, '').replace(/\s+/g, '')
}

/** How words are compared that a person may type with other widths, blanks or letters: sheet names, choices. */
export function foldWord(value: string): string {
  return foldCode(value).toLowerCase()
}
