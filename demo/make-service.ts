import { contactWays, postingKinds, zoneRoles } from '../src/areas/enterprise/terms.ts'
import { addDays, type Day, daysBetween } from '../src/platform/values/day.ts'
import type { DemoCompanies, DemoCompany } from './make-companies.ts'
import type { DemoAct } from './make-life.ts'
import type { DemoOrganisations } from './make-organisations.ts'
import type { DemoPeople } from './make-people.ts'
import type { Row } from './make-places.ts'
import { type Random, randomFrom } from './random.ts'
import { makeRequests } from './make-requests.ts'
import type { DemoTotals } from './totals.ts'

/** Names another person for the register. */
export type AddPerson = (home: string) => string

export type DemoService = {
  readonly zones: readonly Row[]
  readonly zonePlaces: readonly Row[]
  readonly zoneLeaders: readonly Row[]
  readonly pairings: readonly Row[]
  readonly postings: readonly Row[]
  readonly contacts: readonly Row[]
  readonly departments: readonly Row[]
  readonly requests: readonly Row[]
  readonly tasks: readonly Row[]
  readonly officeHours: readonly Row[]
  readonly life: readonly DemoAct[]
}

const invented = { invented: '是' }
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** Who serves the companies since the leading group was set up, and what the companies asked for. */
export function makeService(
  totals: DemoTotals,
  companies: DemoCompanies,
  organisations: DemoOrganisations,
  people: Pick<DemoPeople, 'people' | 'partyPosts'>,
  addPerson: AddPerson,
): DemoService {
  const random = randomFrom(totals.seed + 3)
  const { service } = totals
  const served = random.shuffled(companies.all.filter((company) => company.invented))
  const zones = Array.from({ length: service.zones }, (_, nth) => `PQ-${String(nth + 1).padStart(2, '0')}`)
  const zoneOf = new Map(
    totals.communities.map(({ code }, nth) => [code, zones[nth % zones.length] as string]),
  )
  const begins = service.since
  const cadres = random.shuffled(membersOn(people.people, begins)).slice(0, service.paired)
  const { requests, tasks, departments, officeHours, life } = makeRequests(totals, served, cadres, random)
  return {
    zones: zones.map((code, nth) => ({
      code,
      name: `第${numerals[nth % numerals.length]}片区`,
      begins,
      ...invented,
    })),
    zonePlaces: totals.communities.map(({ code }) => ({
      place_id: code,
      zone_id: zoneOf.get(code) as string,
      begins,
      ...invented,
    })),
    zoneLeaders: [
      ...headsOf(totals, organisations, people.partyPosts).map(([community, person]) => ({
        person_id: person,
        zone_id: zoneOf.get(community) as string,
        role: zoneRoles.community_head.zh,
        begins,
        ...invented,
      })),
      ...Array.from({ length: service.streetLeaders }, (_, nth) => ({
        person_id: addPerson(totals.street.code),
        zone_id: zones[nth % zones.length] as string,
        role: (nth < zones.length ? zoneRoles.leader_in_charge : zoneRoles.member).zh,
        begins,
        ...invented,
      })),
    ],
    ...pairingsOf(cadres, served, begins, random),
    postings: postingsOf(totals, companies, addPerson),
    contacts: contactsOf(totals, served, cadres, random),
    departments,
    officeHours,
    requests,
    tasks,
    life,
  }
}

/** The numbers of full members on file on a day. */
function membersOn(people: readonly Row[], on: Day): string[] {
  return people.flatMap(({ code, category, branch_id: branch, begins }) =>
    code && category === '正式党员' && branch && (begins as string) <= on ? [code] : [],
  )
}

/** The secretary of each community's organisation, by the community. */
function headsOf(
  totals: DemoTotals,
  { organisationOf }: DemoOrganisations,
  posts: readonly Row[],
): (readonly [string, string])[] {
  return totals.communities.flatMap(({ code }) => {
    const post = posts.find(
      (row) => row['organisation_id'] === organisationOf.get(code) && row['post'] === '书记' && !row['ends'],
    )
    return post?.['person_id'] ? [[code, post['person_id']] as const] : []
  })
}

/** One company each, and a second one for some; the others have nobody. */
function pairingsOf(
  cadres: readonly string[],
  served: readonly DemoCompany[],
  begins: Day,
  random: Random,
): { readonly pairings: Row[] } {
  const pair = ({ code }: DemoCompany, person: string): Row => ({
    company_id: code,
    person_id: person,
    begins: addDays(begins, random.between(0, 20)),
    ...invented,
  })
  const first = cadres.flatMap((person, nth) => {
    const company = served[nth % served.length]
    return company ? [pair(company, person)] : []
  })
  const rest = served.slice(cadres.length)
  const second = rest
    .slice(0, Math.floor(rest.length / 3))
    .map((company, nth) => pair(company, cadres[nth % cadres.length] as string))
  return { pairings: [...first, ...second] }
}

/** Instructors go to companies of the internet that have no branch. */
function postingsOf(
  { service, street }: DemoTotals,
  { all, qualifying }: DemoCompanies,
  addPerson: AddPerson,
): Row[] {
  const without = all.filter(
    (company) => company.industry === 'internet' && company.invented && !qualifying.includes(company),
  )
  return Array.from({ length: service.instructors }, () => addPerson(street.code)).flatMap((person, nth) =>
    without
      .filter((_, at) => at % service.instructors === nth)
      .slice(0, 3)
      .map(({ code }) => ({
        company_id: code,
        person_id: person,
        kind: postingKinds.instructor.zh,
        begins: service.since,
        ...invented,
      })),
  )
}

const topics = ['了解经营和用工情况', '宣传惠企政策', '了解党员和组建意愿', '回访诉求办理情况'] as const

function contactsOf(
  { service, asOf }: DemoTotals,
  served: readonly DemoCompany[],
  cadres: readonly string[],
  random: Random,
): Row[] {
  const last = daysBetween(service.since, asOf)
  return Array.from({ length: service.contacts }, (_, nth) => {
    const at = random.between(0, Math.min(cadres.length, served.length) - 1)
    return {
      code: `LX-${String(nth + 1).padStart(4, '0')}`,
      company_id: (served[at] as DemoCompany).code,
      person_id: cadres[at] as string,
      way: contactWays[random.pick(['phone', 'visit', 'visit', 'meeting', 'online'] as const)].zh,
      topic: random.pick(topics),
      begins: addDays(service.since, random.between(10, last)),
      ...invented,
    }
  })
}
