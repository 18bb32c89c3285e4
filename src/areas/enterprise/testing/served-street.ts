import { creditCode } from './furnish.ts'
import type { EnterpriseOffice } from './office.ts'

/** A street with two communities, a building of the first, and a Party branch in the second. */
export type ServedStreet = {
  readonly street: string
  readonly communities: readonly [string, string]
  readonly building: string
  readonly branch: string
}

export async function foundServedStreet(at: EnterpriseOffice): Promise<ServedStreet> {
  const place = (name: string, code: string, kind: string, parent: string | null) =>
    at.establish('place', '2000-01-01', { name, code, parent_id: parent }, { kind })
  const street = await place('测试街道', '350206099000', 'street', null)
  const communities = [
    await place('甲社区', '350206099001', 'community', street),
    await place('乙社区', '350206099002', 'community', street),
  ] as const
  const building = await place('示例大厦', '350206099001-01', 'building', communities[0])
  const branch = await at.establish(
    'organisation',
    '2000-01-02',
    {
      name: '乙一支部',
      kind: '631',
      founded_in: 'unit',
      seat_id: communities[1],
      parent_id: null,
      unit_id: null,
    },
    { code: 'ZZ-1' },
  )
  return { street, communities, building, branch }
}

let made = 0

/** A company on the list; its legal person is registered with it. */
export async function listCompany(
  at: EnterpriseOffice,
  onDate: string,
  place: string,
  { name }: { name?: string } = {},
): Promise<string> {
  made += 1
  const unit = await at.establish(
    'legalPerson',
    '2000-01-01',
    { name: name ?? `示例企业${made}`, address: null, state: 'operating' },
    {
      credit_code: creditCode(made),
      kind: 'non_public',
    },
  )
  return await at.establish('company', onDate, {
    unit_id: unit,
    place_id: place,
    industry: 'internet',
    business: null,
    employees: null,
    members_said: null,
  })
}

/** Somebody on file: a member of the branch, or looked after by a community. */
export async function enrol(
  at: EnterpriseOffice,
  where: { branch?: string; home?: string },
  { name, onDate = '2001-01-01' }: { name?: string; onDate?: string } = {},
): Promise<string> {
  made += 1
  return await at.establish(
    'person',
    onDate,
    {
      education: '31',
      branch_id: where.branch ?? null,
      category: where.branch ? 'full' : null,
      home_id: where.home ?? null,
    },
    { code: `RY-${made}`, name: name ?? `示例${made}`, sex: '1', birth: '1980-05' },
  )
}

export const pair = (at: EnterpriseOffice, onDate: string, company: string, person: string) =>
  at.establish('pairing', onDate, { company_id: company, person_id: person })

export const contact = (
  at: EnterpriseOffice,
  onDate: string,
  company: string,
  person: string,
  { way = 'visit', topic = '了解用工需求' } = {},
) => {
  made += 1
  return at.establish('contact', onDate, {
    company_id: company,
    person_id: person,
    way,
    topic,
    next_step: null,
    code: `LX-${made}`,
  })
}
