import * as z from 'zod'
import { movedFigureSchema } from '../figures/contract.ts'
import { daySchema, idempotencyKeySchema, knownAtSchema, pageSchema } from '../rpc/common-schemas.ts'
import { listQuestionSchema } from '../records/contract.ts'
import { undoSchema } from '../records/undo/undo-schema.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'
import { sheetAnswerSchema, sheetMappingSchema } from './reading/mapping.ts'

/** An error in a workbook: where it stands, what stands there, what is wrong with it and what to do. */
export const cellErrorSchema = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  heading: z.string(),
  value: z.string(),
  message: textSchema,
})

const countsSchema = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
})

/** A written import: what it was, who wrote it when and why, and whether it was undone. */
export const importBatchSchema = z.object({
  id: z.string(),
  change: z.string(),
  recordedAt: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  ledgers: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  counts: countsSchema,
  /** Milliseconds for which other writers of the office waited, the commit itself left out. */
  headHeld: z.number().int(),
  undos: z.array(
    z.object({
      change: z.string(),
      recordedAt: z.string(),
      actor: z.string(),
      reason: z.string().nullable(),
      removed: z.number().int(),
      restored: z.number().int(),
      kept: z.number().int(),
    }),
  ),
})

/** How the figures will move if a checked workbook is written. `failed` and `stopped`: `message` says why there is no answer. */
const importFiguresSchema = z.object({
  state: z.enum(['counting', 'done', 'failed', 'stopped']),
  asOf: daySchema,
  handled: z.number().int(),
  total: z.number().int(),
  moved: z.array(movedFigureSchema),
  /** How many more places the workbook touches. */
  placesLeft: z.number().int(),
  message: textSchema.nullable(),
})

