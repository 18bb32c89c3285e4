import { type Text, text } from '../../../../platform/text.ts'
import { type Ballots, validBallots } from './ballots.ts'

/** A number of a report and what it counts. */
export type Count = { readonly what: Text; readonly value: number }

export function count(what: Text, value: number): Count {
  return { what, value }
}

/** What is no whole number of at least `least`: nothing can be reckoned with it. */
export function notWhole(counts: readonly Count[], least = 0): Text[] {
  return counts
    .filter(({ value }) => !Number.isSafeInteger(value) || value < least)
    .map(({ what, value }) =>
      text(
        `${what.zh}为${value}，应为不小于${least}的整数，请核对。`,
        `The number of ${what.en} is given as ${value}; it is a whole number of at least ${least}. Check it.`,
      ),
    )
}

/** A part that is larger than its whole. */
export function largerThan(part: Count, whole: Count): Text[] {
  if (part.value <= whole.value) return []
  return [
    text(
      `${part.what.zh}${part.value}大于${whole.what.zh}${whole.value}，请核对。`,
      `There are more ${part.what.en} (${part.value}) than ${whole.what.en} (${whole.value}). Check both.`,
    ),
  ]
}

/** Persons who stand twice in one count. */
export function countedTwice(persons: readonly { readonly id: string; readonly name: string }[]): Text[] {
  const seen = new Set<string>()
  return persons
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ name }) =>
      text(
        `“${name}”在计票结果中出现两次，请合并或删除。`,
        `“${name}” stands twice in the count: merge or remove one.`,
      ),
    )
}

export const issuedOf = ({ issued }: Ballots) => count(text('发出选票', 'ballots issued'), issued)
export const returnedOf = ({ returned }: Ballots) => count(text('收回选票', 'ballots returned'), returned)
export const voidOf = (ballots: Ballots) => count(text('无效票', 'void ballots'), ballots.void)
export const validOf = (ballots: Ballots) => count(text('有效票', 'valid ballots'), validBallots(ballots))

/** Void ballots are among the returned, and a stated number of valid ones is what remains. */
export function ballotFaults(ballots: Ballots): Text[] {
  const { statedValid } = ballots
  const valid = validBallots(ballots)
  const tooMany = largerThan(voidOf(ballots), returnedOf(ballots))
  if (tooMany.length > 0 || statedValid === null || statedValid === valid) return tooMany
  return [
    text(
      `有效票填为${statedValid}，收回${ballots.returned}减无效${ballots.void}应为${valid}，请核对。`,
      `Valid ballots are given as ${statedValid}; ${ballots.returned} returned less ${ballots.void} void is ${valid}. Check them.`,
    ),
  ]
}
