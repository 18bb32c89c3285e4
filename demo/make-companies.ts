import { legalPersonKinds } from '../src/areas/organisation/terms.ts'
import { censusStates, type Industry, industries, scaleKinds } from '../src/areas/enterprise/terms.ts'
import { makeCreditCode } from '../src/platform/values/credit-code.ts'
import { addDays, type Day } from '../src/platform/values/day.ts'
import { dayBetween } from './days.ts'
import type { DemoOrganisations } from './make-organisations.ts'
import type { Row } from './make-places.ts'
import type { DemoUnits } from './make-units.ts'
import { internetNames, type InventedNames } from './names.ts'
import { type Random, randomFrom } from './random.ts'
import type { DemoTotals } from './totals.ts'

export type DemoCompany = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly industry: Industry
  readonly invented: boolean
}
export type DemoCompanies = {
  readonly all: readonly DemoCompany[]
  /** Those that qualify in the drive. */
  readonly qualifying: readonly DemoCompany[]
  readonly aboveScale: readonly DemoCompany[]
  /** Those above scale that founded a branch with the office's help. */
  readonly improved: readonly {
    readonly company: DemoCompany
    readonly branch: string
    readonly founded: Day
  }[]
  /** Legal persons and Party organisations that the others do not hold yet. */
  readonly units: readonly Row[]
  readonly organisations: readonly Row[]
  readonly branches: readonly { code: string; begins: Day }[]
  readonly companies: readonly Row[]
  readonly listings: readonly Row[]
  readonly drives: readonly Row[]
  readonly targets: readonly Row[]
}

/** What an invented name says of the trade. */
const tradeOf: readonly (readonly [string, Industry])[] = [
  ['网络', 'internet'],
  ['互联', 'internet'],
  ['信息', 'technology'],
  ['科技', 'technology'],
  ['贸易', 'trade'],
  ['物流', 'logistics'],
  ['餐饮', 'hospitality'],
  ['建材', 'manufacturing'],
  ['电子', 'manufacturing'],
  ['文化', 'culture'],
  ['物业', 'real_estate'],
  ['装饰', 'construction'],
]
const industryOf = (name: string): Industry => tradeOf.find(([word]) => name.includes(word))?.[1] ?? 'other'

