import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const backupsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('./backups-page.tsx'), 'BackupsPage'),
})
