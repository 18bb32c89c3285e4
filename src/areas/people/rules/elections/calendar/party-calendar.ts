import { Refusal } from '../../../../../platform/refusal.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import { addMonths, day, lastOfMonth } from '../../../../../platform/values/day.ts'
import type { Month } from '../../../../../platform/values/period.ts'
import { type LeadStep, leadSteps } from '../../../terms.ts'
import { byPractice } from '../instruments.ts'
import type { LeadTimes } from './lead-times.ts'
import type { CalendarStep } from './step.ts'

const leads = {
  remind: { id: 'EL_REMIND', name: leadSteps.remind },
  request: { id: 'EL_REQUEST', name: leadSteps.request },
  nominees: { id: 'EL_CAND', name: leadSteps.nominees },
} as const satisfies Record<LeadStep, { readonly id: string; readonly name: Text }>

/** In the month of the election itself, in this order. */
const inMonth = [
  { id: 'EL_MEETING', name: text('召开党员大会选举委员会', 'The meeting of members elects the committee') },
  {
    id: 'EL_FIRST',
    name: text('委员会第一次会议选举书记、副书记', 'The first meeting of the committee elects its secretary'),
  },
  { id: 'EL_REPORT', name: text('上报选举结果', 'Report the result') },
] as const

/**
 * The steps of a Party election in a month, each due within a month of its own. All are reminders: no instrument sets
 * these times. Throws Refusal INVALID for a lead time that is no whole number of months from 0 up.
 */
export function partyCalendar(election: Month, leadTimes: LeadTimes): CalendarStep[] {
  const ahead = (Object.keys(leads) as LeadStep[]).map((lead) =>
    step(leads[lead], election, monthsAhead(leads[lead].name, leadTimes[lead])),
  )
  return [...ahead, ...inMonth.map((each) => step(each, election, 0))]
}

function step({ id, name }: { id: string; name: Text }, election: Month, ahead: number): CalendarStep {
  const from = addMonths(day(`${election}-01`), -ahead)
  return {
    id,
    name,
    from,
    by: lastOfMonth(from),
    force: 'reminder',
    ...byPractice(
      text(
        ahead === 0 ? '选举当月' : `选举月份前${ahead}个月`,
        ahead === 0 ? 'In the month of the election' : `${ahead} months before that of the election`,
      ),
    ),
  }
}

function monthsAhead(name: Text, months: number): number {
  if (Number.isSafeInteger(months) && months >= 0) return months
  throw new Refusal(
    'INVALID',
    text(
      `“${name.zh}”的提前月数为${months}，应为不小于0的整数`,
      `The months ahead for “${name.en}” are ${months}: give a whole number from 0 up`,
    ),
    { months },
  )
}