export const importJobSchema = z.object({
  id: z.string(),
  ledger: z.string(),
  fileName: z.string(),
  /** `unknown`: the connection broke during the commit; asking again settles it. */
  state: z.enum([
    'reading',
    'mapping',
    'checked',
    'refused',
    'writing',
    'unknown',
    'done',
    'failed',
    'stopped',
  ]),
  /** Rows handled and rows in all, for the progress bar. */
  handled: z.number().int(),
  total: z.number().int(),
  counts: countsSchema,
  errors: z.array(cellErrorSchema),
  /** How many errors there are in all; `errors` holds the first ones. */
  errorCount: z.number().int(),
  findings: z.array(
    z.object({ sheet: z.string(), row: z.number().int(), message: textSchema, basis: textSchema }),
  ),
  /** The first lines that would be written, those that change records first. */
  preview: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int(),
      outcome: z.enum(['created', 'updated', 'unchanged']),
      title: z.string(),
      changes: z.array(
        z.object({ field: textSchema, before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  ),
  /** Null until it is asked for. */
  figures: importFiguresSchema.nullable(),
  change: z.string().nullable(),
  /** What was written, once it is done. */
  batch: importBatchSchema.nullable(),
  /** Imports of the very same file, newest first. */
  sameFile: z.array(importBatchSchema),
  /** How the columns are read; in the state `mapping`, what is offered and waits for an answer. */
  mappings: z.array(sheetMappingSchema),
  /** Lines that are no records: totals, notes, repeated headings. */
  passedOver: z.number().int(),
  /** What was passed over, or is read in another way than it stands in the workbook. */
  notices: z.array(textSchema),
  message: textSchema.nullable(),
})

/** The undoing of an import, under way or ended. */
export const importUndoingSchema = z.object({
  /** Of the import. */
  id: z.string(),
  /** `unknown`: the connection broke during the commit; asking again settles it. */
  state: z.enum(['undoing', 'unknown', 'done', 'failed', 'stopped']),
  /** Records handled and records in all, for the progress bar. */
  handled: z.number().int(),
  total: z.number().int(),
  /** What it did, once it is done. */
  undo: undoSchema.nullable(),
  message: textSchema.nullable(),
})

const file = z.file().max(20_000_000)

export const ledgersContract = {
  catalogue: procedure({ permission: 'signed-in', scope: 'none', audit: 'none', fields: ['ledgers'] })
    .route({ method: 'GET', path: '/ledgers', summary: 'Every ledger with its columns' })
    .output(
      z.object({
        ledgers: z.array(
          z.object({
            id: z.string(),
            title: textSchema,
            columns: z.array(
              z.object({
                key: z.string(),
                heading: textSchema,
                note: textSchema,
                required: z.boolean(),
                example: z.string(),
              }),
            ),
            mayImport: z.boolean(),
            mayExport: z.boolean(),
            /** Whether it holds values that leave masked. */
            masked: z.boolean(),
          }),
        ),
      }),
    ),
  template: procedure({ permission: 'ledgers.import', scope: 'none', audit: 'none', fields: ['file'] })
    .route({ method: 'GET', path: '/ledgers/{ledger}/template', summary: 'The empty workbook of a ledger' })
    .input(z.object({ ledger: z.string(), language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  export: procedure({
    permission: 'ledgers.export',
    scope: 'place',
    audit: 'export',
    fields: ['file'],
    fresh: 10,
  })
    .route({
      method: 'GET',
      path: '/ledgers/{ledger}/export',
      summary: 'The records of a ledger as a workbook',
    })
    .input(
      z.object({
        ledger: z.string(),
        language: z.enum(['zh', 'en']).default('zh'),
        node: z.string().optional(),
        asOf: daySchema.optional(),
        knownAt: knownAtSchema.optional(),
      }),
    )
    .output(z.file()),
  /** A list as it is shown: the same records, order and columns. */
  exportList: procedure({
    permission: 'ledgers.export',
    scope: 'place',
    audit: 'export',
    fields: ['file'],
    fresh: 10,
  })
    .route({ method: 'GET', path: '/lists/{type}/export', summary: 'A list as a workbook, exactly as shown' })
    .input(
      listQuestionSchema.extend({
        language: z.enum(['zh', 'en']).default('zh'),
        columns: z.array(z.string()).default([]),
      }),
    )
    .output(z.file()),
  /** Reads and checks a workbook and writes nothing. */
  check: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({ method: 'POST', path: '/ledgers/{ledger}/imports', summary: 'Check a workbook without writing' })
    .input(
      z.object({
        ledger: z.string(),
        file,
        /** The day from which differing values hold. Absent: they are corrections, it always was so. */
        changesOn: daySchema.optional(),
      }),
    )
    .output(importJobSchema),
  /** Says which column of a workbook is which, keeps it for workbooks of this layout, and checks anew. */
  map: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({ method: 'POST', path: '/imports/{id}/mapping', summary: 'Say which column is which' })
    .input(z.object({ id: z.string(), sheets: z.array(sheetAnswerSchema).min(1).max(50) }))
    .output(importJobSchema),
  /** Writes a checked workbook, all of it or nothing. */
  commit: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({ method: 'POST', path: '/imports/{id}/commit', summary: 'Write a checked workbook' })
    .input(
      z.object({
        id: z.string(),
        reason: z.string().max(500).nullable().default(null),
        idempotencyKey: idempotencyKeySchema,
      }),
    )
    .output(importJobSchema),
  /** Counts in the background which figures a checked workbook would move; writes nothing. */
  countFigures: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/imports/{id}/figures',
      summary: 'Count which figures a checked workbook would move',
    })
    .input(z.object({ id: z.string(), asOf: daySchema }))
    .output(importJobSchema),
  stopCounting: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/imports/{id}/figures/stop',
      summary: 'Stop counting which figures would move; the import stays as checked',
    })
    .input(z.object({ id: z.string() }))
    .output(importJobSchema),
  progress: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({ method: 'GET', path: '/imports/{id}', summary: 'How far an import is' })
    .input(z.object({ id: z.string() }))
    .output(importJobSchema),
  errors: procedure({ permission: 'ledgers.import', scope: 'place', audit: 'none', fields: ['file'] })
    .route({ method: 'GET', path: '/imports/{id}/errors', summary: 'The uploaded file with its errors' })
    .input(z.object({ id: z.string(), language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
  imports: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: ['imports', 'nextCursor'],
  })
    .route({ method: 'GET', path: '/imports', summary: 'The imports so far, newest first' })
    .input(pageSchema)
    .output(z.object({ imports: z.array(importBatchSchema), nextCursor: z.string().nullable() })),
  undoPreview: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(undoSchema.shape),
  })
    .route({ method: 'GET', path: '/imports/{id}/undo', summary: 'What undoing an import would do' })
    .input(z.object({ id: z.string() }))
    .output(undoSchema),
  /** Sent again with its key it takes effect once. What is refused at once is refused here; else its state says so. */
  undo: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(importUndoingSchema.shape),
  })
    .route({ method: 'POST', path: '/imports/{id}/undo', summary: 'Undo an import as a correction' })
    .input(
      z.object({
        id: z.string(),
        reason: z.string().min(2).max(500),
        seen: z.string(),
        idempotencyKey: idempotencyKeySchema,
      }),
    )
    .output(importUndoingSchema),
  undoing: procedure({ permission: 'ledgers.import', scope: 'place', audit: 'none', fields: ['undoing'] })
    .route({ method: 'GET', path: '/imports/{id}/undoing', summary: 'How far the undoing of an import is' })
    .input(z.object({ id: z.string() }))
    /** Null where nothing is known of one: a restart forgets it, and the import itself says whether it was undone. */
    .output(z.object({ undoing: importUndoingSchema.nullable() })),
  stopUndoing: procedure({ permission: 'ledgers.import', scope: 'place', audit: 'none', fields: ['undoing'] })
    .route({
      method: 'POST',
      path: '/imports/{id}/undoing/stop',
      summary: 'Stop the undoing of an import; nothing of it is kept',
    })
    .input(z.object({ id: z.string() }))
    .output(z.object({ undoing: importUndoingSchema.nullable() })),
  stop: procedure({
    permission: 'ledgers.import',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(importJobSchema.shape),
  })
    .route({ method: 'POST', path: '/imports/{id}/stop', summary: 'Stop an import; nothing of it is kept' })
    .input(z.object({ id: z.string() }))
    .output(importJobSchema),
}

export type ImportUndo = z.output<typeof undoSchema>
export type ImportUndoing = z.output<typeof importUndoingSchema>
export type ImportBatch = z.output<typeof importBatchSchema>
export type CellError = z.output<typeof cellErrorSchema>
export type ImportFigures = z.output<typeof importFiguresSchema>
export type ImportJob = z.output<typeof importJobSchema>
