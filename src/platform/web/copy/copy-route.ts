import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const looksRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/looks',
  component: lazyRouteComponent(() => import('./looks-page.tsx'), 'LooksPage'),
})

export const copyRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/copy',
  component: lazyRouteComponent(() => import('./copy-page.tsx'), 'CopyPage'),
})
