import { findingsOn } from '../../../platform/records/findings.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { EnterpriseOffice } from './office.ts'

/** What the page of findings says of one record on a day, as 'rule weight'. */
export async function toldOf(at: EnterpriseOffice, id: string, asOf: string): Promise<string[]> {
  const open = [...at.engine.types.values()].map((type) => ({ type, scope: at.whole }))
  const found = await findingsOn(at.records, open, { asOf: asOf as Day }, null)
  return found.filter(({ record }) => record.id === id).map(({ rule, weight }) => `${rule} ${weight}`)
}
