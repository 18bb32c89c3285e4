import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import type { WebApp } from '../app-context.ts'
import { NotFoundPage } from './not-found-page.tsx'

export const rootRoute = createRootRouteWithContext<{
  queryClient: QueryClient
  /** What the pages behind the sign-in stand on; loaded once. */
  loadApp: () => Promise<WebApp>
}>()({
  notFoundComponent: NotFoundPage,
})
