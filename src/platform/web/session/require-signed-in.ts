import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { problemOf } from '../rpc/problem.ts'
import { meOptions } from './me.ts'

/** For a page outside the frame: nobody but who is signed in, whatever is still asked of them. */
export async function requireSignedIn(client: QueryClient): Promise<void> {
  try {
    await client.ensureQueryData(meOptions)
  } catch (error) {
    if (problemOf(error).code !== 'UNAUTHENTICATED') throw error
    throw redirect({ to: '/sign-in' })
  }
}
