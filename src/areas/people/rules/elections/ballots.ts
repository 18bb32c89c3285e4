/** The ballots of one round, as the scrutineers report them. */
export type Ballots = {
  readonly issued: number
  readonly returned: number
  readonly void: number
  /** The valid ballots as written in the report, to be checked; null where it gives none. */
  readonly statedValid: number | null
}

/** Valid ballots are counted, not typed: returned less void. */
export function validBallots({ returned, void: spoilt }: Ballots): number {
  return returned - spoilt
}

/** No more ballots came back than went out (R-S4-01). */
export function ballotsInOrder({ issued, returned }: Ballots): boolean {
  return returned <= issued
}
