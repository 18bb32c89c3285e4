import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Bones } from './bones.tsx'
import { ProblemNote } from './problem-note.tsx'

/** Shows the data of a query, or that it is on its way, or why it did not come. Older data stays beside an error. */
export function Loaded<Data>(props: {
  query: UseQueryResult<Data, unknown>
  lines?: number
  children: (data: Data) => ReactNode
}) {
  const { query, lines, children } = props
  return (
    <>
      {query.error ? <ProblemNote error={query.error} again={() => void query.refetch()} /> : null}
      {query.data !== undefined ? children(query.data) : null}
      {query.isPending && query.fetchStatus !== 'idle' ? <Bones {...(lines ? { lines } : {})} /> : null}
    </>
  )
}
