import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { addMonths, type Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { leadTimesOn, practiceLeadTimes, type SetLeadTime } from '../elections/calendar/lead-times.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice, cite, instruments } from '../elections/instruments.ts'
import { termKindOf } from '../elections/term-kind-of.ts'
import { expiryOfTerm, type TermKind } from '../elections/term-length.ts'
import { delay, shiftBounds, termRules } from '../elections/term-rules.ts'

/** What the office has set of lead times is all that is looked up. */
type Organisation = Judged<readonly SetLeadTime[] | undefined>
type Term = { readonly kind: TermKind; readonly start: Day; readonly years: string | null }

function termOn({ spells }: Organisation, on: Day): Term | null {
  const now = spells.find((spell) => inForce(spell, on))?.attributes
  const kind = now && termKindOf({ kind: now['kind'] ?? '', foundedIn: now['founded_in'] ?? '' })
  const start = now?.['term_from'] as Day | null | undefined
  return kind && start ? { kind, start, years: now['term_years'] ?? null } : null
}

const expiryOf = ({ kind, start, years }: Term) => expiryOfTerm(start, years, kind)

/** As {@link termRules}, for the term that an organisation is in: which length it has follows from its first day. */
const rightLength = termRules.map((rule) =>
  defineRule<Organisation>({
    ...rule,
    inForce: { from: rule.inForce.from, to: null },
    check: (organisation, on) => {
      const term = termOn(organisation, on)
      const expiry = term?.years ? expiryOf(term) : null
      if (!term || !expiry || !inForce(rule.inForce, term.start)) return []
      return rule.check({ kind: term.kind, start: term.start, expiry }, term.start)
    },
  }),
)

/** From the reminder on, half a year before it ends or as the office has set it, and until it is a year late. */
const endsSoon = defineRule<Organisation>({
  id: 'R-S1-11',
  name: text('任期将届满或已届满', 'A term ends soon, or has ended'),
  ...byPractice(
    text(
      `任期届满前着手准备换届，提前月数由本街道规定，没有规定的为${practiceLeadTimes.remind}个月`,
      `An election is prepared some months before the term ends: as many as the office has set, else ${practiceLeadTimes.remind}`,
    ),
  ),
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: (organisation, on) => {
    const term = termOn(organisation, on)
    const expiry = term && expiryOf(term)
    if (!expiry) return []
    const { remind } = leadTimesOn(organisation.facts ?? [], expiry)
    if (on < addMonths(expiry, -remind)) return []
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
  defineRule<Organisation>({
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
export const termEndRules: readonly Rule<Organisation>[] = [...rightLength, endsSoon, ...longOverdue]
