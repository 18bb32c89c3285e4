import { createHash } from 'node:crypto'
import { headingKey } from '../heading-key.ts'
import type { Ledger } from '../ledger.ts'
import type { SheetHeading } from './sheet-top.ts'

/** Which column of a ledger each heading of a layout is; null: none, the column is passed over. Keyed as {@link layoutOf} says. */
export type LayoutColumns = Readonly<Record<string, string | null>>
export type Layout = {
  readonly signature: string
  /** One for each heading, in their order. */
  readonly keys: readonly string[]
}

/** What makes two sheets of one layout: the same headings, in whatever order; those that stand twice, in the same order. */
export function layoutOf(headings: readonly SheetHeading[]): Layout {
  const seen = new Map<string, number>()
  const keys = headings.map(({ words }) => {
    const key = headingKey(words)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return before === 0 ? key : `${key}#${before + 1}`
  })
  const doubled = [...seen.values()].some((count) => count > 1)
  const signed = JSON.stringify(doubled ? keys : [...keys].sort())
  return { signature: createHash('sha256').update(signed).digest('hex').slice(0, 32), keys }
}

/** The column of the ledger that bears exactly this heading, after folding; of several levels, as one word. */
export function exactColumn(ledger: Ledger, { parts }: SheetHeading): string | null {
  const key = headingKey(parts.join(''))
  const found = ledger.columns.find(({ heading }) =>
    [heading.zh, heading.en].some((words) => headingKey(words) === key),
  )
  return found?.key ?? null
}
