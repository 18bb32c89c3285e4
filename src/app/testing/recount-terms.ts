import type { Demo } from '../../../demo/make.ts'
import { addDays, addMonths, addYears, type Day, firstOfYear } from '../../platform/values/day.ts'
import { share } from './recount-people.ts'

type Line = Readonly<Record<string, string>>

/** Terms of three years that the demo records, and the day on which the next one began where one did: every such act has its paper. */
function termsOf({ ledgers, life }: Demo): { expiry: Day; next: Day | null }[] {
  const began = life.flatMap((act) => (act.does === 'happen' && act.act === 'term_began' ? [act] : []))
  const begun = [...Map.groupBy(began, ({ key }) => key[0]).values()].map((acts) =>
    acts.map(({ onDate }) => onDate),
  )
  const entered = (linesOf(ledgers, 'organisation.party_organisations') as readonly Line[]).flatMap((line) =>
    line['term_from'] ? [[line['term_from'] as Day]] : [],
  )
  return [...begun, ...entered].flatMap((days) => {
    const inOrder = days.toSorted((a, b) => (a < b ? -1 : 1))
    return inOrder.map((from, nth) => ({ expiry: addYears(from, 3), next: inOrder[nth + 1] ?? null }))
  })
}

const linesOf = (ledgers: Demo['ledgers'], id: string): readonly Line[] =>
  ledgers.find(({ ledger }) => ledger.id === id)?.rows ?? []

/** Figures of terms and of vacancies in the year up to a day, counted over the demo's lines and acts without a database. */
export function recountTerms(demo: Demo, asOf: Day): Record<string, string | null> {
  const ended = termsOf(demo).filter(({ expiry }) => expiry >= firstOfYear(asOf) && expiry <= asOf)
  const renewed = ended.flatMap(({ expiry, next }) => (next ? [{ expiry, next }] : []))
  const onTime = renewed.filter(({ expiry, next }) => next <= expiry && next >= addMonths(expiry, -6))
  const shifted = renewed.filter(
    (one) =>
      !onTime.includes(one) && one.next >= addYears(one.expiry, -1) && one.next <= addYears(one.expiry, 1),
  )
  const inTime = onTime.length + shifted.length
  return {
    'people.terms_ended': String(ended.length),
    'people.terms_on_time': String(onTime.length),
    'people.terms_shifted': String(shifted.length),
    'people.terms_renewed_in_time': String(inTime),
    'people.terms_renewed_in_time_share': share(inTime, ended.length),
    'people.terms_out_of_time': String(renewed.length - inTime),
    'people.terms_not_renewed': String(ended.length - renewed.length),
    'people.vacant_days': String(vacantDays(demo, asOf)),
  }
}

/** Day by day, community by community and post by post. */
function vacantDays({ ledgers }: Demo, asOf: Day): number {
  const there = (line: Line, on: Day) =>
    (line['begins'] as string) <= on && !(line['ends'] && line['ends'] <= on)
  const communities = linesOf(ledgers, 'organisation.places').filter((line) => line['kind'] === '社区')
  const standards = linesOf(ledgers, 'people.staffing_standards')
  const posts = linesOf(ledgers, 'people.community_posts')
  let days = 0
  for (let on = firstOfYear(asOf); on <= asOf; on = addDays(on, 1))
    for (const community of communities.filter((line) => there(line, on)))
      for (const standard of standards.filter((line) => there(line, on))) {
        const held = posts.filter(
          (line) =>
            there(line, on) && line['place_id'] === community['code'] && line['post'] === standard['post'],
        )
        days += Math.max(0, Number(standard['needed']) - held.length)
      }
  return days
}
