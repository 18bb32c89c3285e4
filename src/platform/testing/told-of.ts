import type { Scope } from '../db/scope.ts'
import { findingsOn } from '../records/findings.ts'
import type { Day } from '../values/day.ts'
import type { openTestOffice } from './office.ts'

/** What the page of findings says of one record on a day, as 'rule weight', to who sees all or the places of a scope. */
export async function toldOf(
  at: Pick<Awaited<ReturnType<typeof openTestOffice>>, 'engine' | 'records' | 'whole'>,
  id: string,
  asOf: string,
  { known = null, scope = at.whole }: { known?: bigint | null; scope?: Scope } = {},
): Promise<string[]> {
  const open = [...at.engine.types.values()].map((type) => ({ type, scope }))
  const found = await findingsOn(at.records, open, { asOf: asOf as Day }, known)
  return found.filter(({ record }) => record.id === id).map(({ rule, weight }) => `${rule} ${weight}`)
}
