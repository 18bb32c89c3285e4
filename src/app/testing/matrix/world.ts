import { Client } from 'pg'
import { grantAccessTables } from '../../../platform/access/grant-access-tables.ts'
import { accessMigrations } from '../../../platform/access/migrations.ts'
import { newId } from '../../../platform/db/id.ts'
import { rolesOf } from '../../../platform/db/roles.ts'
import { performBulk } from '../../../platform/records/bulk/perform-bulk.ts'
import { tellApart } from '../../../platform/records/apart/tell-apart.ts'
import { performMerge } from '../../../platform/records/merge/perform-merge.ts'
import { previewMerge } from '../../../platform/records/merge/preview-merge.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { clerk, openTestOffice } from '../../../platform/testing/office.ts'
import { day } from '../../../platform/values/day.ts'
import { areas } from '../../areas.ts'
import { beginZones, enterpriseTypes, serveCompany } from './enterprise-world.ts'

const types = {
  place: 'organisation.place',
  organisation: 'organisation.party_organisation',
  council: 'organisation.council',
  legalPerson: 'organisation.legal_person',
  seat: 'organisation.council_seat',
  covered: 'organisation.covered_unit',
  person: 'people.person',
  partyPost: 'people.party_post',
  communityPost: 'people.community_post',
  assignment: 'people.assignment',
  election: 'people.election',
  ballot: 'people.ballot',
  candidacy: 'people.candidacy',
  officer: 'people.election_officer',
  residentsElection: 'people.residents_election',
  residentsBallot: 'people.residents_ballot',
  ...enterpriseTypes,
} as const

export const spots = ['street', 'east', 'west'] as const
export type Spot = (typeof spots)[number]

/** What lies at one place: a record of each kind, and the words that stand in its values and nowhere else. */
export type Held = {
  readonly spot: Spot
  readonly place: string
  readonly canary: string
  readonly phone: string
  readonly birth: string
  readonly branch: string
  readonly other: string
  readonly council: string
  readonly person: string
  /** Alike with the person, so that the two may be merged. */
  readonly double: string
  /** Somebody on whom nothing hangs, so that an erasure may be tried. */
  readonly spare: string
  readonly partyPost: string
  readonly election: string
  readonly ballot: string
  /** Of a community; a street has none, and the ids name nothing there. */
  readonly residentsElection: string
  readonly residentsBallot: string
  /** On the list, with somebody paired and a contact. */
  readonly company: string
  /** What a company there asks for. */
  readonly request: string
  /** One branch absorbed by another; one act on two people; two people who were one. */
  readonly deed: string
  readonly bulk: string
  readonly merge: string
  /** Two people who were said to be two; another pair stays so whatever is tried with this one. */
  readonly apart: string
}

const canaries: Readonly<Record<Spot, string>> = { street: '甪街鸟', east: '甪东鸟', west: '甪西鸟' }
const phones: Readonly<Record<Spot, string>> = {
  street: '13911110001',
  east: '13922220002',
  west: '13933330003',
}
const births: Readonly<Record<Spot, string>> = {
  street: '1971-01-17',
  east: '1972-02-18',
  west: '1973-03-19',
}

