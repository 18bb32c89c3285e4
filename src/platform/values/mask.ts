import { type Text, text } from '../text.ts'

/** What stays to be seen: the ends of a telephone or identity number, the end of an account, the year of a birth. */
export type Mask = 'phone' | 'identity' | 'account' | 'birth'

const hidden = '•••'

const shapes: Readonly<Record<Mask, (value: string) => Text | null>> = {
  // 138****1234; a number of another length, such as a landline, has no middle to hide.
  phone: (value) => keepEnds(value, /^1\d{10}$/, 3, 4),
  identity: (value) => keepEnds(value, /^\d{17}[\dXx]$/, 6, 4),
  account: (value) => keepEnds(value, /^\d{12,30}$/, 0, 4),
  birth: (value) => {
    const year = /^(\d{4})-/.exec(value)?.[1]
    return year === undefined ? null : text(`${year}年**`, `${year}-**`)
  },
}

function keepEnds(value: string, shape: RegExp, before: number, after: number): Text | null {
  if (!shape.test(value)) return null
  const stars = '*'.repeat(value.length - before - after)
  const masked = `${value.slice(0, before)}${stars}${value.slice(-after)}`
  return text(masked, masked)
}

/** A value with its telling part hidden, as notices print it (domain C8): what does not have the expected shape is hidden whole. */
export function masked(value: string, mask: Mask | undefined): Text {
  return (mask && shapes[mask](value)) ?? text(hidden, hidden)
}

/** Whether a text is what a mask leaves, of any kind and in either language: it never is a value of its own. */
export function looksMasked(value: string): boolean {
  return value === hidden || /^\d{0,6}\*{4,}\d{3}[\dXx]$/.test(value) || /^\d{4}(年|-)\*\*$/.test(value)
}
