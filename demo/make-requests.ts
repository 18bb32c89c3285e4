import { requestChannels, type RequestKind, requestKinds, taskRoles } from '../src/areas/enterprise/terms.ts'
import { addDays, type Day, daysBetween } from '../src/platform/values/day.ts'
import type { DemoCompany } from './make-companies.ts'
import type { DemoAct } from './make-life.ts'
import type { Row } from './make-places.ts'
import type { Random } from './random.ts'
import type { DemoTotals } from './totals.ts'

export type DemoRequests = {
  readonly departments: readonly Row[]
  readonly requests: readonly Row[]
  readonly tasks: readonly Row[]
  readonly officeHours: readonly Row[]
  readonly life: readonly DemoAct[]
}

const subjects: Readonly<Record<RequestKind, readonly string[]>> = {
  financing: ['流动资金贷款到期续贷', '首次贷款找不到担保', '设备按揭贷款'],
  upgrading: ['生产线技术改造', '申报高新技术企业', '质量体系认证'],
  hiring: ['旺季招不到一线工人', '技术岗位招聘', '实习生对接学校'],
  land: ['厂房租约到期另找场地'],
  approval: ['经营范围变更'],
  facilities: ['员工停车位不足', '公交线路绕行', '员工子女入学'],
  policy: ['社保缓缴政策'],
  other: ['周边道路积水'],
}
const threeKinds = ['financing', 'upgrading', 'hiring'] as const
const otherKinds = ['land', 'approval', 'facilities', 'policy', 'other'] as const

/** Party work, industry and commerce, and the trade union work together; another department helps where it is asked. */
const departments = [
  ['BM-01', '街道党建工作办公室', '是'],
  ['BM-02', '街道工商服务办公室', '是'],
  ['BM-03', '街道总工会', '是'],
  ['BM-04', '街道城市建设办公室', '否'],
] as const

/** For how many days those at the end have been with their department. */
const openFor = [3, 9, 20, 34] as const

/** How a request with a department goes, in days from the one on which it was received. */
type Course = {
  readonly answered?: number
  readonly paused?: readonly [from: number, to: number]
  readonly extended?: { readonly asked: number; readonly by: number }
  readonly reopened?: boolean
  readonly outcome: 'solved' | 'partly_solved' | 'explained' | 'passed_on' | null
}
const inTime: Course = { answered: 6, outcome: 'solved' }
const late: Course = { answered: 18, outcome: 'solved' }
const paused: Course = { answered: 16, paused: [3, 12], outcome: 'solved' }
const extended: Course = { answered: 13, extended: { asked: 5, by: 16 }, outcome: 'solved' }
const again: Course = { answered: 5, reopened: true, outcome: 'solved' }
const notSolved: readonly Course[] = [
  { answered: 4, outcome: 'partly_solved' },
  { answered: 6, outcome: 'explained' },
  { answered: 3, outcome: 'passed_on' },
  { answered: 6, outcome: 'explained' },
]
/** Of these the last four are still with their department when the demonstration ends. */
const courses: readonly Course[] = [
  ...Array.from({ length: 4 }, () => inTime),
  late,
  late,
  paused,
  paused,
  extended,
  again,
  ...notSolved,
  { outcome: null },
  { outcome: null },
  { outcome: null },
  { outcome: null },
]

