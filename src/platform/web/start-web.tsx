import {
  AuditOutlined,
  ClockCircleOutlined,
  DashboardOutlined,
  HistoryOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SaveOutlined,
  SwapOutlined,
  UnlockOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode } from 'react'
import { accountsRoute } from './accounts/accounts-route.ts'
import { grantsRoute } from './accounts/grants-route.ts'
import { ownRolesRoute } from './accounts/own-roles-route.ts'
import { auditRoute } from './audit/audit-route.ts'
import { AppProvider, composeWebApp, type DemoMoment } from './app-context.ts'
import { backupsRoutes } from './backups/backups-routes.ts'
import { balanceRoute } from './balance/balance-route.ts'
import { bulkRoutes } from './bulk/bulk-routes.ts'
import { changesRoute } from './changes/changes-route.ts'
import { clearRoutes } from './clear-exports/clear-routes.ts'
import { copyRoute, looksRoute } from './copy/copy-route.ts'
import { deedRoutes } from './deeds/deed-routes.ts'
import { erasureRoute } from './erasure/erasure-route.ts'
import { figureRoute } from './figure/figure-route.ts'
import { findingsRoute } from './findings/findings-route.ts'
import { mergeRoutes } from './merge/merge-routes.ts'
import { parseSearch, stringifySearch } from './moment/address.ts'
import { overviewRoute } from './overview/overview-route.ts'
import { purposesRoute } from './personal/purposes-route.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { recordRoutes } from './records/record-routes.ts'
import { versionsRoute } from './versions/version-routes.ts'
import { onSignedOut, queryClient } from './rpc/query-client.ts'
import { passwordRoute } from './session/password-route.ts'
import { ProofDialog } from './session/proof-dialog.tsx'
import { securityRoute } from './session/security-route.ts'
import { singleSignOnRoute } from './session/single-sign-on-route.ts'
import { signInRoute } from './session/sign-in-route.ts'
import { rootRoute } from './shell/root-route.ts'
import { titles } from './shell/titles.ts'
import { shellWords } from './shell/words.ts'
import { workRoute } from './shell/work-route.ts'
import type { WebArea } from './web-area.ts'
import { workbooksRoute } from './workbooks/workbooks-route.ts'
import './style/base.css'

/** Puts the areas into the frame and gives the whole application. */
export function startWeb({
  areas,
  demoMoment,
}: {
  areas: readonly WebArea[]
  demoMoment: DemoMoment
}): ReactNode {
  const routeTree = rootRoute.addChildren([
    signInRoute,
    passwordRoute,
    singleSignOnRoute,
    securityRoute,
    workRoute.addChildren([
      overviewRoute,
      figureRoute,
      balanceRoute,
      ...recordRoutes,
      versionsRoute,
      ...deedRoutes,
      ...bulkRoutes,
      ...mergeRoutes,
      copyRoute,
      looksRoute,
      erasureRoute,
      changesRoute,
      findingsRoute,
      workbooksRoute,
      ...clearRoutes,
      purposesRoute,
      ...retentionRoutes,
      accountsRoute,
      ...backupsRoutes,
      auditRoute,
      grantsRoute,
      ownRolesRoute,
      ...areas.flatMap((area) => area.routes),
    ]),
  ])
  const router = createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: false,
    defaultPendingMs: 200,
    scrollRestoration: true,
  })
  onSignedOut(() => {
    const { pathname, href } = router.state.location
    if (pathname === '/sign-in' || pathname === singleSignOnRoute.to) return
    void router
      .navigate({ to: '/sign-in', search: { to: href } })
      .then(() => queryClient.removeQueries({ type: 'inactive' }))
  })
  const app = composeWebApp(areas, {
    before: [{ to: '/', label: shellWords.overview, icon: DashboardOutlined, needs: ['figures.see_value'] }],
    after: [
      { to: '/changes', label: shellWords.changes, icon: HistoryOutlined, needs: ['records.see'] },
      { to: '/findings', label: shellWords.findings, icon: AuditOutlined, needs: ['records.see'] },
      { to: '/workbooks', label: shellWords.workbooks, icon: SwapOutlined, needs: ['ledgers.export'] },
      {
        to: '/clear-exports',
        label: titles.clearExports,
        icon: UnlockOutlined,
        needs: ['ledgers.export_clear'],
      },
      {
        to: '/clear-exports/to-decide',
        label: titles.exportsToDecide,
        icon: UnlockOutlined,
        needs: ['ledgers.agree_export'],
      },
      { to: '/purposes', label: titles.purposes, icon: SafetyOutlined, needs: [] },
      { to: '/retention', label: titles.retention, icon: ClockCircleOutlined, needs: ['retention.see'] },
      { to: '/accounts', label: titles.accounts, icon: UserOutlined, needs: ['access.see'] },
      { to: '/grants', label: titles.grants, icon: SafetyCertificateOutlined, needs: ['access.see'] },
      {
        to: '/grants',
        label: titles.grants,
        icon: SafetyCertificateOutlined,
        needs: ['access.see_here'],
      },
      { to: '/backups', label: titles.backups, icon: SaveOutlined, needs: ['backup.keep'] },
      {
        to: '/backups/to-decide',
        label: titles.restoresToDecide,
        icon: SaveOutlined,
        needs: ['backup.agree_restore'],
      },
      { to: '/audit', label: titles.audit, icon: SafetyOutlined, needs: ['audit.see'] },
    ],
    demoMoment,
  })
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppProvider value={app}>
          <RouterProvider router={router} />
          <ProofDialog />
        </AppProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}
