import * as z from 'zod'
import { daySchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'

const saidSchema = z.object({ label: textSchema, value: textSchema })

const lifeSchema = z.object({
  /** The kind of record. */
  label: textSchema,
  title: z.string(),
  fixed: z.array(saidSchema),
  spells: z.array(z.object({ from: daySchema, to: daySchema.nullable(), said: z.array(saidSchema) })),
  events: z.array(
    z.object({
      onDate: daySchema,
      label: textSchema,
      documentNo: z.string().nullable(),
      reason: z.string().nullable(),
      said: z.array(saidSchema),
    }),
  ),
})

/** Who wrote it, opened it, saw a value of it, copied it or exported what may have held it, the newest first; `more` are older ones. */
const looked = {
  looks: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      kind: z.enum(['change', 'view', 'reveal', 'export']),
      /** The value that was seen; of a reveal null where it was all of them. */
      field: textSchema.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  more: z.number().int(),
}
const copySchema = z.object({
  record: lifeSchema,
  /** The records that name it, as far as the caller sees them. */
  related: z.array(lifeSchema),
  ...looked,
})
const looksSchema = z.object({ title: z.string(), ...looked })

export const copyContract = {
  /** For the person whom it is about (PIPL art. 45): everything in clear, so its event is a reveal. */
  copy: procedure({
    permission: 'records.copy',
    scope: 'place',
    audit: 'reveal',
    fields: Object.keys(copySchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/{id}/copy',
      summary: 'Everything held about one record, and who looked at it',
    })
    .input(z.object({ type: z.string(), id: z.string(), reason: z.string().trim().min(2).max(200) }))
    .output(copySchema),
  /** The same without what is held about it, so it is no reveal: who answers requests may ask who looked as often as need be. */
  looks: procedure({
    permission: 'records.copy',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(looksSchema.shape),
  })
    .route({ method: 'GET', path: '/records/{type}/{id}/looks', summary: 'Who looked at one record' })
    .input(z.object({ type: z.string(), id: z.string() }))
    .output(looksSchema),
}

export type RecordCopy = z.output<typeof copySchema>
export type RecordLooks = z.output<typeof looksSchema>
export type CopiedLife = z.output<typeof lifeSchema>
