import { foldWord } from './fold.ts'

const requiredMark = '*'

/** A heading as a template prints it. */
export function printHeading(heading: string, required: boolean): string {
  return required ? `${heading}${requiredMark}` : heading
}

/** How headings are compared: no blanks, half width, no mark for required ones. */
export function headingKey(heading: string): string {
  return foldWord(heading)
    .replaceAll(requiredMark, '')
    .replace(/\((必填|选填|required|optional)\)/g, '')
    .replaceAll('’', "'")
}
