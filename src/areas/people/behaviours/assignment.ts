import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { assignmentType } from '../records.ts'
import { hooksWithOrganisation, withOrganisation } from './with-organisation.ts'

export const assignmentBehaviour: RecordBehaviour = {
  type: assignmentType,
  ...withOrganisation,
  rules: [],
  hooks: (writer) => hooksWithOrganisation(writer),
}