const officeHours = {
  name: '机关作息时间（演示）',
  morning_from: '08:00',
  morning_to: '12:00',
  afternoon_from: '14:30',
  afternoon_to: '17:30',
} as const
/** Every fourth is received on paper of which nobody knows the time. */
const isTimed = (nth: number) => nth % 4 !== 3
/** Some time between 08:00 and 17:29, another for each step of each request. */
function timeOf(nth: number, step: number): string {
  const minutes = 480 + ((nth * 97 + step * 131) % 570)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What companies asked for this year: as many different ones with a problem of the three kinds solved as the totals say. */
export function makeRequests(
  totals: DemoTotals,
  served: readonly DemoCompany[],
  cadres: readonly string[],
  random: Random,
): DemoRequests {
  const { service, asOf, street } = totals
  const requests: Row[] = []
  const tasks: Row[] = []
  const life: DemoAct[] = []
  const year = asOf.slice(0, 4)
  let papers = 0
  const paper = (on: Day) => `${street.name.slice(0, 2)}演〔${on.slice(0, 4)}〕企${++papers}号`
  const receive = (company: DemoCompany, kind: RequestKind, on: Day): string => {
    const number = `${year}-${String(requests.length + 1).padStart(4, '0')}`
    requests.push({
      number,
      company_id: company.code,
      kind: requestKinds[kind].zh,
      channel: requestChannels[random.pick(['telephone', 'visit', 'visit', 'paper'] as const)].zh,
      subject: random.pick(subjects[kind]),
      begins: on,
      invented: '是',
    })
    return number
  }
  const happen = (type: 'request' | 'task', key: readonly string[], act: string, on: Day, sets: Values) =>
    life.push({
      does: 'happen',
      type: `enterprise.${type}`,
      key,
      act,
      sets: { ...nothing(type, act), ...sets },
      onDate: on,
      documentNo: paper(on),
    })

  const solvedCourses = courses.filter(({ outcome }) => outcome === 'solved').length
  const atOnce = service.solved - solvedCourses
  if (atOnce < 0 || served.length < service.solved + courses.length - solvedCourses)
    throw new RangeError('too few companies for the requests asked for')

  // Answered by whoever took it, without a department; closed two dozen at a time when companies had confirmed.
  const span = daysBetween(service.requestsFrom, asOf) - 20
  const direct = Array.from({ length: atOnce + service.second }, (_, nth) => ({
    company: served[nth % atOnce] as DemoCompany,
    on: addDays(service.requestsFrom, random.between(0, span)),
  })).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const numbered = direct.map(({ company, on }) => ({
    number: receive(company, random.pick(threeKinds), on),
    on,
  }))
  for (let at = 0; at < numbered.length; at += 24) {
    const batch = numbered.slice(at, at + 24)
    const closing = addDays(batch.at(-1)?.on as Day, 7)
    life.push({
      does: 'happen_to_many',
      type: 'enterprise.request',
      keys: batch.map(({ number }) => [number]),
      act: 'closed',
      sets: {
        outcome: 'solved',
        answer: '已协调解决并答复企业',
        confirmation: 'spoken',
        evidence: '企业电话确认',
        at: null,
      },
      onDate: closing,
      documentNo: paper(closing),
    })
  }
  // Called back on one day, those who were closed by then.
  const calling = addDays(asOf, -3)
  const closed = numbered.slice(0, -24).map(({ number }) => [number])
  for (const [satisfaction, from, to] of [
    ['satisfied', 0, 0.7],
    ['fairly', 0.7, 0.88],
    ['not_satisfied', 0.88, 0.95],
  ] as const)
    life.push({
      does: 'happen_to_many',
      type: 'enterprise.request',
      keys: closed.slice(Math.floor(from * closed.length), Math.floor(to * closed.length)),
      act: 'called_back',
      sets: { satisfaction, remark: null },
      onDate: calling,
      documentNo: paper(calling),
    })

  // With a department and its clock.
  for (const [nth, course] of courses.entries()) {
    const company = served[atOnce + nth] as DemoCompany
    const kind = course.outcome === 'solved' ? random.pick(threeKinds) : random.pick(otherKinds)
    const open = course.outcome === null
    const on = open
      ? addDays(asOf, -(openFor[nth % openFor.length] ?? 0))
      : addDays(service.requestsFrom, 20 + 4 * nth)
    const number = receive(company, kind, on)
    const [department] = departments[nth % departments.length] as (typeof departments)[number]
    tasks.push({
      request_id: number,
      department_id: department,
      role: taskRoles.lead.zh,
      holder_id: cadres[nth % cadres.length] as string,
      begins: on,
    })
    const task = [number, department]
    const at = (step: number) => (isTimed(nth) ? timeOf(nth, step) : null)
    const received = at(0)
    if (received !== null)
      life.push({
        does: 'tell_time',
        type: 'enterprise.request',
        key: [number],
        at: received,
        reason: '补登受理时刻',
        onDate: on,
        documentNo: `受理单${number}`,
      })
    // Who answers at once accepts by it.
    if (course.paused || course.extended || open)
      happen('task', task, 'accepted', addDays(on, 1), {
        holder_id: cadres[nth % cadres.length] as string,
        at: at(1),
      })
    if (course.paused) {
      happen('task', task, 'paused', addDays(on, course.paused[0]), { why: '等待企业补充材料' })
      happen('task', task, 'resumed', addDays(on, course.paused[1]), {})
    }
    if (course.extended)
      happen('task', task, 'extended', addDays(on, course.extended.asked), {
        new_due: addDays(on, course.extended.by),
        asked_on: addDays(on, course.extended.asked),
        explanation: '需要上级部门会签，已向企业说明',
      })
    if (course.answered === undefined) continue
    const answered = addDays(on, course.answered)
    happen('task', task, 'answered', answered, { answer: '已答复企业', at: at(2) })
    const close = (day: Day) =>
      happen('request', [number], 'closed', day, {
        outcome: course.outcome,
        at: at(3),
        ...(course.outcome === 'solved' ? { confirmation: 'written', evidence: '企业确认函' } : {}),
      })
    close(addDays(answered, 1))
    if (!course.reopened) continue
    happen('request', [number], 'reopened', addDays(answered, 6), {})
    happen('task', task, 'reopened', addDays(answered, 6), { why: '问题没有完全解决' })
    happen('task', task, 'answered', addDays(answered, 10), { answer: '再次协调后已解决' })
    close(addDays(answered, 11))
  }
  // The summer hours of the year, as a notice has them.
  for (const [month, from, to] of [
    ['06', '15:00', '18:00'],
    ['10', '14:30', '17:30'],
  ] as const) {
    const onDate = `${year}-${month}-01` as Day
    if (onDate > asOf) continue
    life.push({
      does: 'happen',
      type: 'enterprise.office_hours',
      key: [officeHours.name],
      act: 'changed',
      sets: { morning_from: '08:00', morning_to: '12:00', afternoon_from: from, afternoon_to: to },
      onDate,
      documentNo: `${street.name.slice(0, 2)}演〔${year}〕作息${month}号`,
    })
  }
  return {
    officeHours: [{ ...officeHours, begins: `${year}-01-01` }],
    departments: departments.map(([code, name, joint]) => ({
      code,
      name,
      joint,
      begins: service.since,
      invented: '是',
    })),
    requests,
    tasks,
    life,
  }
}

type Values = Readonly<Record<string, string | null>>

/** What an act asks for and the demonstration leaves empty. */
function nothing(type: 'request' | 'task', act: string): Values {
  if (type === 'request' && act === 'closed')
    return { answer: null, confirmation: null, evidence: null, at: null }
  if (type === 'task' && act === 'accepted') return { at: null }
  if (type === 'task' && act === 'answered') return { at: null }
  if (type === 'task' && act === 'reopened') return { holder_id: null }
  return {}
}
