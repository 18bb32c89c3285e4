import type { TestDatabase } from '../../../platform/testing/database.ts'
import { openTestOffice } from '../../../platform/testing/office.ts'
import { organisationArea } from '../area.ts'

const types = {
  place: 'organisation.place',
  organisation: 'organisation.party_organisation',
  person: 'organisation.legal_person',
  council: 'organisation.council',
  seat: 'organisation.council_seat',
  covered: 'organisation.covered_unit',
} as const
export type Short = keyof typeof types

/** An office on a real database, spoken to as the procedures do, in the area's own words. */
export type TestOffice = Awaited<ReturnType<typeof openOffice>>

export { clerk } from '../../../platform/testing/office.ts'

export const openOffice = (office = 1, shared?: TestDatabase) =>
  openTestOffice([organisationArea], types, { office, shared })
