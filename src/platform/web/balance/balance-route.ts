import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

/** Along which tree, at which of its nodes, and of which kind alone. */
export type BalanceSearch = {
  along?: 'line' | undefined
  line?: string | undefined
  kind?: string | undefined
}

export const balanceRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/balances/$balance',
  validateSearch: ({ along, line, kind }: Record<string, unknown>): BalanceSearch => ({
    ...(along === 'line' ? { along } : {}),
    ...(typeof line === 'string' && line !== '' ? { line } : {}),
    ...(typeof kind === 'string' && kind !== '' ? { kind } : {}),
  }),
  component: lazyRouteComponent(() => import('./balance-page.tsx'), 'BalancePage'),
})
