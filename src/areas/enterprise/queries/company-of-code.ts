import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { keyText, type RecordsEngine } from '../../../platform/records/records-engine.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { companyType } from '../records.ts'

export type CompanyOfCode = {
  /** The legal person with the code; null where the register has none. */
  readonly unit: { readonly id: string; readonly name: string } | null
  /** As a company that the office serves, and the first day from the asked one on which it does; null where it does not, or elsewhere than the reader sees. */
  readonly company: { readonly id: string; readonly name: string; readonly on: Day } | null
}

/** Whom a credit code names, in the register and on the list of companies. */
export async function companyOfCode(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  creditCode: string,
  from: Day,
): Promise<CompanyOfCode> {
  const units = engine.types.get('organisation.legal_person') as RecordType
  const [unit] = (await engine.findByKey(reader, units, [[creditCode]])).get(keyText([creditCode])) ?? []
  if (unit === undefined) return { unit: null, company: null }
  const name = (await engine.titlesOf(reader, units, [unit])).get(unit) ?? creditCode
  const listed = (await engine.findByKey(reader, companyType, [[unit]])).get(keyText([unit])) ?? []
  const records = await engine.load(reader, companyType, listed)
  const [company] = [...records.values()].flatMap(({ id, spells }) => {
    const spell = spells.find(({ to }) => to === null || from < to)
    if (!spell || spell.from > today()) return []
    return [{ id, name, on: spell.from > from ? spell.from : from }]
  })
  return { unit: { id: unit, name }, company: company ?? null }
}
