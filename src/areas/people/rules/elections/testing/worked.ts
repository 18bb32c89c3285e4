/** A worked election: what it shows, the count, its outcome in short, and the rules that have something to say. */
export type Row<Round> = readonly [what: string, round: Round, outcome: string, rules?: readonly string[]]

export type Worked<Round> = {
  readonly article: string
  readonly what: string
  readonly round: Round
  readonly outcome: string
  readonly rules: readonly string[]
}

/** Rows that one article decides. */
export function by<Round>(article: string, rows: readonly Row<Round>[]): Worked<Round>[] {
  return rows.map(([what, round, outcome, rules = []]) => ({ article, what, round, outcome, rules }))
}