/** An office of one street and two communities with every kind of record at each, on a database with accounts. */
export async function makeWorld() {
  const database = await testDatabase([
    { name: areas[0]?.name ?? '', migrations: accessMigrations },
    ...areas,
  ])
  const admin = new Client(database.admin)
  await admin.connect()
  const roles = rolesOf(String(database.admin.database), new Uint8Array())
  await admin.query(`set role ${admin.escapeIdentifier(roles.owner)}`)
  await grantAccessTables(admin, roles)
  await admin.query('reset role')
  const at = await openTestOffice(areas, types, { shared: database })
  const placed = (name: string, code: string, kind: string, parent: string | null) =>
    at.establish('place', '2000-01-01', { name, code, parent_id: parent }, { kind })
  const street = await placed(`街道${canaries.street}`, '350206099000', 'street', null)
  const unit = await at.establish(
    'legalPerson',
    '2010-01-01',
    { name: '全街道共用单位', address: null, state: 'operating' },
    { credit_code: '91350206MA2XXXXX0C', kind: 'non_public' },
  )
  const places: Record<Spot, string> = {
    street,
    east: await placed(`社区${canaries.east}`, '350206099001', 'community', street),
    west: await placed(`社区${canaries.west}`, '350206099002', 'community', street),
  }
  const seen = async (type: 'organisation' | 'person', id: string) => ({
    id,
    version: await at.versionOf(type, id),
    sets: {},
  })
  const residentsElectionIn = async (place: string, canary: string) => {
    const election = await at.establish(
      'residentsElection',
      '2026-01-10',
      { place_id: place, kind: 'term', term_no: '3', seats: '5', mode: 'voters', planned_on: '2026-06-20' },
      { code: `JX${canary}` },
    )
    const ballot = await at.establish(
      'residentsBallot',
      '2026-06-01',
      { election_id: election, contest: 'member', vote: 'first', round: '1', seats: '3' },
      { code: `JT${canary}` },
    )
    return { election, ballot }
  }
  const zone = await beginZones(at)
  const fill = async (spot: Spot, n: number): Promise<Held> => {
    const place = places[spot]
    const canary = canaries[spot]
    const found = (name: string, kind: string, code: string) =>
      at.establish(
        'organisation',
        '2010-01-01',
        {
          name: `${name}${canary}`,
          kind,
          founded_in: spot === 'street' ? 'street' : 'community',
          parent_id: null,
          seat_id: place,
          unit_id: null,
          term_from: '2015-06-20',
          term_years: '3',
        },
        { code, contact_name: `联系${canary}`, contact_phone: phones[spot] },
      )
    const branch = await found('党委', '611', `ZZ-${n}1`)
    const temporary = await found('临时党支部', '931', `ZZ-${n}2`)
    const register = (name: string, code: string) =>
      at.establish(
        'person',
        '2010-01-01',
        { education: '21', branch_id: branch, category: 'full' },
        {
          code,
          name: `${name}${canary}`,
          sex: '1',
          birth: births[spot],
          phone: phones[spot],
          joined_on: '2001-07-01',
        },
      )
    const person = await register('人员', `RY-${n}1`)
    const double = await register('人员', `RY-${n}2`)
    const spare = await register('另员', `RY-${n}3`)
    const council = await at.establish(
      'council',
      '2016-01-01',
      {
        name: `大党委${canary}`,
        kind: spot === 'street' ? 'street_council' : 'community_council',
        place_id: place,
      },
      { code: `DW-${n}` },
    )
    await at.establish('seat', '2016-02-01', { council_id: council, unit_id: unit })
    await at.establish('covered', '2016-03-01', { organisation_id: branch, unit_id: unit })
    await at.establish('assignment', '2016-03-01', { person_id: person, organisation_id: temporary })
    const holding = {
      gained: 'elected',
      won_on: '2015-06-20',
      working_time: 'part_time',
      duty: `分工${canary}`,
      standing: null,
      rank: null,
    }
    const partyPost = await at.establish('partyPost', '2015-06-20', {
      ...holding,
      person_id: person,
      organisation_id: branch,
      post: 'member',
    })
    if (spot !== 'street')
      await at.establish('communityPost', '2016-01-01', {
        ...holding,
        gained: 'employed',
        won_on: null,
        contract_until: null,
        person_id: person,
        place_id: place,
        post: 'social_worker',
      })
    const election = await at.establish(
      'election',
      '2018-01-10',
      {
        organisation_id: branch,
        kind: 'term',
        term_no: '3',
        seats: '3',
        secretary_by: 'committee',
        planned_on: '2018-06-20',
      },
      { code: `XJ${canary}` },
    )
    const ballot = await at.establish(
      'ballot',
      '2018-06-01',
      { election_id: election, contest: 'committee', vote: 'first', round: '1', seats: '3' },
      { code: `TP${canary}` },
    )
    await at.establish('candidacy', '2018-06-02', {
      person_id: person,
      ballot_id: ballot,
      way: 'candidate',
      list_no: '1',
    })
    await at.correct('partyPost', partyPost, undefined, { invented: 'true' }, `核对${canary}原件`)
    const residents = spot === 'street' ? null : await residentsElectionIn(place, canary)
    const { company, request } = await serveCompany(at, {
      n,
      place,
      canary,
      phone: phones[spot],
      person,
      zone,
    })
    const { deed } = await at.deed('organisation', 'absorb', '2017-05-01', {
      ending: [await seen('organisation', await found('被归并支部', '631', `ZZ-${n}3`))],
      lasting: [await seen('organisation', await found('接收支部', '631', `ZZ-${n}4`))],
      beginning: [],
      moves: [],
    })
    const asking = { scope: at.whole, actor: clerk }
    const base = { overrides: [], idempotencyKey: newId() }
    const bulk = await performBulk(at.records, asking, {
      ...base,
      type: types.person,
      reason: `批量${canary}`,
      act: 'educated',
      onDate: day('2017-06-01'),
      documentNo: null,
      sets: { education: '31' },
      records: [await seen('person', person), await seen('person', spare)],
    })
    const [kept, given] = [await register('一人', `RY-${n}4`), await register('一人', `RY-${n}5`)]
    const merging = {
      ...base,
      type: types.person,
      reason: `同一人${canary}`,
      kept: await seen('person', kept),
      given: await seen('person', given),
      take: [],
    }
    const preview = await previewMerge(at.records, at.figures, asking, {
      ...merging,
      asOf: day('2018-06-30'),
    })
    const merge = await performMerge(at.records, asking, {
      ...merging,
      seen: preview.seen,
      idempotencyKey: newId(),
    })
    const two = async (first: string, second: string) =>
      await tellApart(at.records, asking, {
        type: types.person,
        reason: `不是一人${canary}`,
        idempotencyKey: newId(),
        first: await seen('person', first),
        second: await seen('person', second),
      })
    const apart = await two(person, kept)
    await two(double, kept)
    return {
      spot,
      place,
      canary,
      phone: phones[spot],
      birth: births[spot],
      branch,
      other: temporary,
      council,
      person,
      double,
      spare,
      partyPost,
      election,
      ballot,
      residentsElection: residents?.election ?? newId(),
      residentsBallot: residents?.ballot ?? newId(),
      company,
      request,
      deed,
      bulk: bulk.change,
      merge: merge.change,
      apart: apart.change,
    }
  }
  const held = {
    street: await fill('street', 1),
    east: await fill('east', 2),
    west: await fill('west', 3),
  } satisfies Record<Spot, Held>
  return {
    database,
    admin,
    at,
    held,
    close: async () => {
      await admin.end()
      await database.drop()
    },
  }
}
