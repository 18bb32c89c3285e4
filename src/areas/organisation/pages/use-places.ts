import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HierarchySource } from '../../../platform/web/web-area.ts'
import { placeKinds } from '../terms.ts'
import { server } from './server.ts'

/** The places of the picker: the same answer that the four-in-one tree shows, asked once for both. */
export const usePlaces: HierarchySource = (moment, wanted) => {
  const tree = useQuery({
    ...server.organisation.fourInOneTree.queryOptions({ input: moment, staleTime: 60_000 }),
    enabled: wanted,
  })
  const nodes = tree.data?.nodes
  const places = useMemo(
    () =>
      nodes?.map(({ id, parentId, name, code, kind }) => ({
        id,
        parentId,
        name,
        code,
        kind: placeKinds[kind],
      })),
    [nodes],
  )
  return { nodes: places, error: tree.error }
}
