import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const grantsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/grants',
  component: lazyRouteComponent(() => import('./grants-page.tsx'), 'GrantsPage'),
})
