export type Placed = { readonly id: string; readonly votes: number }

/** `tied` have equal votes on the line between the last seat and none: the count does not say who of them is in. */
export type Filling = { readonly elected: ReadonlySet<string>; readonly tied: ReadonlySet<string> }

/** Fills seats by votes from those who have passed. Their order in the list decides nothing. */
export function fillSeats(passed: readonly Placed[], seats: number): Filling {
  const ids = (list: readonly Placed[]) => new Set(list.map(({ id }) => id))
  const none = new Set<string>()
  if (passed.length <= seats) return { elected: ids(passed), tied: none }
  const byVotes = [...passed].sort((one, other) => other.votes - one.votes)
  const last = byVotes[seats - 1]
  const next = byVotes[seats]
  if (!last || !next) return { elected: none, tied: none }
  if (next.votes < last.votes) return { elected: ids(byVotes.slice(0, seats)), tied: none }
  return {
    elected: ids(byVotes.filter(({ votes }) => votes > last.votes)),
    tied: ids(byVotes.filter(({ votes }) => votes === last.votes)),
  }
}
