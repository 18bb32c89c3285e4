import type { EnterpriseOffice } from './office.ts'
import { contact, enrol } from './served-street.ts'

type Values = Readonly<Record<string, string | null>>

/** Short ways to record a result, with all that it needs in order to count; `more` says what is otherwise. */
export function outcomesAt(at: EnterpriseOffice) {
  let codes = 0
  const header = () => ({ code: `CG-${(codes += 1)}` })
  const proved = { request_id: null, served: '上门讲解办法', evidence: '证明材料1号' }
  let officer: Promise<string> | undefined
  return {
    /** Somebody of the office is in touch with the company. */
    serve: async (company: string, home: string, on: string) =>
      contact(at, on, company, await (officer ??= enrol(at, { home }))),
    improve: (company: string, organisation: string, act: string, on: string, more: Values = {}) =>
      at.establish(
        'improvement',
        on,
        { company_id: company, organisation_id: organisation, act, ...proved, ...more },
        header(),
      ),
    increase: (company: string, on: string, [before, after]: readonly [string, string], more: Values = {}) =>
      at.establish(
        'capitalIncrease',
        on,
        {
          company_id: company,
          old_capital: before,
          new_capital: after,
          paid_in: null,
          confirmation: '企业确认函1号',
          ...proved,
          ...more,
        },
        header(),
      ),
    finance: (company: string, on: string, amount: string, more: Values = {}) =>
      at.establish(
        'financing',
        on,
        { company_id: company, amount, lender: '银行贷款', ...proved, ...more },
        header(),
      ),
    hire: (company: string, on: string, persons: number, more: Values = {}) =>
      at.establish(
        'hiring',
        on,
        { company_id: company, persons: String(persons), way: '岗位推荐', ...proved, ...more },
        header(),
      ),
    train: (place: string, on: string, title: string, more: Values = {}) =>
      at.establish(
        'training',
        on,
        {
          title,
          place_id: place,
          organiser: '街道党建办',
          venue: null,
          hours: null,
          persons: null,
          person_times: null,
          companies: null,
          evidence: '签到汇总',
          ...more,
        },
        header(),
      ),
  }
}
