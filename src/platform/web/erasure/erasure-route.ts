import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const erasureRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/erasure',
  component: lazyRouteComponent(() => import('./erasure-page.tsx'), 'ErasurePage'),
})
