/** An organisation as its acknowledged writes left it. */
export type Kept = {
  /** Null until it is looked up: an import does not tell it. */
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly contact: string | null
  readonly version: string
  /** Its events, by day; the first is the founding. */
  readonly events: number
  readonly dissolved: boolean
}

/** One whose id is known, so that something can happen to it. */
export type Known = Kept & { readonly id: string }

/** What one client knows of its own records: by code, and the ids of those that it said never were. */
export type Book = { readonly kept: Map<string, Kept>; readonly gone: Set<string> }

export const emptyBook = (): Book => ({ kept: new Map(), gone: new Set() })

/** What the figures of the year must be, counted over the books. */
export function recount(books: readonly Book[]) {
  const all = books.flatMap(({ kept }) => [...kept.values()])
  const dissolved = all.filter((one) => one.dissolved).length
  return {
    'organisation.organisations': all.length - dissolved,
    'organisation.established': all.length,
    'organisation.dissolved': dissolved,
  }
}
