import { plainClient } from '../../../../platform/web/rpc/plain-client.ts'
import type { publicRequestsContract } from '../../public-contract.ts'

export const server = plainClient<{ requests: typeof publicRequestsContract }>()
