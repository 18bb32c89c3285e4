import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../shell/work-route.ts'

/** The ledger chosen and the import under way: it can be left and found again. */
export type WorkbooksSearch = {
  ledger?: string | undefined
  job?: string | undefined
  /** The import that is about to be undone. */
  undo?: string | undefined
}

export const workbooksRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/workbooks',
  validateSearch: (search: Record<string, unknown>): WorkbooksSearch => {
    const { ledger, job, undo } = search
    return {
      ...(typeof ledger === 'string' ? { ledger } : {}),
      ...(typeof job === 'string' ? { job } : {}),
      ...(typeof undo === 'string' ? { undo } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./workbooks-page.tsx'), 'WorkbooksPage'),
})
