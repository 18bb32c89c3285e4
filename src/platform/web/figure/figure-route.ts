import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { figureDimension, type FigureDimension } from './figure-dimension.ts'
import { readOther, type OtherSearch } from './other-moment.ts'
import { workRoute } from '../shell/work-route.ts'

export type FigureSearch = OtherSearch & {
  by?: FigureDimension | undefined
  part?: 'numerator' | 'denominator' | undefined
  /** Only rows of this kind. */
  kind?: string | undefined
  /** Only rows of this part of a dimension. */
  of?: string | undefined
}

export const figureRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/figures/$figure',
  staticData: { alongLine: true },
  validateSearch: (search: Record<string, unknown>): FigureSearch => {
    const by = figureDimension(search['by'])
    const { part, kind, of } = search
    return {
      ...(by ? { by } : {}),
      ...(part === 'numerator' || part === 'denominator' ? { part } : {}),
      ...(typeof kind === 'string' && kind !== '' ? { kind } : {}),
      ...(typeof of === 'string' && of !== '' ? { of } : {}),
      ...readOther(search),
    }
  },
  component: lazyRouteComponent(() => import('./figure-page.tsx'), 'FigurePage'),
})
