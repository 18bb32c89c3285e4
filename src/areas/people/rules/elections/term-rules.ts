import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import { addMonths, addYears, type Day } from '../../../../platform/values/day.ts'
import { parts } from './findings.ts'
import { cite, instruments } from './instruments.ts'
import { type TermKind, termExpiry, termLengths } from './term-length.ts'

/** A term as it stands in a record. Judged on its first day. */
export type StatedTerm = { readonly kind: TermKind; readonly start: Day; readonly expiry: Day }

/** R-S4-05, one version for each length and its time. */
export const termRules: readonly Rule<StatedTerm>[] = termLengths.map(
  ({ kind, electedIn, years, basis, source }) =>
    defineRule<StatedTerm>({
      id: 'R-S4-05',
      name: text('届满日期', 'The day on which a term expires'),
      basis,
      source,
      inForce: electedIn,
      weight: source === 'practice' ? 'warn' : 'block',
      judges: 'state',
      check: (term) => {
        const expiry = termExpiry(term.start, kind)
        if (term.kind !== kind || term.expiry === expiry) return []
        return parts([
          text(
            `任期自${term.start}起${years}年，应于${expiry}届满，登记为${term.expiry}。`,
            `A term of ${years} years from ${term.start} expires on ${expiry}; recorded is ${term.expiry}.`,
          ),
        ])
      },
    }),
)

/** An election at the end of a term. Judged on the day of the election. */
export type TermElection = {
  readonly kind: TermKind
  readonly expiry: Day
  readonly on: Day
  /** The number of the document by which the higher organisation approved another time; null without one. */
  readonly documentNo: string | null
  /** Months before the expiry from which on it is prepared. */
  readonly remind: number
}

/** Years by which an approved change may move an election (domain C15 `TERM_SHIFT_MAX`). */
export const mostShiftYears = 1

/** Between which days an approved change may lie: a year to either side of the expiry. */
export function shiftBounds(expiry: Day): { readonly earliest: Day; readonly latest: Day } {
  return { earliest: addYears(expiry, -mostShiftYears), latest: addYears(expiry, mostShiftYears) }
}

const isParty = ({ kind }: TermElection) => kind !== 'residentsCommittee'
// Nothing says how many days before its expiry an election is early: before preparation begins, it is.
const isEarly = ({ on, expiry, remind }: TermElection) => on < addMonths(expiry, -remind)

function unapproved(election: TermElection): Text[] {
  const { on, expiry, documentNo } = election
  if (!isParty(election) || (documentNo !== null && documentNo.trim() !== '')) return []
  if (on > expiry) {
    return [
      text(
        `任期${expiry}届满，${on}才换届，没有上级批准延期的文号，请补充。`,
        `The term expired on ${expiry} and the election was on ${on}; no approval of a delay is recorded. Add its number.`,
      ),
    ]
  }
  if (!isEarly(election)) return []
  return [
    text(
      `任期${expiry}届满，${on}提前换届，没有上级批准提前的文号，请补充。`,
      `The term expires on ${expiry} and the election was already on ${on}; no approval is recorded. Add its number.`,
    ),
  ]
}

function beyondAYear(election: TermElection, late: boolean): Text[] {
  const { on, expiry } = election
  const { earliest, latest } = shiftBounds(expiry)
  if (!isParty(election) || (late ? on <= latest : on >= earliest)) return []
  return [
    text(
      `任期${expiry}届满，${on}换届，${late ? '延期' : '提前'}超过一年；一般不超过一年。`,
      `The term expires on ${expiry} and the election was on ${on}, more than a year ${late ? 'late' : 'early'}; generally it is no more.`,
    ),
  ]
}

const approval = text(
  '第三条，任期届满应当按期换届；需延期或者提前的，报上级党组织批准',
  'art. 3, elections are held when the term expires; to delay or advance one takes the approval of the higher organisation',
)
export const delay = text(
  '第三条，延长期限一般不超过一年',
  'art. 3, a delay generally does not exceed a year',
)

const shift = (id: string, name: Text, check: (election: TermElection) => Text[]) =>
  ({
    id,
    name,
    weight: 'warn',
    judges: 'act',
    check: (election: TermElection) => parts(check(election)),
  }) as const
const approved = shift('R-S4-06', text('延期或提前换届须经批准', 'Another time takes approval'), unapproved)
const notLate = shift('R-S4-06-LATE', text('延期不超过一年', 'No more than a year late'), (election) =>
  beyondAYear(election, true),
)
const notEarly = shift('R-S4-06-EARLY', text('提前不超过一年', 'No more than a year early'), (election) =>
  beyondAYear(election, false),
)

/** R-S4-06. For residents' committees no limit is at hand. */
export const termElectionRules: readonly Rule<TermElection>[] = [
  ...(['party1990', 'party2020'] as const).flatMap((regime) => {
    const { inForce } = instruments[regime]
    return [
      defineRule<TermElection>({ ...approved, ...cite(regime, 'instrument', approval), inForce }),
      defineRule<TermElection>({ ...notLate, ...cite(regime, 'instrument', delay), inForce }),
    ]
  }),
  defineRule<TermElection>({
    ...notEarly,
    ...cite(
      'terms2018',
      'instrument',
      text('延期或者提前换届的期限一般不超过一年', 'a delay or advance generally does not exceed a year'),
    ),
    inForce: instruments.terms2018.inForce,
  }),
]
