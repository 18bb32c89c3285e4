import type { RecordBehaviour } from './behaviour.ts'

/** A register of the whole office: its records lie nowhere. */
export const wholeOffice: Pick<RecordBehaviour, 'placeColumn' | 'hooks'> = {
  placeColumn: null,
  hooks: () => ({
    prepare: async () => (spell) => [{ from: spell.from, to: spell.to, columns: {} }],
    eventColumns: () => ({}),
    headerColumns: () => ({}),
  }),
}
