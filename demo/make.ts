import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { companiesLedger } from '../src/areas/enterprise/ledgers/companies.ts'
import {
  departmentsLedger,
  officeHoursLedger,
  requestsLedger,
  tasksLedger,
} from '../src/areas/enterprise/ledgers/requests.ts'
import { contactsLedger, pairingsLedger, postingsLedger } from '../src/areas/enterprise/ledgers/pairing.ts'
import { zoneLeadersLedger, zonePlacesLedger, zonesLedger } from '../src/areas/enterprise/ledgers/zones.ts'
import {
  capitalIncreasesLedger,
  financingsLedger,
  hiringsLedger,
  improvementsLedger,
  trainingsLedger,
} from '../src/areas/enterprise/ledgers/outcomes.ts'
import { drivesLedger } from '../src/areas/enterprise/ledgers/drives.ts'
import { scaleListingsLedger } from '../src/areas/enterprise/ledgers/scale-listings.ts'
import { targetsLedger } from '../src/areas/enterprise/ledgers/targets.ts'
import { councilsLedger } from '../src/areas/organisation/ledgers/councils.ts'
import { coveredUnitsLedger } from '../src/areas/organisation/ledgers/covered-units.ts'
import { legalPersonsLedger } from '../src/areas/organisation/ledgers/legal-persons.ts'
import { memberSeatsLedger } from '../src/areas/organisation/ledgers/member-seats.ts'
import { partyOrganisationsLedger } from '../src/areas/organisation/ledgers/party-organisations.ts'
import { placesLedger } from '../src/areas/organisation/ledgers/places.ts'
import { assignmentsLedger } from '../src/areas/people/ledgers/assignments.ts'
import { communityPostsLedger } from '../src/areas/people/ledgers/community-posts.ts'
import { partyPostsLedger } from '../src/areas/people/ledgers/party-posts.ts'
import { peopleLedger } from '../src/areas/people/ledgers/people.ts'
import { staffingStandardsLedger } from '../src/areas/people/ledgers/staffing-standards.ts'
import type { Ledger } from '../src/platform/ledgers/ledger.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import type { WorkbookFile } from '../src/platform/ledgers/read-sheets.ts'
import { makeCompanies } from './make-companies.ts'
import { makeCouncils } from './make-councils.ts'
import { type DemoAct, inOrder, makeLife } from './make-life.ts'
import { makeOutcomes } from './make-outcomes.ts'
import { makeOrganisations } from './make-organisations.ts'
import { makePeople } from './make-people.ts'
import { makePlaces, type Row } from './make-places.ts'
import { makeService } from './make-service.ts'
import { makeUnits } from './make-units.ts'
import { inventedNames } from './names.ts'
import { randomFrom } from './random.ts'
import { type DemoTotals, jinshan } from './totals.ts'

export type DemoLedger = { readonly ledger: Ledger; readonly rows: readonly Row[] }

/** What an office has entered: its workbooks, and what was done to organisations since. */
export type Demo = { readonly ledgers: readonly DemoLedger[]; readonly life: readonly DemoAct[] }

/** The lines of each ledger, in the order in which they can be imported one by one. The same totals give the same lines. */
export function makeDemo(totals: DemoTotals = jinshan): Demo {
  const random = randomFrom(totals.seed)
  const names = inventedNames(random)
  const places = makePlaces(totals, random, names)
  const units = makeUnits(totals, random, names)
  const organisations = makeOrganisations(totals, places, units, random, names)
  const { councils, seats } = makeCouncils(totals, units, random)
  const acts = makeLife(totals, organisations, random)
  const companies = makeCompanies(totals, units, organisations, names)
  const people = makePeople(totals, organisations, acts, companies.branches)
  const service = makeService(totals, companies, organisations, people, people.add)
  const outcomes = makeOutcomes(totals, companies, service.pairings)
  return {
    ledgers: [
      { ledger: placesLedger, rows: places.rows },
      { ledger: legalPersonsLedger, rows: [...units.rows, ...companies.units] },
      { ledger: partyOrganisationsLedger, rows: [...organisations.rows, ...companies.organisations] },
      { ledger: councilsLedger, rows: councils },
      { ledger: memberSeatsLedger, rows: seats },
      { ledger: coveredUnitsLedger, rows: organisations.covered },
      { ledger: peopleLedger, rows: people.people },
      { ledger: partyPostsLedger, rows: people.partyPosts },
      { ledger: communityPostsLedger, rows: people.communityPosts },
      { ledger: assignmentsLedger, rows: people.assignments },
      { ledger: staffingStandardsLedger, rows: people.standards },
      { ledger: companiesLedger, rows: companies.companies },
      { ledger: scaleListingsLedger, rows: companies.listings },
      { ledger: drivesLedger, rows: companies.drives },
      { ledger: targetsLedger, rows: companies.targets },
      { ledger: zonesLedger, rows: service.zones },
      { ledger: zonePlacesLedger, rows: service.zonePlaces },
      { ledger: zoneLeadersLedger, rows: service.zoneLeaders },
      { ledger: pairingsLedger, rows: service.pairings },
      { ledger: postingsLedger, rows: service.postings },
      { ledger: contactsLedger, rows: [...service.contacts, ...outcomes.contacts] },
      { ledger: departmentsLedger, rows: service.departments },
      { ledger: officeHoursLedger, rows: service.officeHours },
      { ledger: requestsLedger, rows: service.requests },
      { ledger: tasksLedger, rows: service.tasks },
      { ledger: improvementsLedger, rows: outcomes.improvements },
      { ledger: capitalIncreasesLedger, rows: outcomes.capitalIncreases },
      { ledger: financingsLedger, rows: outcomes.financings },
      { ledger: hiringsLedger, rows: outcomes.hirings },
      { ledger: trainingsLedger, rows: outcomes.trainings },
    ],
    life: inOrder([...acts, ...people.life, ...driveLife(totals), ...service.life]),
  }
}

/** The census was closed before the last day. The paper's number is invented. */
const driveLife = ({ companies: { drive }, street }: DemoTotals): DemoAct[] => [
  {
    does: 'happen',
    type: 'enterprise.drive',
    key: [drive.code],
    act: 'census_settled',
    sets: { census: 'closed' },
    onDate: drive.censusClosed,
    documentNo: `${street.name.slice(0, 2)}演〔${drive.censusClosed.slice(0, 4)}〕摸底1号`,
  },
]

export const demoLedgers = (totals: DemoTotals = jinshan): readonly DemoLedger[] => makeDemo(totals).ledgers

/** The workbooks in memory, one a ledger. */
export async function demoWorkbooks(totals: DemoTotals = jinshan): Promise<WorkbookFile[]> {
  return await Promise.all(
    demoLedgers(totals).map(async ({ ledger, rows }, index) => ({
      name: `${index + 1}-${ledger.sheet.zh}.xlsx`,
      bytes: await filledLedger(ledger, 'zh', rows),
    })),
  )
}

/** Writes the workbooks into a folder, which is made where it is missing; answers their paths. */
export async function writeDemo(folder: string, totals: DemoTotals = jinshan): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const workbooks = await demoWorkbooks(totals)
  const paths = workbooks.map(({ name }) => join(folder, name))
  await Promise.all(workbooks.map(({ bytes }, index) => writeFile(paths[index] as string, bytes)))
  return paths
}

if (import.meta.main) {
  const folder = process.argv[2]
  if (!folder) {
    process.stderr.write('usage: node demo/make.ts <folder>\n')
    process.exitCode = 2
  } else for (const path of await writeDemo(folder)) process.stdout.write(`${path}\n`)
}
