import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'

/** The procedures of a contract for pages on which nobody signs in: nothing is cached, and nobody is asked to prove anything. */
export function plainClient<Contract extends AnyContractRouter>() {
  const link = new RPCLink({ url: () => `${location.origin}/rpc` })
  return createORPCClient(link) as unknown as ContractRouterClient<Contract>
}
