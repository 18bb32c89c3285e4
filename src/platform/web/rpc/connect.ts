import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { problemOf } from './problem.ts'
import { askForProof } from './proof.ts'

const link = new RPCLink({
  url: () => `${location.origin}/rpc`,
  interceptors: [
    // What was being done waits for the proof and goes on with the same input, so that nothing typed is lost.
    async (request) => {
      try {
        return await request.next()
      } catch (error) {
        if (problemOf(error).details['proveAgain'] !== true || !(await askForProof())) throw error
        return await request.next()
      }
    },
  ],
})
const client = createORPCClient(link)

/** The procedures of a contract as query and mutation options. The contract is a type alone: none of it is loaded. */
export function connect<Contract extends AnyContractRouter>() {
  return createTanstackQueryUtils(client as ContractRouterClient<Contract>)
}
