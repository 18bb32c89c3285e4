import type { AnyContractRouter } from '@orpc/contract'
import { type AnyRouter, getRouter, isProcedure, resolveContractProcedures, unlazy } from '@orpc/server'
import { auditKinds } from '../../audit/event.ts'
import type { Access, ProcedureMeta } from '../procedure.ts'
import { guard } from './guard.ts'

/**
 * Compares what is promised with what is served.
 * @throws Error naming every procedure that declares no access, is not implemented, stands outside the guard, or is served
 * without being in the contract: the server must not start then.
 */
export async function assertDeclared(router: AnyRouter, contract: AnyContractRouter): Promise<void> {
  const problems: string[] = []
  const promised = new Set<string>()
  await resolveContractProcedures(
    { router: contract as AnyRouter, path: [] },
    ({ contract: procedure, path }) => {
      promised.add(path.join('.'))
      const wrong = wrongAccess((procedure['~orpc'].meta as ProcedureMeta).access)
      if (wrong) problems.push(`${path.join('.')}: ${wrong}`)
    },
  )
  for (const name of promised) {
    const { default: served } = await unlazy(getRouter(router, name.split('.')))
    if (!isProcedure(served)) problems.push(`${name}: is not implemented`)
    else if (!served['~orpc'].middlewares.includes(guard))
      problems.push(`${name}: is not begun with implementer()`)
  }
  for (const name of servedNames(router))
    if (!promised.has(name)) problems.push(`${name}: is not in the contract`)
  if (problems.length > 0) throw new Error(`The server does not start:\n${problems.join('\n')}`)
}

function wrongAccess(access: Access | undefined): string | undefined {
  if (!access) return 'declares no access'
  if (access.permission === '') return 'declares no permission'
  if (!['place', 'office', 'none'].includes(access.scope)) return 'declares no scope'
  if (!Array.isArray(access.fields)) return 'declares no fields'
  if (access.audit !== 'none' && !auditKinds.includes(access.audit)) return 'declares no event'
  if (access.permission === 'public' && access.scope !== 'none')
    return 'is public and yet reads rows of an office'
  return undefined
}

function servedNames(router: unknown, path: readonly string[] = []): string[] {
  if (isProcedure(router)) return [path.join('.')]
  if (typeof router !== 'object' || router === null) return []
  return Object.entries(router).flatMap(([key, below]) => servedNames(below, [...path, key]))
}
