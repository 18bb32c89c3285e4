import { makeCreditCode } from '../../../platform/values/credit-code.ts'
import type { EnterpriseOffice } from './office.ts'

const began = '2004-01-01'

/** A fictitious credit code: its body begins with XX, which is given to nobody. */
export const creditCode = (n: number) => makeCreditCode('9', '1', '350206', `XX${String(n).padStart(6, '0')}`)

/** A street with two communities, and short ways to say that a company is there, on a list, or covered. */
export async function furnish(at: EnterpriseOffice) {
  const street = await at.establish(
    'place',
    began,
    { name: '示例街道', code: '350206099000', parent_id: null },
    { kind: 'street' },
  )
  const community = async (name: string, code: string) =>
    await at.establish('place', began, { name, code, parent_id: street }, { kind: 'community' })
  const east = await community('东社区', '350206099001')
  const west = await community('西社区', '350206099002')
  let units = 0
  const company = async (place: string, since = '2016-01-01', industry = 'internet') => {
    units += 1
    const unit = await at.establish(
      'legalPerson',
      since,
      { name: `示例${units}公司`, address: null, state: 'operating' },
      { credit_code: creditCode(units), kind: 'non_public' },
    )
    const id = await at.establish('company', since, {
      unit_id: unit,
      place_id: place,
      industry,
      business: null,
      employees: null,
      members_said: null,
    })
    return { id, unit }
  }
  let branches = 0
  const branch = async (seat: string, unit: string | null, since: string, kind = '631') => {
    branches += 1
    return await at.establish(
      'organisation',
      since,
      {
        name: `示例${branches}党支部`,
        kind,
        founded_in: unit ? 'unit' : 'community',
        parent_id: null,
        seat_id: seat,
        unit_id: unit,
      },
      { code: `ZB-${branches}` },
    )
  }
  return { street, east, west, company, branch }
}
