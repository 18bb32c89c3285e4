import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { momentKeys, readMomentSearch } from '../moment/moment-search.ts'
import { problemOf } from '../rpc/problem.ts'
import { lacksSecondFactor, meOptions } from '../session/me.ts'
import { PageFailure } from './page-failure.tsx'
import { rootRoute } from './root-route.ts'

/** Everything behind the sign-in: the frame with menu, place and date. */
export const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'work',
  validateSearch: readMomentSearch,
  search: { middlewares: [retainSearchParams([...momentKeys])] },
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(meOptions)
      if (me.mustChangePassword) throw redirect({ to: '/password' })
      if (lacksSecondFactor(me)) throw redirect({ to: '/security' })
    } catch (error) {
      if (problemOf(error).code !== 'UNAUTHENTICATED') throw error
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    }
    return { app: await context.loadApp() }
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  errorComponent: PageFailure,
})
