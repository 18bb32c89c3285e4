import * as z from 'zod'

const column = z.object({
  /** From 0, as the sheet has it; `letter` is what Excel calls it. */
  at: z.number().int(),
  letter: z.string(),
  heading: z.string(),
  samples: z.array(z.string()),
  /** The column of the ledger that it is read as; null: passed over. */
  key: z.string().nullable(),
  because: z.enum(['exact', 'confirmed', 'heading', 'values', 'none']),
})

/** How the columns of a sheet are, or would be, read. */
export const sheetMappingSchema = z.object({
  sheet: z.string(),
  /** Null: no ledger; the sheet is passed over. */
  ledger: z.string().nullable(),
  /** Whether the name of the sheet says which ledger it is. */
  named: z.boolean(),
  headingRow: z.number().int(),
  columns: z.array(column),
  /** A person must confirm it before the sheet is read. */
  wanted: z.boolean(),
  /** Who confirmed this layout, and when, where it was confirmed before. */
  confirmed: z.object({ by: z.string(), at: z.string() }).nullable(),
})

export const sheetAnswerSchema = z.object({
  sheet: z.string(),
  ledger: z.string().nullable(),
  columns: z.array(z.object({ at: z.number().int().min(0).max(500), key: z.string().nullable() })).max(500),
})

export type SheetMapping = z.output<typeof sheetMappingSchema>
export type SheetAnswer = z.output<typeof sheetAnswerSchema>
export type MappedColumn = SheetMapping['columns'][number]

/** Thrown where a person must say which columns are which before a workbook can be read. Nothing was read. */
export class MappingWanted extends Error {
  readonly mappings: readonly SheetMapping[]

  constructor(mappings: readonly SheetMapping[]) {
    super('a person must confirm which columns are which')
    this.name = 'MappingWanted'
    this.mappings = mappings
  }
}
