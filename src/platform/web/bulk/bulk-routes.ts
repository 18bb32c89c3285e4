import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const bulkRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/bulk',
  validateSearch: ({ act }: Record<string, unknown>): { act?: string | undefined } =>
    typeof act === 'string' ? { act } : {},
  component: lazyRouteComponent(() => import('./bulk-page.tsx'), 'BulkPage'),
})

export const bulkViewRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/bulk/$change',
  component: lazyRouteComponent(() => import('./bulk-view-page.tsx'), 'BulkViewPage'),
})

export const bulkRoutes = [bulkRoute, bulkViewRoute]
