import { councilKinds } from '../src/areas/organisation/terms.ts'
import { addDays, type Day } from '../src/platform/values/day.ts'
import { dayBetween } from './days.ts'
import type { Row } from './make-places.ts'
import type { DemoUnit, DemoUnits } from './make-units.ts'
import type { Random } from './random.ts'
import type { DemoTotals } from './totals.ts'

type Council = { readonly code: string; readonly place: string; readonly begins: Day }
export type DemoCouncils = { readonly councils: readonly Row[]; readonly seats: readonly Row[] }

/** The overlay: the street's council and one a community, and the seats of member units in them. */
export function makeCouncils(totals: DemoTotals, { units }: DemoUnits, random: Random): DemoCouncils {
  const councils: Row[] = []
  const known: Council[] = []
  const addCouncil = (name: string, kind: keyof typeof councilKinds, place: string) => {
    const council = {
      code: `DDW-${place.slice(-3)}`,
      place,
      begins: dayBetween(random, '2016-07-01', '2016-12-31'),
    }
    known.push(council)
    councils.push({
      code: council.code,
      name,
      kind: councilKinds[kind].zh,
      place_id: place,
      begins: council.begins,
      invented: '否',
    })
  }
  addCouncil(`${totals.street.name}大党工委`, 'street_council', totals.street.code)
  for (const { code, name, organisation } of totals.communities) {
    if (organisation === '611') addCouncil(`${name}大党委`, 'community_council', code)
    else addCouncil(`${name}大党总支`, 'community_general_council', code)
  }
  return { councils, seats: makeSeats(totals, units, known, random) }
}

function makeSeats(
  totals: DemoTotals,
  units: readonly DemoUnit[],
  councils: readonly Council[],
  random: Random,
): Row[] {
  const seats: Row[] = []
  const add = (council: Council, unit: DemoUnit, begins: Day, ends: Day | null) =>
    seats.push({
      council_id: council.code,
      unit_id: unit.code,
      begins,
      ...(ends ? { ends } : {}),
      invented: '是',
    })
  const joined = (council: Council) => dayBetween(random, council.begins, '2018-06-30')
  const other = (council: Council) => random.pick(councils.filter((candidate) => candidate !== council))

  const named = units.filter((unit) => unit.reported?.seat)
  const free = random.shuffled(units.filter((unit) => !unit.reported))
  const members = free.splice(0, totals.memberUnits - named.length)
  if (
    members.length + named.length !== totals.memberUnits ||
    free.length < totals.seatsLeft ||
    totals.secondSeats > members.length
  ) {
    throw new RangeError('too few legal persons for the seats asked for')
  }
  for (const unit of named) {
    const { community, since } = unit.reported?.seat ?? {}
    if (!community || !since) continue
    add(councils.find((council) => council.place === community) as Council, unit, since, null)
  }
  for (const [index, unit] of members.entries()) {
    const council = councils[index % councils.length] as Council
    add(council, unit, joined(council), null)
    if (index < totals.secondSeats) {
      const second = other(council)
      add(second, unit, joined(second), null)
    }
  }
  for (const unit of free.slice(0, totals.seatsLeft)) {
    const council = random.pick(councils)
    const ends = dayBetween(random, '2017-06-01', '2018-07-15')
    add(council, unit, dayBetween(random, council.begins, addDays(ends, -30)), ends)
  }
  return seats
}
