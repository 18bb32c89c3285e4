import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode } from 'react'
import { accountsRoute } from './accounts/accounts-route.ts'
import { grantsRoute } from './accounts/grants-route.ts'
import { ownRolesRoute } from './accounts/own-roles-route.ts'
import { auditRoute } from './audit/audit-route.ts'
import type { DemoMoment, WebApp } from './app-context.ts'
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
    context: { queryClient, loadApp: once(() => composed(areas, demoMoment)) },
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
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ProofDialog />
      </QueryClientProvider>
    </StrictMode>
  )
}

/** What the pages stand on, once somebody has signed in. A failure is not kept: the next page tries again. */
async function composed(areas: readonly WebArea[], demoMoment: DemoMoment): Promise<WebApp> {
  const [{ composeWebApp }, { frameMenu }, ...contents] = await Promise.all([
    import('./app-context.ts'),
    import('./shell/frame-menu.ts'),
    ...areas.map(async ({ name, content }) => ({ name, ...(await content()) })),
  ])
  return composeWebApp(contents, { ...frameMenu, demoMoment })
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
