import { makeCreditCode } from '../../../platform/values/credit-code.ts'
import type { RequestKind, TaskRole } from '../terms.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './office.ts'

/** A street with two communities, a company in each, and three departments of the joint mechanism. */
export async function openRequestOffice(office = 1, shared?: Parameters<typeof openEnterpriseOffice>[1]) {
  const at = await openEnterpriseOffice(office, shared)
  const place = (name: string, code: string, kind: string, parent: string | null) =>
    at.establish('place', '2000-01-01', { name, code, parent_id: parent }, { kind })
  const street = await place('测试街道', '350206099000', 'street', null)
  const communities = [
    await place('甲社区', '350206099001', 'community', street),
    await place('乙社区', '350206099002', 'community', street),
  ] as const
  const companies = [
    await companyIn(at, communities[0], '示例一公司', 'MA000001'),
    await companyIn(at, communities[1], '示例二公司', 'MA000002'),
  ] as const
  const department = (name: string, code: string, joint = true) =>
    at.establish('department', '2018-04-01', { name, joint: String(joint) }, { code })
  const departments = {
    party: await department('党建办', 'BM-01'),
    industry: await department('工商所', 'BM-02'),
    union: await department('总工会', 'BM-03'),
  }
  return { at, street, communities, companies, departments, ...deskOf(at) }
}
export type RequestOffice = Awaited<ReturnType<typeof openRequestOffice>>

export async function companyIn(at: EnterpriseOffice, place: string, name: string, body: string) {
  const unit = await at.establish(
    'legalPerson',
    '2010-01-01',
    { name, address: null, state: 'operating' },
    { credit_code: makeCreditCode('9', '1', '350206', body), kind: 'non_public' },
  )
  return await at.establish('company', '2012-01-01', {
    unit_id: unit,
    place_id: place,
    industry: 'internet',
    business: null,
    employees: '30',
    members_said: null,
  })
}

/** Whoever keeps the requests of an office, in the words of a test. */
function deskOf(at: EnterpriseOffice) {
  let numbers = 0
  return {
    receive: (company: string, on: string, kind: RequestKind = 'financing') => {
      numbers += 1
      return at.establish(
        'request',
        on,
        { company_id: company, kind, wished_on: null },
        {
          number: `2018-${String(numbers).padStart(4, '0')}`,
          channel: 'telephone',
          subject: `诉求${numbers}`,
        },
      )
    },
    assign: (request: string, department: string, on: string, role: TaskRole = 'lead') =>
      at.establish('task', on, { request_id: request, department_id: department, role, holder_id: null }),
    answer: (task: string, on: string) => at.happen('task', task, 'answered', on, { answer: '已经办理' }),
    pause: (task: string, on: string) => at.happen('task', task, 'paused', on, { why: '等待材料' }),
    extend: (task: string, on: string, due: string, asked = on) =>
      at.happen('task', task, 'extended', on, { new_due: due, asked_on: asked, explanation: '已说明' }),
    close: (request: string, on: string, outcome = 'solved') =>
      at.happen('request', request, 'closed', on, {
        outcome,
        ...(outcome === 'solved' ? { confirmation: 'written' } : {}),
      }),
  }
}
