import type { AnyContractRouter } from '@orpc/contract'
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as z from 'zod'
import { sessionCookieName } from '../../access/session-cookie.ts'

type Describe = NonNullable<
  NonNullable<ConstructorParameters<typeof ZodToJsonSchemaConverter>[0]>['interceptors']
>[number]

/** A custom schema, such as a day, says by `meta` what it looks like; by itself the converter would forbid every value. */
const describeCustom: Describe = (options) => {
  const [required, converted] = options.next()
  const { type, format } =
    options.schema._zod.def.type === 'custom' ? (z.globalRegistry.get(options.schema) ?? {}) : {}
  return type === 'string'
    ? [required, { type, ...(typeof format === 'string' && { format }) }]
    : [required, converted]
}

/** OpenAPI 3.1 of everything that the contract promises over REST. */
export async function openApiDocument(
  contract: AnyContractRouter,
  secure: boolean,
): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter({ interceptors: [describeCustom] })],
  })
  return await generator.generate(contract, {
    info: { title: 'Xiaoma 小马', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(secure) } },
    },
    security: [{ session: [] }],
  })
}
