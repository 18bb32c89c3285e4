import { makeCreditCode } from '../../../platform/values/credit-code.ts'

type Values = Readonly<Record<string, string | null>>
/** What this needs of the office of the world. */
type Establishing = (
  type: 'legalPerson' | 'company' | 'department' | 'request' | 'task',
  onDate: string,
  sets: Values,
  header?: Values,
) => Promise<string>

/** A company at one place, what it asks for, and the department that has it; each bears the words of the place. */
export async function fillEnterprise(
  establish: Establishing,
  { place, canary, phone, n }: { place: string; canary: string; phone: string; n: number },
): Promise<{ request: string }> {
  const unit = await establish(
    'legalPerson',
    '2010-01-01',
    { name: `第${n}家企业`, address: null, state: 'operating' },
    { credit_code: makeCreditCode('9', '1', '350206', `MA00000${n}`), kind: 'non_public' },
  )
  const company = await establish(
    'company',
    '2012-01-01',
    {
      unit_id: unit,
      place_id: place,
      industry: 'internet',
      business: `业务${canary}`,
      employees: '30',
      members_said: null,
    },
    { contact_name: `联系${canary}`, contact_phone: phone },
  )
  const department = await establish(
    'department',
    '2018-01-01',
    { name: `部门${n}`, joint: 'true' },
    { code: `BM-${n}` },
  )
  const request = await establish(
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
  await establish('task', '2018-06-04', {
    request_id: request,
    department_id: department,
    role: 'lead',
    holder_id: null,
  })
  return { request }
}
