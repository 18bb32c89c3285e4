import type { AnyContractRouter } from '@orpc/contract'
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { sessionCookieName } from '../../access/session-cookie.ts'

/** OpenAPI 3.1 of everything that the contract promises over REST. */
export async function openApiDocument(
  contract: AnyContractRouter,
  secure: boolean,
): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return await generator.generate(contract, {
    info: { title: 'Xiaoma 小马', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(secure) } },
    },
    security: [{ session: [] }],
  })
}
