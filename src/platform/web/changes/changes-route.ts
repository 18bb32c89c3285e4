import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Day, isDay } from '../../values/day.ts'
import { workRoute } from '../shell/work-route.ts'

export const changesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/changes',
  validateSearch: (search: Record<string, unknown>): { since?: Day | undefined } =>
    isDay(search['since']) ? { since: search['since'] } : {},
  component: lazyRouteComponent(() => import('./changes-page.tsx'), 'ChangesPage'),
})
