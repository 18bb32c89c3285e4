import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { day } from '../../../../platform/values/day.ts'
import { timesInOrder, type ClockFinding, type ClockRule } from '../clocks/clock-finding.ts'
import { quanzhouClockSet } from '../clocks/clock-set.ts'
import { extensionFindings } from '../clocks/extension-findings.ts'
import { dayOf } from '../clocks/task-log.ts'
import type { TaskRole } from '../../terms.ts'
import { officialCalendar } from './calendar.ts'
import { clockSetOn, type SetClock } from './clock-set-on.ts'
import { roleOn } from './loop.ts'
import { runsOf } from './part-clocks.ts'
import { text } from '../../../../platform/text.ts'

/** What the office has set of clocks. */
export type PartFacts = { readonly set: readonly SetClock[] }
type Part = Judged<PartFacts | undefined>

/** What is wrong with an extension, where that is the newest act: an older one was judged when it was recorded. */
function newestExtension(part: Part): readonly ClockFinding[] {
  const newest = part.events.at(-1)
  if (newest?.kind !== 'extended') return []
  const log = runsOf(part, []).at(-1) ?? []
  const [start] = log
  const role = roleOn(part, newest.onDate) as TaskRole | null
  if (!start || !role) return []
  const set = clockSetOn(part.facts?.set ?? [], dayOf(start.at))
  return extensionFindings(log, set.clocks[role], set, officialCalendar).filter(
    ({ on }) => on === newest.sets['asked_on'],
  )
}

const ruleOf = (rule: Pick<ClockRule, 'rule' | 'name' | 'basis' | 'source' | 'weight'>): Rule<Part> =>
  defineRule<Part>({
    id: rule.rule,
    name: rule.name,
    basis: rule.basis,
    source: rule.source,
    inForce: { from: day('2017-01-01'), to: null },
    weight: rule.weight,
    judges: 'act',
    check: (part) =>
      newestExtension(part)
        .filter((found) => found.rule === rule.rule)
        .map(({ message }) => ({ message })),
  })

const { extension, source } = quanzhouClockSet

/** R-S8-03 and -04 of the domain, and the day before expiry by which more time is asked for (R-S8-09). */
export const extensionRules: readonly Rule<Part>[] = [
  ruleOf(timesInOrder),
  ruleOf({
    rule: 'R-S8-04',
    name: text('延期须在到期前申请', 'An extension is asked before expiry'),
    basis: extension.basis,
    source,
    weight: 'warn',
  }),
  ruleOf({
    rule: 'R-S8-09',
    name: text('延期须提前申请', 'An extension is asked in good time'),
    basis: extension.basis,
    source,
    weight: 'warn',
  }),
]
