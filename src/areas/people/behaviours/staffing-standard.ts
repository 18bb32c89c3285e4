import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { staffingStandardType } from '../records.ts'

/** The standard is one for the whole office. */
export const staffingStandardBehaviour: RecordBehaviour = {
  type: staffingStandardType,
  placeColumn: null,
  rules: [],
  hooks: () => ({
    prepare: async () => (spell) => [{ from: spell.from, to: spell.to, columns: {} }],
    eventColumns: () => ({}),
    headerColumns: () => ({}),
  }),
}
