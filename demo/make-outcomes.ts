import { improvementActs } from '../src/areas/enterprise/terms.ts'
import { addDays, type Day, daysBetween } from '../src/platform/values/day.ts'
import type { DemoCompanies, DemoCompany } from './make-companies.ts'
import type { Row } from './make-places.ts'
import { type Random, randomFrom } from './random.ts'
import type { DemoTotals } from './totals.ts'

export type DemoOutcomes = {
  readonly improvements: readonly Row[]
  readonly capitalIncreases: readonly Row[]
  readonly financings: readonly Row[]
  readonly hirings: readonly Row[]
  readonly trainings: readonly Row[]
  /** What was done for those companies before. */
  readonly contacts: readonly Row[]
}

const trainingTitles = [
  '非公企业党务工作培训班',
  '惠企政策宣讲会',
  '用工和劳动关系讲座',
  '技术改造申报辅导',
] as const
const invented = { invented: '是' }

/** What came of the service this year: each result after somebody had been there. */
export function makeOutcomes(
  totals: DemoTotals,
  companies: DemoCompanies,
  pairings: readonly Row[],
): DemoOutcomes {
  const random = randomFrom(totals.seed + 4)
  const { service, asOf, outcomes } = totals
  const first = service.since
  const last = daysBetween(first, asOf)
  const person = pairings[0]?.['person_id'] as string
  const contacts: Row[] = []
  const served = ({ code }: DemoCompany, on: Day) =>
    contacts.push({
      code: `LX-C${String(contacts.length + 1).padStart(3, '0')}`,
      company_id: code,
      person_id: person,
      way: '走访',
      topic: '了解需要协助的事项',
      begins: addDays(on, -random.between(3, 8)),
      ...invented,
    })
  const later = () => addDays(first, random.between(12, Math.max(12, last - 5)))
  const some = random.shuffled(companies.all.filter((company) => company.invented))
  const number = (kind: string, nth: number) => `${kind}-${String(nth + 1).padStart(3, '0')}`
  const results = (kind: string, count: number, from: number, more: (random: Random) => Row): Row[] =>
    some.slice(from, from + count).map((company, nth) => {
      const begins = later()
      served(company, begins)
      return {
        code: number(kind, nth),
        company_id: company.code,
        served: '上门了解需求并协调对接',
        evidence: '企业确认单',
        begins,
        ...more(random),
        ...invented,
      }
    })
  const improvements = companies.improved.map(({ company, branch, founded }, nth) => {
    served(company, founded)
    return {
      code: number('YH', nth),
      company_id: company.code,
      organisation_id: branch,
      act: improvementActs.founded.zh,
      served: '指导发展党员、筹备成立大会',
      evidence: '成立批复',
      begins: founded,
      ...invented,
    }
  })
  const capitalIncreases = increaseOf(totals, companies, some, served)
  return {
    improvements,
    capitalIncreases,
    financings: results('RZ', outcomes.financings, 1, (draw) => ({
      amount: String(draw.between(3, 60) * 100_000),
      lender: '本地银行',
    })),
    hirings: results('YG', outcomes.hirings, 1 + outcomes.financings, (draw) => ({
      persons: String(draw.between(3, 30)),
      way: '对接院校和招聘平台',
    })),
    trainings: Array.from({ length: outcomes.trainings }, (_, nth) => {
      const persons = random.between(25, 60)
      return {
        code: number('PX', nth),
        title: trainingTitles[nth % trainingTitles.length] as string,
        place_id: totals.street.code,
        organiser: '街道党建工作办公室',
        venue: '街道会议室',
        hours: String(random.between(2, 8)),
        persons: String(persons),
        person_times: String(persons + random.between(0, 40)),
        companies: String(random.between(10, 24)),
        evidence: '签到汇总和通知',
        begins: addDays(outcomes.trainingsFrom, nth * 30),
        ...invented,
      }
    }),
    contacts,
  }
}

/** Of the company that the report names, what it states: by how much. It tells neither the capital before nor a paper. */
function increaseOf(
  { outcomes: { capitalIncrease } }: DemoTotals,
  { all }: DemoCompanies,
  some: readonly DemoCompany[],
  served: (company: DemoCompany, on: Day) => void,
): Row[] {
  const { company: name, yuan, on } = capitalIncrease
  const company = name === null ? some[0] : all.find((one) => one.name === name)
  if (!company) throw new RangeError(`no company ${name ?? ''} for the increase of capital`)
  served(company, on)
  const reported = name !== null
  const before = reported ? 0n : 50_000_000n
  return [
    {
      code: 'ZZ-001',
      company_id: company.code,
      old_capital: String(before),
      new_capital: String(before + BigInt(yuan)),
      served: reported ? '协助企业增资（报道只载增加额，原注册资本记为零）' : '讲解变更登记办法并协调窗口',
      confirmation: reported ? '演示数据：以报道所述为准' : '企业确认函',
      evidence: reported ? '2018年7月29日报道' : '变更登记通知书',
      begins: on,
      invented: reported ? '否' : '是',
    },
  ]
}
