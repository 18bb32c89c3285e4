import { createRoute, redirect } from '@tanstack/react-router'
import { problemOf } from '../rpc/problem.ts'
import { rootRoute } from '../shell/root-route.ts'
import { PageFailure } from '../shell/page-failure.tsx'
import { meOptions } from './me.ts'
import { PasswordPage } from './password-page.tsx'

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  beforeLoad: async ({ context }) => {
    try {
      await context.queryClient.ensureQueryData(meOptions)
    } catch (error) {
      if (problemOf(error).code !== 'UNAUTHENTICATED') throw error
      throw redirect({ to: '/sign-in' })
    }
  },
  component: PasswordPage,
  errorComponent: PageFailure,
})
