import {
  foundedIn,
  type FoundedIn,
  organisationKinds,
  type OrganisationKind,
  termLengths,
} from '../src/areas/organisation/terms.ts'
import { addDays, type Day } from '../src/platform/values/day.ts'
import { dayBetween } from './days.ts'
import type { DemoPlaces, Row } from './make-places.ts'
import type { DemoUnit, DemoUnits } from './make-units.ts'
import type { InventedNames } from './names.ts'
import type { Random } from './random.ts'
import type { DemoCommunity, DemoTotals } from './totals.ts'

const firstElection = '2015-05-10' as Day

type Organisation = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly founded_in: FoundedIn
  readonly parent_id: string
  readonly seat_id: string
  readonly unit_id?: string
  readonly purpose?: string
  readonly term_from?: Day
  readonly term_years?: string
  readonly begins: string
  readonly ends?: string
  readonly invented: boolean
}

/** A branch in a unit, as the acts of the demo name it. */
export type DemoBranch = {
  readonly code: string
  readonly host: DemoUnit
  readonly community: string
  readonly parent: string
  readonly kind: '631' | '632'
  readonly begins: Day
}
export type DemoOrganisations = {
  readonly rows: readonly Row[]
  readonly unitBranches: readonly DemoBranch[]
  /** Non-public units without a branch of their own. */
  readonly unitsWithout: readonly DemoUnit[]
  /** The organisation of each community, by the community's code. */
  readonly organisationOf: ReadonlyMap<string, string>
  readonly covered: readonly Row[]
  /** The branch of those who work in each community, by the community's code. */
  readonly workersOf: ReadonlyMap<string, string>
  /** Branches of compounds: code, community and first day. */
  readonly compoundBranches: readonly { code: string; community: string; begins: Day }[]
  /** Temporary branches that the report names: code and first day. */
  readonly temporary: readonly { code: string; begins: Day }[]
}

