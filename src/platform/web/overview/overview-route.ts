import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const overviewRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/',
  staticData: { alongLine: true },
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})
