import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

/** Which deed, and the record from which the caller came with the part that it takes. */
export type DeedSearch = {
  deed?: string | undefined
  as?: 'ending' | 'lasting' | undefined
  with?: string | undefined
}

export const newDeedRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/deed',
  validateSearch: (search: Record<string, unknown>): DeedSearch => {
    const { deed, as, with: id } = search
    return {
      ...(typeof deed === 'string' ? { deed } : {}),
      ...(as === 'ending' || as === 'lasting' ? { as } : {}),
      ...(typeof id === 'string' ? { with: id } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./deed-page.tsx'), 'DeedPage'),
})

export const deedRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/deeds/$deed',
  validateSearch: ({ correct }: Record<string, unknown>): { correct?: 'yes' | undefined } =>
    correct === 'yes' ? { correct } : {},
  component: lazyRouteComponent(() => import('./deed-view-page.tsx'), 'DeedViewPage'),
})

export const lineageRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/lineage',
  component: lazyRouteComponent(() => import('./lineage-page.tsx'), 'LineagePage'),
})

export const deedRoutes = [newDeedRoute, deedRoute, lineageRoute]
