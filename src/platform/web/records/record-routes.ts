import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'
import { readListSearch } from './list-search.ts'

export const listRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
})

export type NewSearch = {
  act?: string | undefined
  /** As {@link givenIn} writes it. */
  given?: string | undefined
}

export const newRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/new',
  validateSearch: ({ act, given }: Record<string, unknown>): NewSearch => ({
    ...(typeof act === 'string' ? { act } : {}),
    ...(typeof given === 'string' ? { given } : {}),
  }),
  component: lazyRouteComponent(() => import('./new-page.tsx'), 'NewPage'),
})

export const recordRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id',
  component: lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage'),
})

/** What is being written: an event of a kind, or the correction of one event, of the fixed values, of the whole record. */
export type ActSearch = {
  as?: 'event' | 'correction' | undefined
  kind?: string | undefined
  event?: string | undefined
  whole?: 'yes' | undefined
}

export const actRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/act',
  validateSearch: (search: Record<string, unknown>): ActSearch => {
    const { as, kind, event, whole } = search
    return {
      ...(as === 'event' || as === 'correction' ? { as } : {}),
      ...(typeof kind === 'string' ? { kind } : {}),
      ...(typeof event === 'string' ? { event } : {}),
      ...(whole === 'yes' ? { whole } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./act-page.tsx'), 'ActPage'),
})

export const recordRoutes = [listRoute, newRoute, recordRoute, actRoute]
