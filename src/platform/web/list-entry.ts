import type { RecordType } from '../records/record-type.ts'
import type { MenuEntry } from './web-area.ts'

/** The list of a record type in the menu, for whoever may see such records. */
export const listEntry = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  needs: ['records.see', type.permissions.see],
})
