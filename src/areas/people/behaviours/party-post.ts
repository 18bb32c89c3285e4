import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { partyPostType } from '../records.ts'
import { hooksWithOrganisation, withOrganisation } from './with-organisation.ts'

export const partyPostBehaviour: RecordBehaviour = {
  type: partyPostType,
  ...withOrganisation,
  rules: [],
  hooks: (writer) => hooksWithOrganisation(writer, ({ sets }) => ({ cause: sets['cause'] ?? null })),
}
