import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HierarchySource } from '../../../platform/web/web-area.ts'
import { organisationKinds } from '../terms.ts'
import { server } from './server.ts'

/** The Party line of the picker: the same answer that the tree by line shows, asked once for both. */
export const useLine: HierarchySource = (moment, wanted) => {
  const line = useQuery({
    ...server.organisation.partyLine.queryOptions({ input: moment, staleTime: 60_000 }),
    enabled: wanted,
  })
  const answered = line.data?.nodes
  const nodes = useMemo(
    () =>
      answered?.map(({ id, parentId, name, code, kind }) => ({
        id,
        parentId,
        name,
        code,
        kind: organisationKinds[kind],
      })),
    [answered],
  )
  return { nodes, error: line.error }
}
