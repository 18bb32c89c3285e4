import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const findingsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/findings',
  component: lazyRouteComponent(() => import('./findings-page.tsx'), 'FindingsPage'),
})
