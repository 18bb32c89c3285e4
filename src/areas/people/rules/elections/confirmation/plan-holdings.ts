import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../../../platform/values/spell.ts'
import type { ElectionKind } from '../../../terms.ts'

/** Who was elected to which post, on the day of the vote. */
export type ElectedTo = {
  readonly personId: string
  readonly name: string
  readonly post: string
  readonly on: Day
}

/** A time in which somebody held a post of the committee. */
export type Holding = Spell & {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly post: string
  readonly wonOn: Day | null
}

export type HoldingsPlan = {
  /** Not elected again: they end with the old committee. */
  readonly ending: readonly { readonly holding: Holding; readonly on: Day }[]
  readonly lasting: readonly { readonly holding: Holding; readonly elected: ElectedTo }[]
  readonly beginning: readonly ElectedTo[]
  /** Already recorded as won in this election: nothing to do. */
  readonly standing: readonly ElectedTo[]
  readonly obstacles: readonly Text[]
}

/** The day from which the new committee is in office: that of the first vote that elected anybody. */
export const electedFrom = (posts: readonly ElectedTo[]): Day =>
  posts.map(({ on }) => on).reduce((first, on) => (on < first ? on : first))

/**
 * What the holdings of an organisation go through when these are elected. At the end of a term all of the old committee go, but for those
 * elected to the same post again; a by-election ends only what its winners held beside it.
 */
export function planHoldings(
  kind: ElectionKind,
  holdings: readonly Holding[],
  posts: readonly ElectedTo[],
): HoldingsPlan {
  const from = electedFrom(posts)
  const on = (personId: string) => posts.find((each) => each.personId === personId)?.on ?? from
  const current = holdings.filter((each) => inForce(each, on(each.personId)))
  const heldBy = (elected: ElectedTo) =>
    current.find(({ personId, post }) => personId === elected.personId && post === elected.post)
  const standing = posts.filter((elected) => heldBy(elected)?.wonOn === elected.on)
  const others = posts.filter((elected) => !standing.includes(elected))
  const lasting = others.flatMap((elected) => {
    const holding = heldBy(elected)
    return holding ? [{ holding, elected }] : []
  })
  const beginning = others.filter((elected) => heldBy(elected) === undefined)
  const goesOn = (holding: Holding) =>
    posts.some(({ personId, post }) => personId === holding.personId && post === holding.post)
  const leaves = (holding: Holding) =>
    !goesOn(holding) && (kind === 'term' || posts.some(({ personId }) => personId === holding.personId))
  const ending = current.filter(leaves).map((holding) => ({ holding, on: on(holding.personId) }))
  return {
    ending,
    lasting,
    beginning,
    standing,
    obstacles: [
      ...ending
        .filter((each) => each.holding.from >= each.on)
        .map(({ holding }) => newerThanElection(holding)),
      ...(kind === 'by_election' ? lasting.map(({ holding }) => heldAlready(holding)) : []),
      ...beginning.flatMap((elected) => holdings.filter(laterThan(elected)).map(newerThanElection)),
    ],
  }
}

const laterThan = (elected: ElectedTo) => (holding: Holding) =>
  holding.personId === elected.personId && holding.post === elected.post && holding.from > elected.on

const newerThanElection = ({ name, from }: Holding) =>
  text(
    `“${name}”的任职已登记为自${from}起，不早于选举日，请先核对或更正这条任职。`,
    `“${name}” is recorded as holding the post from ${from}, no earlier than the election. Check or correct that holding first.`,
  )

const heldAlready = ({ name }: Holding) =>
  text(
    `“${name}”补选前已担任这一职务，请核对。`,
    `“${name}” already held the post before this by-election. Check it.`,
  )
