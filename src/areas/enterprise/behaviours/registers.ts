import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { clockType, departmentType } from '../records.ts'

/** A register of the whole office, that lies in no place. */
const ofOffice: Omit<RecordBehaviour, 'type'> = {
  placeColumn: null,
  rules: [],
  hooks: () => ({
    prepare: async () => (spell) => [{ from: spell.from, to: spell.to, columns: {} }],
    eventColumns: () => ({}),
    headerColumns: () => ({}),
  }),
}

export const departmentBehaviour: RecordBehaviour = { ...ofOffice, type: departmentType }
export const clockBehaviour: RecordBehaviour = { ...ofOffice, type: clockType }
