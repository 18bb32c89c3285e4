import { join } from 'node:path'
import { defineArea } from '../../platform/area.ts'
import { migrationsIn } from '../../platform/db/migration.ts'
import type { Hierarchy } from '../../platform/figures/hierarchy.ts'
import { councilBehaviour, councilSeatBehaviour } from './behaviours/council.ts'
import { coveredUnitBehaviour } from './behaviours/covered-unit.ts'
import { legalPersonBehaviour } from './behaviours/legal-person.ts'
import { partyOrganisationBehaviour } from './behaviours/party-organisation.ts'
import { placeBehaviour } from './behaviours/place.ts'
import { organisationBalance, organisationFigures } from './figures/figures.ts'
import { organisationLedgers } from './ledgers/index.ts'
import { organisationPurposes } from './purposes.ts'

const place: Hierarchy = {
  along: 'place',
  schema: 'organisation',
  name: 'place',
  recordType: 'organisation.place',
  code: { on: 'spell', column: 'code' },
}
const partyLine: Hierarchy = {
  along: 'line',
  schema: 'organisation',
  name: 'party_organisation',
  recordType: 'organisation.party_organisation',
  code: { on: 'record', column: 'code' },
}

export const organisationArea = defineArea({
  name: 'organisation',
  migrations: migrationsIn(join(import.meta.dirname, 'migrations'), 'organisation'),
  records: [
    placeBehaviour,
    legalPersonBehaviour,
    partyOrganisationBehaviour,
    councilBehaviour,
    councilSeatBehaviour,
    coveredUnitBehaviour,
  ],
  figures: organisationFigures,
  balances: [organisationBalance],
  ledgers: organisationLedgers,
  purposes: organisationPurposes,
  hierarchies: [place, partyLine],
  wholeOffice: [
    { view: 'unit_coverage', reads: ['party_organisation_spell', 'covered_unit_spell'] },
    { view: 'organisation_act', reads: ['party_organisation_event'] },
    { view: 'organisation_unit', reads: ['party_organisation_spell', 'covered_unit_spell'] },
  ],
})
