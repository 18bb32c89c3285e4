import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '../../access/contract.ts'
import { server } from '../rpc/server.ts'

export const meOptions = server.access.me.queryOptions({ staleTime: 60_000, meta: { quiet: true } })

/** The person signed in. Only below {@link workRoute}, which has asked already. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions).data
}
