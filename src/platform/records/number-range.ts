import { type Text, text } from '../text.ts'
import { spokenAmount } from '../values/amount.ts'
import { type NumberKind, type NumberRead, numberKinds } from './number-field.ts'

/** A filter on a number, in the text in which the number travels: both ends belong to it, null leaves one open. */
export type NumberRange = { readonly least: string | null; readonly most: string | null }

/** As it stands in a filter: `3..9`, `3..`, `..9`, or `3` for that alone. Null for anything else. */
export function readRange(kind: NumberKind, written: string): NumberRange | null {
  const at = written.indexOf('..')
  const ends = at < 0 ? [written, written] : [written.slice(0, at), written.slice(at + 2)]
  const { end, column, value } = numberKinds[kind]
  if (ends.every((one) => one === '') || !ends.every((one) => one === '' || end.test(one))) return null
  const [least = null, most = null] = ends.map((one) => (one === '' ? null : value(column(one))))
  return { least, most }
}

type Ends<Value> = Readonly<Record<'least' | 'most', Value>>

/** The range that a person typed, an empty end being open; null where an end is wrong, or nothing was said. */
export function typedRange(
  kind: NumberKind,
  typed: Ends<string>,
): { range: NumberRange | null; wrong: Ends<Text | null> } {
  const { read, column } = numberKinds[kind]
  const readEnd = (end: string) => (end.trim() === '' ? null : read(end))
  const least = readEnd(typed.least)
  const most = readEnd(typed.most)
  const wrongOf = (end: NumberRead | null) => (end && 'wrong' in end ? end.wrong : null)
  const valueOf = (end: NumberRead | null) => (end && 'value' in end ? end.value : null)
  const range = { least: valueOf(least), most: valueOf(most) }
  const crossed =
    range.least !== null && range.most !== null && column(range.most) < column(range.least)
      ? endsCrossed
      : null
  const wrong = {
    least: wrongOf(least) ?? (least || most ? null : nothingSaid),
    most: wrongOf(most) ?? crossed,
  }
  return { range: wrong.least || wrong.most ? null : range, wrong }
}

const endsCrossed = text('最多的数小于最少的数，请核对。', 'The most is smaller than the least. Check both.')
const nothingSaid = text('请至少填写一端。', 'Fill in at least one of the two.')

export function writeRange({ least, most }: NumberRange): string {
  return least !== null && least === most ? least : `${least ?? ''}..${most ?? ''}`
}

/** The range as a chip or the cover of a workbook says it. */
export function rangeWords(kind: NumberKind, range: NumberRange): Text {
  const said = (end: string) => (kind === 'amount' ? spokenAmount(end) : text(end, end))
  const least = range.least === null ? null : said(range.least)
  const most = range.most === null ? null : said(range.most)
  if (least === null) return text(`${most?.zh}及以下`, `${most?.en} or less`)
  if (most === null) return text(`${least.zh}及以上`, `${least.en} or more`)
  return range.least === range.most ? least : text(`${least.zh}至${most.zh}`, `${least.en} to ${most.en}`)
}

/** The ends, as the column holds them, between which every number that is meant lies. */
export function endsOf(kind: NumberKind, { least, most }: NumberRange): readonly [bigint, bigint] {
  const { column, smallest, largest } = numberKinds[kind]
  return [least === null ? smallest : column(least), most === null ? largest : column(most)]
}
