import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'

const link = new RPCLink({ url: () => `${location.origin}/rpc` })
const client = createORPCClient(link)

/** The procedures of a contract as query and mutation options. The contract is a type alone: none of it is loaded. */
export function connect<Contract extends AnyContractRouter>() {
  return createTanstackQueryUtils(client as ContractRouterClient<Contract>)
}
