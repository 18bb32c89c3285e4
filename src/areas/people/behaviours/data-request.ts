import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { dataRequestType } from '../records.ts'
import { dataRequestRules } from '../rules/data-requests.ts'

/** One desk for the whole office. */
export const dataRequestBehaviour: RecordBehaviour = {
  type: dataRequestType,
  placeColumn: null,
  rules: dataRequestRules,
  hooks: () => ({
    prepare: async () => (spell) => [{ from: spell.from, to: spell.to, columns: {} }],
    eventColumns: (event) => ({ outcome: event.sets['outcome'] ?? null }),
    headerColumns: () => ({}),
  }),
}
