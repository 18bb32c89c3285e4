import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { WebArea } from '../../platform/web/web-area.ts'
import { readTreeSearch } from './pages/tree-search.ts'

const treeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/organisation/tree',
  staticData: { alongLine: true },
  validateSearch: readTreeSearch,
  component: lazyRouteComponent(() => import('./pages/tree-page.tsx'), 'TreePage'),
})

export const organisationWeb: WebArea = {
  name: 'organisation',
  routes: [treeRoute],
  content: async () => (await import('./pages/area-content.ts')).organisationContent,
}
