import type { TestDatabase } from '../../../platform/testing/database.ts'
import { openTestOffice } from '../../../platform/testing/office.ts'
import { organisationArea } from '../../organisation/index.ts'
import { peopleArea } from '../../people/index.ts'
import { enterpriseArea } from '../area.ts'

const types = {
  place: 'organisation.place',
  legalPerson: 'organisation.legal_person',
  organisation: 'organisation.party_organisation',
  coveredUnit: 'organisation.covered_unit',
  person: 'people.person',
  communityPost: 'people.community_post',
  partyPost: 'people.party_post',
  company: 'enterprise.company',
  scaleListing: 'enterprise.scale_listing',
  drive: 'enterprise.drive',
  target: 'enterprise.target',
  zone: 'enterprise.zone',
  zonePlace: 'enterprise.zone_place',
  zoneLeader: 'enterprise.zone_leader',
  pairing: 'enterprise.pairing',
  posting: 'enterprise.posting',
  serviceLimit: 'enterprise.service_limit',
  contact: 'enterprise.contact',
  department: 'enterprise.department',
  clock: 'enterprise.clock',
  submission: 'enterprise.submission',
  request: 'enterprise.request',
  task: 'enterprise.task',
  improvement: 'enterprise.improvement',
  capitalIncrease: 'enterprise.capital_increase',
  financing: 'enterprise.financing',
  hiring: 'enterprise.hiring',
  training: 'enterprise.training',
} as const

/** An office with its places, organisations and people on a real database, and the companies that it serves. */
export type EnterpriseOffice = Awaited<ReturnType<typeof openEnterpriseOffice>>

export const openEnterpriseOffice = (office = 1, shared?: TestDatabase) =>
  openTestOffice([organisationArea, peopleArea, enterpriseArea], types, { office, shared })
