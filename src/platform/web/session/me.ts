import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '../../access/me-schema.ts'
import { server } from '../rpc/server.ts'

export const meOptions = server.access.me.queryOptions({ staleTime: 60_000, meta: { quiet: true } })

/** The office asks this person for a second factor and they have none: nothing else is open to them. */
export const lacksSecondFactor = (me: Me) => me.secondFactorRequired && !me.secondFactor

/** The person signed in. Only below {@link workRoute}, which has asked already. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions).data
}
