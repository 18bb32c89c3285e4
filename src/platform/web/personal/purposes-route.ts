import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const purposesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/purposes',
  component: lazyRouteComponent(() => import('./purposes-page.tsx'), 'PurposesPage'),
})
