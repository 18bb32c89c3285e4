import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const backupsRoutes = [
  createRoute({
    getParentRoute: () => workRoute,
    path: '/backups',
    component: lazyRouteComponent(() => import('./backups-page.tsx'), 'BackupsPage'),
  }),
  createRoute({
    getParentRoute: () => workRoute,
    path: '/backups/to-decide',
    component: lazyRouteComponent(() => import('./restores-to-decide-page.tsx'), 'RestoresToDecidePage'),
  }),
]
