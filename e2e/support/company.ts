import type { Page } from '@playwright/test'
import { makeCreditCode } from '../../src/platform/values/credit-code.ts'
import { enter } from './election.ts'
import { freshName, idOf } from './records.ts'

/** A company in a community and two departments: what stands before a request comes in. */
export async function companyWithDepartments(page: Page) {
  const fresh = freshName('诉求')
  const place = await idOf(page, 'organisation.place', '金安社区')
  const body = String(Date.now()).slice(-8)
  const creditCode = makeCreditCode('9', '1', '350206', body)
  const unit = await enter(page, 'organisation.legal_person', {
    act: 'established',
    onDate: '2012-01-01',
    header: { credit_code: creditCode, kind: 'non_public', invented: 'true' },
    sets: { name: `${fresh.name}公司`, state: 'operating' },
  })
  await enter(page, 'enterprise.company', {
    act: 'listed',
    onDate: '2014-01-01',
    sets: { unit_id: unit.id, place_id: place, industry: 'internet', employees: '20' },
  })
  const departments = [`${fresh.name}甲办`, `${fresh.name}乙所`] as const
  const departmentIds: string[] = []
  for (const [at, name] of departments.entries()) {
    const { id } = await enter(page, 'enterprise.department', {
      act: 'entered',
      onDate: '2016-01-01',
      header: { code: `${fresh.code}-${at}`, invented: 'true' },
      sets: { name, joint: 'true' },
    })
    departmentIds.push(id)
  }
  return { ...fresh, company: `${fresh.name}公司`, creditCode, departments, departmentIds }
}
