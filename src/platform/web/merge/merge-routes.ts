import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const duplicatesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/duplicates',
  component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
})

/** Which record stays, and which goes into it. */
export type MergeSearch = { kept?: string | undefined; given?: string | undefined }

export const mergeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/merge',
  validateSearch: ({ kept, given }: Record<string, unknown>): MergeSearch => ({
    ...(typeof kept === 'string' ? { kept } : {}),
    ...(typeof given === 'string' ? { given } : {}),
  }),
  component: lazyRouteComponent(() => import('./merge-page.tsx'), 'MergePage'),
})

export const mergeViewRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/merge/$change',
  component: lazyRouteComponent(() => import('./merge-view-page.tsx'), 'MergeViewPage'),
})

export const mergeRoutes = [duplicatesRoute, mergeRoute, mergeViewRoute]
