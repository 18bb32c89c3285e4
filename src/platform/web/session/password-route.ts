import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { PageFailure } from '../shell/page-failure.tsx'
import { PasswordPage } from './password-page.tsx'
import { requireSignedIn } from './require-signed-in.ts'

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  beforeLoad: ({ context }) => requireSignedIn(context.queryClient),
  component: PasswordPage,
  errorComponent: PageFailure,
})
