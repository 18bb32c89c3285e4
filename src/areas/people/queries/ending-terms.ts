import type { Reader } from '../../../platform/db/transaction.ts'
import { addMonths, type Day, daysBetween } from '../../../platform/values/day.ts'
import { monthOf } from '../../../platform/values/period.ts'
import { type OrganisationTerm, termsBelow } from '../../organisation/index.ts'
import type { EndingTerm } from '../contract.ts'
import { leadTimesOn, type SetLeadTime } from '../rules/elections/calendar/lead-times.ts'
import { partyCalendar } from '../rules/elections/calendar/party-calendar.ts'
import { termKindOf } from '../rules/elections/term-kind-of.ts'
import { expiryOfTerm } from '../rules/elections/term-length.ts'
import { leadTimesSet } from './lead-times-set.ts'
import { type TermElections, termElections } from './term-elections.ts'

const monthsAhead = 12

/** Terms beneath a path that have ended on a day or end within a year of it, the first to end first. */
export async function endingTerms(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<{ terms: EndingTerm[]; unrecorded: number }> {
  const electing = (await termsBelow(reader, path, on)).flatMap((term) => {
    const kind = termKindOf(term)
    return kind
      ? [{ ...term, until: term.termFrom && expiryOfTerm(term.termFrom, term.termYears, kind) }]
      : []
  })
  const latest = addMonths(on, monthsAhead)
  const ending = electing.flatMap(({ termFrom, until, ...term }) =>
    termFrom && until && until <= latest ? [{ ...term, termFrom, until }] : [],
  )
  const set = await leadTimesSet(reader)
  const elections = await termElections(reader, ending, on)
  return {
    terms: ending
      .toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
      .map((term) => asTerm(term, on, set, elections.get(term.id))),
    unrecorded: electing.filter(({ until }) => !until).length,
  }
}

function asTerm(
  term: OrganisationTerm & { readonly termFrom: Day; readonly until: Day },
  on: Day,
  set: readonly SetLeadTime[],
  { underWay, termNo }: TermElections = { underWay: null, termNo: null },
): EndingTerm {
  const { id, name, seat, termFrom, until } = term
  return {
    id,
    name,
    place: seat,
    termNo,
    from: termFrom,
    until,
    daysLeft: daysBetween(on, until),
    due: timesOf(underWay?.plannedOn ?? until, set),
    election: underWay,
  }
}

function timesOf(meeting: Day, set: readonly SetLeadTime[]): EndingTerm['due'] {
  const calendar = partyCalendar(monthOf(meeting), leadTimesOn(set, meeting))
  const by = (step: string) => calendar.find(({ id }) => id === step)?.by ?? meeting
  return { remind: by('EL_REMIND'), request: by('EL_REQUEST'), nominees: by('EL_CAND'), meeting }
}
