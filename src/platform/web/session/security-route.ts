import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { PageFailure } from '../shell/page-failure.tsx'
import { rootRoute } from '../shell/root-route.ts'
import { requireSignedIn } from './require-signed-in.ts'

export const securityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/security',
  beforeLoad: ({ context }) => requireSignedIn(context.queryClient),
  component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
  errorComponent: PageFailure,
})
