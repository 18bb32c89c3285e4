import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { problemOf } from './problem.ts'

let signedOut: () => void = () => {}

/** What to do when the server says that nobody is signed in any more. */
export function onSignedOut(act: () => void): void {
  signedOut = act
}

function watch(error: unknown): void {
  if (problemOf(error).code === 'UNAUTHENTICATED') signedOut()
}

export const queryClient = new QueryClient({
  // `me` asks on its own account, before there is a page to leave.
  queryCache: new QueryCache({
    onError: (error, query) => (query.meta?.['quiet'] ? undefined : watch(error)),
  }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => problemOf(error).code === 'OFFLINE' && failures < 2,
    },
    mutations: { retry: false },
  },
})
