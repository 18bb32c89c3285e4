import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const batchRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/retention/$id',
  component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
})

export const retentionRoutes = [
  createRoute({
    getParentRoute: () => workRoute,
    path: '/retention',
    component: lazyRouteComponent(() => import('./retention-page.tsx'), 'RetentionPage'),
  }),
  batchRoute,
]
