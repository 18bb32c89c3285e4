import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { server } from '../rpc/server.ts'

export const useAccounts = () => useQuery(server.access.accountsList.queryOptions())
export const useRoles = () =>
  useQuery(server.access.rolesCatalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
export const useAccountPlaces = () => useQuery(server.access.accountPlaces.queryOptions())
/** Of people whose names hold what is typed. */
export const useHoldings = (find: string) =>
  useQuery(
    server.access.accountHoldings.queryOptions({
      input: { find: find.trim() },
      enabled: find.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
export const useGrantsHere = () => useQuery(server.access.grantsHere.queryOptions())
