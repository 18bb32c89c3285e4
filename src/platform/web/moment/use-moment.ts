import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { today } from '../../values/day.ts'
import { useApp } from '../app-context.ts'
import { useMe } from '../session/me.ts'
import { workRoute } from '../shell/work-route.ts'
import { type Moment, resolveMoment } from './moment.ts'
import type { MomentSearch } from './moment-search.ts'

export function useMoment(): Moment {
  const search = workRoute.useSearch()
  const { demoMoment } = useApp()
  const { demo } = useMe()
  return useMemo(() => resolveMoment(search, today(), demo ? demoMoment : null), [search, demo, demoMoment])
}

/** Gives the function that changes place and time in the address of the page on screen; `undefined` takes a key away. */
export function useSetMoment(): (change: MomentSearch) => void {
  const navigate = useNavigate()
  return useCallback(
    (change) =>
      void navigate({ to: '.', search: (search: Record<string, unknown>) => ({ ...search, ...change }) }),
    [navigate],
  )
}
