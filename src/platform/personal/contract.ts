import * as z from 'zod'
import { daySchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'

const purposeSchema = z.object({
  id: z.string(),
  name: textSchema,
  basis: textSchema,
  ground: textSchema,
  /** The values by the kind of record that holds them. */
  records: z.array(
    z.object({
      label: textSchema,
      fields: z.array(z.object({ label: textSchema, sensitive: z.boolean() })),
    }),
  ),
  necessity: textSchema.nullable(),
  retention: textSchema,
  recipients: textSchema,
  notice: z.object({ version: z.number().int(), since: daySchema, text: textSchema }),
})

export const personalContract = {
  /** What anybody may know: it holds no record. */
  purposes: procedure({ permission: 'signed-in', scope: 'none', audit: 'none', fields: ['purposes'] })
    .route({ method: 'GET', path: '/purposes', summary: 'What personal information is kept for' })
    .output(z.object({ purposes: z.array(purposeSchema) })),
}

export type PurposeView = z.output<typeof purposeSchema>
