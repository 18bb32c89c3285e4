import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

type VersionSearch = { before?: string | undefined; after?: string | undefined }

const numberIn = (value: unknown) => (/^\d{1,18}$/.test(String(value)) ? String(value) : undefined)

export const versionsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/records/$type/$id/versions',
  validateSearch: ({ before, after }: Record<string, unknown>): VersionSearch => ({
    before: numberIn(before),
    after: numberIn(after),
  }),
  component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
})
