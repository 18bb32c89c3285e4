import { resolveContractProcedures } from '@orpc/server'
import type { Access, ProcedureMeta } from '../../../platform/rpc/procedure.ts'
import { contract } from '../../contract.ts'

export type Declared = {
  readonly method: string
  /** What the running server reads; a test may change it for a while. */
  readonly access: { -readonly [Key in keyof Access]: Access[Key] }
}

/** What the contract says of every procedure, by its name. */
export async function declared(): Promise<ReadonlyMap<string, Declared>> {
  const found = new Map<string, Declared>()
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one, path }) => {
    const { meta, route } = one['~orpc']
    const { access } = meta as ProcedureMeta
    found.set(path.join('/'), { method: route.method ?? 'POST', access: access as Declared['access'] })
  })
  return found
}
