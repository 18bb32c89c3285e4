import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { PageFailure } from '../shell/page-failure.tsx'
import { rootRoute } from '../shell/root-route.ts'
import './arrival.ts'

/** Where the provider sends people back to; the server tells it the same address. */
export const singleSignOnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/single-sign-on',
  component: lazyRouteComponent(() => import('./single-sign-on-page.tsx'), 'SingleSignOnPage'),
  errorComponent: PageFailure,
})
