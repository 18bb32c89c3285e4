import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Me } from '../../access/me-schema.ts'
import { lacksSecondFactor, meOptions } from './me.ts'
import { ownAddress } from './own-address.ts'

/** Goes on as the person who has just signed in: to what is still asked of them, else to where they wanted to go. */
export function useEnter(): (me: Me, to: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (me, to) => {
    client.clear()
    client.setQueryData(meOptions.queryKey, me)
    if (me.mustChangePassword) await navigate({ to: '/password', replace: true })
    else if (lacksSecondFactor(me)) await navigate({ to: '/security', replace: true })
    else await navigate({ href: ownAddress(to) ?? '/', replace: true })
  }
}
