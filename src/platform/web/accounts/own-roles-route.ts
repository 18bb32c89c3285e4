import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

export const ownRolesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/own-roles',
  component: lazyRouteComponent(() => import('./own-roles-page.tsx'), 'OwnRolesPage'),
})
