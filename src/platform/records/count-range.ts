import { type Text, text } from '../text.ts'
import { largestCount, readCount } from '../values/count.ts'

/** A filter on a count: both ends belong to it, null leaves one open. */
export type CountRange = { readonly least: number | null; readonly most: number | null }

/** As it stands in a filter: `3..9`, `3..`, `..9`, or `3` for that alone. Null for anything else. */
export function readCountRange(written: string): CountRange | null {
  const [whole, least = '', dots, most = ''] = /^(\d{0,10})(?:(\.\.)(\d{0,10}))?$/.exec(written) ?? []
  if (whole === undefined || (least === '' && most === '')) return null
  const end = (digits: string) => (digits === '' ? null : Number(digits))
  return { least: end(least), most: end(dots ? most : least) }
}

type Ends<Value> = Readonly<Record<'least' | 'most', Value>>

/** The range that a person typed, an empty end being open; null where an end is wrong, or nothing was said. */
export function typedRange(typed: Ends<string>): { range: CountRange | null; wrong: Ends<Text | null> } {
  const read = (end: string) => (end.trim() === '' ? null : readCount(end))
  const least = read(typed.least)
  const most = read(typed.most)
  const wrongOf = (end: ReturnType<typeof read>) => (end && 'wrong' in end ? end.wrong : null)
  const valueOf = (end: ReturnType<typeof read>) => (end && 'count' in end ? Number(end.count) : null)
  const range = { least: valueOf(least), most: valueOf(most) }
  const crossed = range.least !== null && range.most !== null && range.most < range.least ? endsCrossed : null
  const wrong = {
    least: wrongOf(least) ?? (least || most ? null : nothingSaid),
    most: wrongOf(most) ?? crossed,
  }
  return { range: wrong.least || wrong.most ? null : range, wrong }
}

const endsCrossed = text('最多的数小于最少的数，请核对。', 'The most is smaller than the least. Check both.')
const nothingSaid = text('请至少填写一端。', 'Fill in at least one of the two.')

export function writeCountRange({ least, most }: CountRange): string {
  return least === most ? String(least) : `${least ?? ''}..${most ?? ''}`
}

/** The range as a chip or the cover of a workbook says it. */
export function countRangeWords({ least, most }: CountRange): Text {
  if (least === most) return text(`${least}`, `${least}`)
  if (least === null) return text(`${most}及以下`, `${most} or less`)
  return most === null
    ? text(`${least}及以上`, `${least} or more`)
    : text(`${least}至${most}`, `${least} to ${most}`)
}

/** The ends as numbers between which every count that is meant lies. */
export const endsOf = ({ least, most }: CountRange): readonly [number, number] => [
  least ?? 0,
  most ?? largestCount,
]
