import { makeCreditCode } from '../../../platform/values/credit-code.ts'

export const enterpriseTypes = {
  company: 'enterprise.company',
  zone: 'enterprise.zone',
  zonePlace: 'enterprise.zone_place',
  zoneLeader: 'enterprise.zone_leader',
  pairing: 'enterprise.pairing',
  posting: 'enterprise.posting',
  contact: 'enterprise.contact',
  department: 'enterprise.department',
  request: 'enterprise.request',
  task: 'enterprise.task',
} as const

type Values = Readonly<Record<string, string | null>>
type World = {
  readonly establish: (
    type: keyof typeof enterpriseTypes | 'legalPerson',
    onDate: string,
    sets: Values,
    header?: Values,
  ) => Promise<string>
}

/** A register of the whole office: its words are everybody's. */
export const beginZones = async (at: World) =>
  await at.establish('zone', '2018-04-01', { name: '全街道共用片区' }, { code: 'PQ-01' })

/** A company at a place with everything that is recorded with it; what stands in its values is of the place. */
export async function serveCompany(
  at: World,
  held: {
    readonly n: number
    readonly place: string
    readonly canary: string
    readonly phone: string
    readonly person: string
    readonly zone: string
  },
): Promise<{ company: string; request: string }> {
  const { n, place, canary, phone, person, zone } = held
  const since = '2018-04-02'
  const unit = await at.establish(
    'legalPerson',
    '2010-01-01',
    { name: `全街道共用企业${n}`, address: null, state: 'operating' },
    { credit_code: makeCreditCode('9', '1', '350206', `XX00000${n}`), kind: 'non_public' },
  )
  const company = await at.establish(
    'company',
    since,
    {
      unit_id: unit,
      place_id: place,
      industry: 'internet',
      business: `主营${canary}`,
      employees: '36',
      members_said: null,
    },
    { contact_name: `联系${canary}`, contact_phone: phone },
  )
  await at.establish('zonePlace', since, { place_id: place, zone_id: zone })
  await at.establish('zoneLeader', since, { person_id: person, zone_id: zone, role: 'community_head' })
  await at.establish('pairing', since, { company_id: company, person_id: person })
  await at.establish('posting', since, { company_id: company, person_id: person, kind: 'instructor' })
  await at.establish('contact', since, {
    company_id: company,
    person_id: person,
    way: 'visit',
    topic: `事项${canary}`,
    next_step: null,
    code: `LX-${n}`,
  })
  const department = await at.establish(
    'department',
    '2018-01-01',
    { name: `部门${n}`, joint: 'true' },
    { code: `BM-${n}` },
  )
  const request = await at.establish(
    'request',
    '2018-06-04',
    { company_id: company, kind: 'financing', wished_on: null },
    {
      number: `SQ-${n}`,
      channel: 'visit',
      subject: `诉求${canary}`,
      asker_name: `反映${canary}`,
      asker_phone: phone,
    },
  )
  await at.establish('task', '2018-06-04', {
    request_id: request,
    department_id: department,
    role: 'lead',
    holder_id: null,
  })
  return { company, request }
}
