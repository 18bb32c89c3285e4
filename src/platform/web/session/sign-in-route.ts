import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { SignInPage } from './sign-in-page.tsx'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && isOwnAddress(search['to']) ? { to: search['to'] } : {},
  component: SignInPage,
})

/** Only an address of this application is gone to after the sign-in. */
function isOwnAddress(to: string): boolean {
  return (
    to.startsWith('/') &&
    URL.canParse(to, location.origin) &&
    new URL(to, location.origin).origin === location.origin
  )
}