/** The companies that the office serves, the drive for branches in those of the internet, and the branches that it led to. */
export function makeCompanies(
  totals: DemoTotals,
  { units }: DemoUnits,
  { unitBranches, organisationOf }: DemoOrganisations,
  names: InventedNames,
): DemoCompanies {
  // Numbers of its own: more companies leave all else of the demo as it is.
  const random = randomFrom(totals.seed + 2)
  const legal: Row[] = []
  const all: DemoCompany[] = []
  const communities = totals.communities.map(({ code }) => code)
  const seats = new Map(unitBranches.map(({ host, community }) => [host.code, community]))
  for (const { code, name, kind } of units)
    if (kind === 'non_public')
      all.push({
        code,
        name,
        place: seats.get(code) ?? random.pick(communities),
        industry: industryOf(name),
        invented: true,
      })
  const added: DemoCompany[] = []
  const internetName = internetNames(random)
  while (all.length + added.length < totals.companies.served) {
    const name = added.length < totals.companies.internet ? internetName() : names.unit('non_public')
    const serial = `XX${String(random.between(0, 99)).padStart(2, '0')}${String(units.length + added.length + 1).padStart(4, '0')}`
    const code = makeCreditCode('9', '1', totals.street.code.slice(0, 6), serial)
    added.push({ code, name, place: random.pick(communities), industry: industryOf(name), invented: true })
    legal.push({
      credit_code: code,
      name,
      kind: legalPersonKinds.non_public.zh,
      state: '在营',
      invented: '是',
      begins: dayBetween(random, '2008-01-01', '2016-12-31'),
    })
  }
  all.push(...added)
  // Of a company that the report names no more is said than that it was served: it lies in the subdistrict at large.
  const reported = units.find(({ name }) => name === totals.outcomes.capitalIncrease.company)
  if (reported)
    all.push({
      code: reported.code,
      name: reported.name,
      place: totals.street.code,
      industry: 'other',
      invented: false,
    })
  const internet = added.filter(({ industry }) => industry === 'internet')
  const qualifying = internet.slice(0, totals.companies.qualifying)
  const aboveScale = added
    .filter(({ industry }) => industry === 'manufacturing' || industry === 'technology')
    .slice(0, totals.companies.aboveScale)
  const improved = aboveScale.slice(0, totals.companies.improved).map((company, nth) => ({
    company,
    branch: `DZZ-G${String(nth + 1).padStart(3, '0')}`,
    founded: addDays(totals.service.since, 45 + 6 * nth),
  }))
  const driven = branchesOf(totals, qualifying)
  const founded = [
    ...driven,
    ...improved.map(({ company, branch, founded: begins }) => ({ code: branch, company, begins })),
  ]
  return {
    all,
    qualifying,
    aboveScale,
    improved,
    units: legal,
    organisations: founded.map(({ code, company, begins }) => ({
      code,
      name: `${company.name}党支部`,
      kind: '党支部',
      founded_in: '单位',
      parent_id: organisationOf.get(company.place) as string,
      seat_id: company.place,
      unit_id: company.code,
      begins,
      invented: '是',
    })),
    branches: founded.map(({ code, begins }) => ({ code, begins })),
    companies: all.map((company) => ({
      unit_id: company.code,
      place_id: company.place,
      industry: industries[company.industry].zh,
      ...(company.invented
        ? {
            employees: String(random.between(3, 240)),
            contact_name: names.person(),
            contact_phone: `000-${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
          }
        : {}),
      begins: totals.companies.listedOn,
      invented: company.invented ? '是' : '否',
    })),
    listings: aboveScale.map(({ code, industry }) => ({
      company_id: code,
      kind: scaleKinds[industry === 'manufacturing' ? 'industry' : 'services'].zh,
      year: totals.companies.listedOn.slice(0, 4),
      source: `${totals.companies.listedOn.slice(0, 4)}年度调查单位名录（演示）`,
      begins: `${totals.companies.listedOn.slice(0, 4)}-01-01`,
      invented: '是',
    })),
    ...driveOf(totals, internet, qualifying, random),
  }
}

/** A branch in each company that qualifies: of some long since, of the others founded while the drive ran. */
function branchesOf(
  { seed, companies: { drive, coveredAtLaunch } }: DemoTotals,
  qualifying: readonly DemoCompany[],
): { readonly code: string; readonly company: DemoCompany; readonly begins: Day }[] {
  const random = randomFrom(seed + 5)
  return qualifying.map((company, nth) => ({
    code: `DZZ-Q${String(nth + 1).padStart(3, '0')}`,
    company,
    begins:
      nth < coveredAtLaunch
        ? dayBetween(random, '2014-01-01', '2016-12-31')
        : addDays(drive.launched, random.between(5, drive.days - 8)),
  }))
}

/** Everything of the trade is on the list; one that qualifies is found late, so that both lists differ. */
function driveOf(
  { companies: { drive } }: DemoTotals,
  internet: readonly DemoCompany[],
  qualifying: readonly DemoCompany[],
  random: Random,
): Pick<DemoCompanies, 'drives' | 'targets'> {
  const late = qualifying.at(-1)
  const last = addDays(drive.launched, drive.days - 1)
  return {
    drives: [
      {
        code: drive.code,
        name: '互联网企业党组织组建百日攻坚行动',
        industry: industries.internet.zh,
        days: String(drive.days),
        last_day: last,
        census: censusStates.open.zh,
        begins: drive.launched,
        invented: '否',
      },
    ],
    targets: internet.map((company) => {
      const meets = qualifying.includes(company)
      return {
        drive_id: drive.code,
        company_id: company.code,
        has_place: meets || random.chance(0.5) ? '是' : '否',
        staff: String(meets ? random.between(10, 80) : random.between(1, 9)),
        active: meets || random.chance(0.6) ? '是' : '否',
        evidence: '走访核实',
        begins: company === late ? addDays(drive.launched, 20) : drive.launched,
        invented: '是',
      }
    }),
  }
}
