import { useQuery } from '@tanstack/react-query'
import { server } from '../rpc/server.ts'

export const useAccounts = () => useQuery(server.access.accountsList.queryOptions())
export const useRoles = () =>
  useQuery(server.access.rolesCatalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
export const useAccountPlaces = () => useQuery(server.access.accountPlaces.queryOptions())