/** The Party line: the street's committee, one organisation a community, branches of compounds and units, stairwell groups. */
export function makeOrganisations(
  totals: DemoTotals,
  places: DemoPlaces,
  units: DemoUnits,
  random: Random,
  names: InventedNames,
): DemoOrganisations {
  const rows: Row[] = []
  const add = ({ kind, founded_in, invented, ...organisation }: Organisation): string => {
    const code = `DZZ-${String(rows.length + 1).padStart(4, '0')}`
    const contact: Row =
      invented && kind !== '641'
        ? {
            contact_name: names.person(),
            contact_phone: `000-${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
          }
        : {}
    rows.push({
      code,
      ...organisation,
      kind: organisationKinds[kind].zh,
      founded_in: foundedIn[founded_in].zh,
      ...contact,
      invented: invented ? '是' : '否',
    })
    return code
  }
  const street = add({
    name: totals.street.party,
    kind: '610',
    founded_in: 'street',
    parent_id: '',
    seat_id: totals.street.code,
    begins: '2003-12-01',
    invented: false,
  })
  const organisationOf = new Map<string, string>()
  const workersOf = new Map<string, string>()
  const compoundBranches: { code: string; community: string; begins: Day }[] = []
  const temporary: { code: string; begins: Day }[] = []
  for (const community of totals.communities) {
    const begins = dayBetween(random, '2010-01-01', '2013-12-31')
    organisationOf.set(
      community.code,
      add({
        name: communityName(totals, community),
        kind: community.organisation,
        founded_in: 'community',
        parent_id: street,
        seat_id: community.code,
        begins,
        invented: false,
      }),
    )
  }
  // Of a compound that the report names, the demonstration says no more than the report does.
  const reported = new Set(totals.reported.compounds.map(({ name }) => name))
  for (const compound of places.compounds.filter(({ name }) => !reported.has(name))) {
    if (!random.chance(totals.compoundCoverage)) continue
    const begins = random.chance(0.3)
      ? dayBetween(random, '2017-01-01', '2018-06-30')
      : dayBetween(random, '2016-07-01', '2016-12-31')
    const parent_id = organisationOf.get(compound.parent) as string
    const branch = add({
      name: `${compound.name}小区党支部`,
      kind: '631',
      founded_in: 'compound',
      parent_id,
      seat_id: compound.code,
      begins,
      invented: true,
    })
    compoundBranches.push({ code: branch, community: compound.parent, begins })
    for (const stairwell of places.stairwells.get(compound.code) ?? []) {
      if (!random.chance(totals.stairwellCoverage)) continue
      const since = earlier(addDays(begins, random.between(0, 240)), totals.asOf)
      add({
        name: `${stairwell.name}党小组`,
        kind: '641',
        founded_in: 'stairwell',
        parent_id: branch,
        seat_id: stairwell.code,
        begins: since,
        invented: true,
      })
    }
  }
  const unitBranches = addUnitBranches(totals, units, organisationOf, random, add)
  for (const { name, compound, since } of totals.reported.temporaryBranches) {
    const seat = places.compounds.find((place) => place.name === compound)
    if (!seat) throw new RangeError(`no compound ${compound}`)
    const code = add({
      name,
      kind: '931',
      founded_in: 'compound',
      parent_id: organisationOf.get(seat.parent) as string,
      seat_id: seat.code,
      begins: since,
      purpose: '返迁交房',
      invented: false,
    })
    temporary.push({ code, begins: since })
  }
  // Elected one after another, so that on the demonstration’s day some terms have ended and the others end within a year.
  for (const [nth, { code, name }] of totals.communities.entries())
    workersOf.set(
      code,
      add({
        name: `中共${totals.street.name}${name}工作人员支部委员会`,
        kind: '631',
        founded_in: 'unit',
        parent_id: organisationOf.get(code) as string,
        seat_id: code,
        begins: '2014-01-01',
        term_from: addDays(firstElection, 45 * nth),
        term_years: termLengths['3'].zh,
        invented: true,
      }),
    )
  const taken = new Set(unitBranches.map(({ host }) => host.code))
  const unitsWithout = random.shuffled(
    units.units.filter((unit) => unit.kind === 'non_public' && !taken.has(unit.code)),
  )
  const joint = unitBranches.filter(({ kind }) => kind === '632')
  const covered = joint.flatMap(({ code, host }) =>
    [host, unitsWithout.pop()].flatMap((unit) => (unit ? [coverRow(code, unit, rows)] : [])),
  )
  return { rows, unitBranches, unitsWithout, organisationOf, covered, workersOf, compoundBranches, temporary }
}

function coverRow(code: string, unit: DemoUnit, rows: readonly Row[]): Row {
  const begins = rows.find((row) => row['code'] === code)?.['begins'] as string
  return { organisation_id: code, unit_id: unit.code, begins, invented: '是' }
}

function addUnitBranches(
  totals: DemoTotals,
  { units }: DemoUnits,
  organisationOf: ReadonlyMap<string, string>,
  random: Random,
  add: (organisation: Organisation) => string,
): DemoBranch[] {
  const hosts = random.shuffled(units.filter((unit) => unit.kind === 'non_public'))
  if (hosts.length < totals.unitBranches) throw new RangeError('fewer non-public units than branches in them')
  return hosts.slice(0, totals.unitBranches).map((host) => {
    const community = random.pick(totals.communities).code
    const parent = organisationOf.get(community) as string
    const kind = random.chance(0.25) ? '632' : '631'
    const begins = dayBetween(random, '2014-01-01', '2016-12-31')
    const code = add({
      name: `${host.name}${organisationKinds[kind].zh}`,
      kind,
      founded_in: 'unit',
      parent_id: parent,
      seat_id: community,
      unit_id: host.code,
      begins,
      invented: true,
    })
    return { code, host, community, parent, kind, begins }
  })
}

function communityName(totals: DemoTotals, { name, organisation }: DemoCommunity): string {
  return `中共${totals.street.name}${name}${organisation === '611' ? '委员会' : '总支部委员会'}`
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
