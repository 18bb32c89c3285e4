import * as z from 'zod'
import { movedFigureSchema } from '../../figures/contract.ts'
import { daySchema, knownAtSchema, valuesSchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'
import { findingSchema, writeBase } from '../contract.ts'

const participantSchema = z.object({
  id: z.string(),
  version: z.string().optional(),
  sets: valuesSchema.default({}),
})

const deedInputSchema = z.object({
  ...writeBase,
  deed: z.string(),
  onDate: daySchema,
  documentNo: z.string().max(100).nullable().default(null),
  ending: z.array(participantSchema).max(200).default([]),
  lasting: z.array(participantSchema).max(200).default([]),
  beginning: z
    .array(
      z.object({ name: z.string().min(1).max(40), header: valuesSchema.default({}), sets: valuesSchema }),
    )
    .max(50)
    .default([]),
  moves: z
    .array(z.object({ type: z.string(), id: z.string(), on: z.string(), to: z.string().nullable() }))
    .max(5000)
    .default([]),
})

const dependentSchema = z.object({
  type: z.string(),
  id: z.string(),
  title: z.string(),
  /** By which of its values it hangs on the record. */
  field: textSchema,
  on: z.object({ id: z.string(), title: z.string() }),
  /** The type of record that it may go to. */
  to: z.object({ type: z.string() }),
  since: daySchema,
  /** Null while nobody has said where it goes; within, null: it ends too. */
  assigned: z.object({ to: z.string().nullable() }).nullable(),
  mayEnd: z.boolean(),
  mayMove: z.boolean(),
})

const previewSchema = z.object({
  dependents: z.array(dependentSchema),
  unassigned: z.number().int(),
  /** What stops the deed as it stands. */
  stopped: z.array(findingSchema),
  findings: z.array(findingSchema),
  figures: z.array(movedFigureSchema),
})

const writtenSchema = z.object({
  deed: z.string(),
  version: z.string(),
  begun: z.array(z.object({ name: z.string(), id: z.string() })),
  findings: z.array(findingSchema),
})

const viewSchema = z.object({
  id: z.string(),
  kind: z.string(),
  label: textSchema,
  onDate: daySchema,
  documentNo: z.string().nullable(),
  parts: z.array(
    z.object({
      type: z.string(),
      id: z.string(),
      title: z.string(),
      role: z.enum(['predecessor', 'successor', 'dependent']),
      act: textSchema,
    }),
  ),
})

const lineageSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lives: z.array(z.object({ from: daySchema, to: daySchema.nullable() })),
    }),
  ),
  links: z.array(
    z.object({
      deed: z.string(),
      kind: z.string(),
      words: textSchema,
      from: z.string(),
      to: z.string(),
      on: daySchema,
      documentNo: z.string().nullable(),
    }),
  ),
})

const correctedSchema = z.object({
  deed: z.string(),
  version: z.string(),
  /** Records that the deed had begun and that never were. */
  never: z.array(z.string()),
  findings: z.array(findingSchema),
})

/** Acts over several records, the same procedures for every type that declares such acts. */
export const deedsContract = {
  preview: procedure({
    permission: 'records.record',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(previewSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/deeds/preview',
      summary: 'What an act over several records would do; nothing is written',
    })
    .input(deedInputSchema.omit({ idempotencyKey: true }))
    .output(previewSchema),
  perform: procedure({
    permission: 'records.record',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(writtenSchema.shape),
  })
    .route({ method: 'POST', path: '/records/{type}/deeds', summary: 'Record an act over several records' })
    .input(deedInputSchema)
    .output(writtenSchema),
  get: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(viewSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/records/{type}/deeds/{deed}',
      summary: 'An act over several records as one thing',
    })
    .input(z.object({ type: z.string(), deed: z.uuid(), knownAt: knownAtSchema.optional() }))
    .output(viewSchema),
  correct: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(correctedSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/deeds/{deed}/corrections',
      summary: 'Correct the day or document of an act over several records, or that it ever was',
    })
    .input(
      z.object({
        ...writeBase,
        reason: z.string().min(2).max(500),
        deed: z.uuid(),
        onDate: daySchema.optional(),
        documentNo: z.string().max(100).nullable().optional(),
        neverWas: z.boolean().default(false),
      }),
    )
    .output(correctedSchema),
  lineage: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(lineageSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/records/{type}/{id}/lineage',
      summary: 'What a record came from and what came of it',
    })
    .input(z.object({ type: z.string(), id: z.string(), knownAt: knownAtSchema.optional() }))
    .output(lineageSchema),
}

export type DeedPreview = z.output<typeof previewSchema>
export type DeedView = z.output<typeof viewSchema>
export type Lineage = z.output<typeof lineageSchema>
