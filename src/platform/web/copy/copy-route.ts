import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const copyRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/copy',
  component: lazyRouteComponent(() => import('./copy-page.tsx'), 'CopyPage'),
})
