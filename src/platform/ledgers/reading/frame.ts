import type { CellValue } from 'hucre/xlsx'
import type { Text } from '../../text.ts'

/** A block of merged cells, counted from 0, both ends included. */
export type Merge = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What is known of a sheet before its lines come. `rows` counts those that hold anything. */
export type SheetFacts = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  readonly hiddenRows: readonly number[]
  /** From 0. */
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly Merge[]
}

export type FrameRow = readonly [number: number, values: readonly CellValue[]]

/** What a process that works on a file says, one a line of JSON: what it read, or the file that it made, in pieces. */
export type Frame =
  | { readonly kind: 'working' }
  | { readonly kind: 'book'; readonly sheets: readonly SheetFacts[] }
  | { readonly kind: 'sheet'; readonly index: number }
  | { readonly kind: 'rows'; readonly rows: readonly FrameRow[] }
  | { readonly kind: 'made'; readonly name: string; readonly type: string }
  | { readonly kind: 'piece'; readonly base64: string }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'refused'
      readonly words: Text
      readonly data: Readonly<Record<string, unknown>>
      /** Found by our own guards, not by an error of the library on the way. */
      readonly well: boolean
    }

/** A day cell keeps its kind on the way: JSON alone would make it text. */
export function frameLine(frame: Frame): string {
  return `${JSON.stringify(frame, function (this: Record<string, unknown>, key, value: unknown) {
    const own = this[key]
    return own instanceof Date
      ? { day: Number.isNaN(own.getTime()) ? null : own.getTime() }
      : typeof own === 'string'
        ? own.toWellFormed()
        : value
  })}\n`
}

export function parseFrame(line: string): Frame {
  const frame = JSON.parse(line) as Frame
  if (frame.kind !== 'rows') return frame
  return { kind: 'rows', rows: frame.rows.map(([number, values]) => [number, values.map(cellOf)]) }
}

function cellOf(value: CellValue | { day: number | null }): CellValue {
  return typeof value === 'object' && value !== null && 'day' in value
    ? new Date(value.day ?? Number.NaN)
    : value
}
