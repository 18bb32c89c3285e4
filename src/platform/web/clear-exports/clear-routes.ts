import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const clearRoutes = [
  createRoute({
    getParentRoute: () => workRoute,
    path: '/clear-exports',
    component: lazyRouteComponent(() => import('./clear-exports-page.tsx'), 'ClearExportsPage'),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/clear-exports/to-decide',
    component: lazyRouteComponent(() => import('./to-decide-page.tsx'), 'ToDecidePage'),
  }),
]
