import type { RuleSource } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import { addYears, type Day } from '../../../../platform/values/day.ts'
import { inForce, type Spell, spell } from '../../../../platform/values/spell.ts'
import { byPractice, cite, instruments } from './instruments.ts'

/** What has a term, as far as its length differs. */
export const termKinds = {
  communityParty: text('社区党委、党总支、党支部', 'A community’s Party committee, general branch or branch'),
  partyCommittee: text('社区以外的基层党委', 'A primary Party committee outside communities'),
  partyBranch: text('社区以外的党总支、党支部', 'A general Party branch or branch outside communities'),
  residentsCommittee: text('居民委员会', 'A residents’ committee'),
} as const satisfies Record<string, Text>
export type TermKind = keyof typeof termKinds

/** A length of term for those elected within a time; who was elected before keeps the old one to its end. */
export type TermLength = {
  readonly kind: TermKind
  readonly electedIn: Spell
  readonly years: number
  readonly basis: Text
  readonly source: RuleSource
}

const since2018 = instruments.terms2018.inForce

export const termLengths: readonly TermLength[] = [
  {
    kind: 'communityParty',
    electedIn: spell('1990-01-01', since2018.from),
    years: 3,
    ...byPractice(
      text(
        '当时社区党组织每届任期三年，已选举产生的任期届满前不变',
        'Party organisations of communities then had terms of three years, and those already elected serve them out',
      ),
    ),
  },
  {
    kind: 'communityParty',
    electedIn: since2018,
    years: 5,
    ...cite(
      'terms2018',
      'instrument',
      text(
        '村和社区党的委员会、总支部委员会、支部委员会每届任期五年；已选举产生的任期届满前不变',
        'committees of the Party in villages and communities have terms of five years; those already elected serve out the old term',
      ),
    ),
  },
  {
    kind: 'partyCommittee',
    electedIn: since2018,
    years: 5,
    ...cite(
      'terms2018',
      'instrument',
      text('党的基层委员会每届任期五年', 'primary Party committees have terms of five years'),
    ),
  },
  {
    kind: 'partyBranch',
    electedIn: since2018,
    years: 3,
    ...cite(
      'terms2018',
      'instrument',
      text(
        '党的总支部委员会、支部委员会每届任期三年',
        'general branches and branches have terms of three years',
      ),
    ),
  },
  {
    kind: 'residentsCommittee',
    electedIn: spell('1990-01-01', instruments.residents2018.inForce.from),
    years: 3,
    ...cite(
      'residents2018',
      'statute',
      text('修正以前每届任期三年', 'before the amendment terms were three years'),
    ),
  },
  {
    kind: 'residentsCommittee',
    electedIn: instruments.residents2018.inForce,
    years: 5,
    ...cite(
      'residents2018',
      'statute',
      text('居民委员会每届任期五年', 'residents’ committees have terms of five years'),
    ),
  },
  {
    kind: 'residentsCommittee',
    electedIn: instruments.residents2025.inForce,
    years: 5,
    ...cite(
      'residents2025',
      'statute',
      text('居民委员会每届任期五年', 'residents’ committees have terms of five years'),
    ),
  },
]

/** The length of a term that begins with an election on `start`; null where none is known (see `absentRules`). */
export function termLength(start: Day, kind: TermKind): TermLength | null {
  return termLengths.find((each) => each.kind === kind && inForce(each.electedIn, start)) ?? null
}

/** The last day of the term: the corresponding day (Civil Code arts. 201 and 202). Null where no length is known. */
export function termExpiry(start: Day, kind: TermKind): Day | null {
  const length = termLength(start, kind)
  return length === null ? null : addYears(start, length.years)
}

/** When a term as recorded expires: by its own length, or where none is recorded by the rule of the day on which it began. */
export function expiryOfTerm(start: Day, years: string | number | null, kind: TermKind): Day | null {
  return years === null ? termExpiry(start, kind) : addYears(start, Number(years))
}
