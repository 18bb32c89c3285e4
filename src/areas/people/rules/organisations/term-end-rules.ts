import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { addMonths, addYears, type Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { practiceLeadTimes } from '../elections/calendar/party-calendar.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice, cite, instruments } from '../elections/instruments.ts'
import { type TermKind, termExpiry } from '../elections/term-length.ts'
import { delay, shiftBounds, termRules } from '../elections/term-rules.ts'

type Attributes = Judged['spells'][number]['attributes']
type Term = { readonly kind: TermKind; readonly start: Day; readonly recorded: Day | null }

/** What kind of term an organisation has; none where leaders are appointed or designated, and for a group. */
function termKindOf({ kind, founded_in }: Attributes): TermKind | null {
  if (kind === '611') return founded_in === 'community' ? 'communityParty' : 'partyCommittee'
  if (kind !== '621' && kind !== '631' && kind !== '632') return null
  return founded_in === 'community' ? 'communityParty' : 'partyBranch'
}

function termOn({ spells }: Judged, on: Day): Term | null {
  const now = spells.find((spell) => inForce(spell, on))?.attributes
  const kind = now && termKindOf(now)
  const start = now?.['term_from'] as Day | null | undefined
  if (!kind || !start) return null
  const years = now['term_years']
  return { kind, start, recorded: years ? addYears(start, Number(years)) : null }
}

const expiryOf = ({ kind, start, recorded }: Term) => recorded ?? termExpiry(start, kind)

/** As {@link termRules}, for the term that an organisation is in: which length it has follows from its first day. */
const rightLength = termRules.map((rule) =>
  defineRule<Judged>({
    ...rule,
    inForce: { from: rule.inForce.from, to: null },
    check: (organisation, on) => {
      const term = termOn(organisation, on)
      if (!term?.recorded || !inForce(rule.inForce, term.start)) return []
      return rule.check({ kind: term.kind, start: term.start, expiry: term.recorded }, term.start)
    },
  }),
)

/** Within half a year before it ends, and until it is a year late. */
const endsSoon = defineRule<Judged>({
  id: 'R-S1-11',
  name: text('任期将届满或已届满', 'A term ends soon, or has ended'),
  ...byPractice(
    text(
      `任期届满前${practiceLeadTimes.remind}个月着手准备换届`,
      `An election is prepared from ${practiceLeadTimes.remind} months before the term ends`,
    ),
  ),
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: (organisation, on) => {
    const term = termOn(organisation, on)
    const expiry = term && expiryOf(term)
    if (!expiry || on < addMonths(expiry, -practiceLeadTimes.remind)) return []
    if (on > shiftBounds(expiry).latest) return []
    return parts([
      on > expiry
        ? text(
            `任期已于${expiry}届满，没有登记换届。已经换届的请登记；需要延期的，报上级党组织批准。`,
            `The term ended on ${expiry} and no election is recorded. Record it, or ask the higher organisation to approve a delay.`,
          )
        : text(
            `任期将于${expiry}届满，请着手准备换届。`,
            `The term ends on ${expiry}: prepare the election.`,
          ),
    ])
  },
})

/** A year at most, with approval; one version for each instrument that says so. */
const longOverdue = (['party1990', 'party2020'] as const).map((regime) =>
  defineRule<Judged>({
    id: 'R-S4-06-OVERDUE',
    name: text('逾期一年以上未换届', 'No election for more than a year after the term'),
    ...cite(regime, 'instrument', delay),
    inForce: instruments[regime].inForce,
    weight: 'warn',
    judges: 'state',
    check: (organisation, on) => {
      const term = termOn(organisation, on)
      const expiry = term && expiryOf(term)
      if (!expiry || on <= shiftBounds(expiry).latest) return []
      return parts([
        text(
          `任期已于${expiry}届满，一年以上没有登记换届。延期一般不超过一年，请登记换届，或者核对本届产生日期和任期。`,
          `The term ended on ${expiry} and no election is recorded for more than a year; a delay generally is no longer. Record it, or check the day and length of the term.`,
        ),
      ])
    },
  }),
)

/** How long a term is, and what follows when it ends. */
export const termEndRules: readonly Rule<Judged>[] = [...rightLength, endsSoon, ...longOverdue]
