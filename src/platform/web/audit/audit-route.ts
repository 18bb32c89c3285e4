import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { auditKinds, type AuditKind } from '../../audit/event.ts'
import { type Day, isDay } from '../../values/day.ts'
import { workRoute } from '../shell/work-route.ts'

export type AuditSearch = {
  who?: string | undefined
  kind?: AuditKind | undefined
  subject?: string | undefined
  since?: Day | undefined
  through?: Day | undefined
}

const words = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : ''

export const auditRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    ...(words(search['who']) ? { who: words(search['who']) } : {}),
    ...(auditKinds.includes(search['kind'] as AuditKind) ? { kind: search['kind'] as AuditKind } : {}),
    ...(words(search['subject']) ? { subject: words(search['subject']) } : {}),
    ...(isDay(search['since']) ? { since: search['since'] } : {}),
    ...(isDay(search['through']) ? { through: search['through'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
})
