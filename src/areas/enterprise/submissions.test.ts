import { randomUUID } from 'node:crypto'
import { call } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '../../platform/db/transaction.ts'
import { text } from '../../platform/text.ts'
import { today } from '../../platform/values/day.ts'
import { makeCreditCode } from '../../platform/values/credit-code.ts'
import { publicRequestsProcedures } from './procedures/public-requests.ts'
import { requestProcedures } from './procedures/request-procedures.ts'
import { waitingSubmissions } from './queries/submissions.ts'
import { refused } from './testing/refused.ts'
import { openRequestOffice, type RequestOffice } from './testing/request-desk.ts'
import { seeing } from './testing/seeing.ts'

const secret = new Uint8Array(32).fill(3)
const listed = makeCreditCode('9', '1', '350206', 'MA000001')
const unknown = makeCreditCode('9', '1', '350206', 'MA000009')
let desk: RequestOffice
let open: ReturnType<typeof publicRequestsProcedures>
let inside: ReturnType<typeof requestProcedures>

beforeAll(async () => {
  desk = await openRequestOffice()
  const { records } = desk.at
  open = publicRequestsProcedures(records, 1, secret, async () => text('测试街道', 'Test street'))
  inside = requestProcedures(records)
})
afterAll(() => desk.at.close())

/** Somebody at the public pages, from an address of their own. */
let addresses = 0
const anybody = (ip = `10.1.0.${(addresses += 1)}`) => ({
  context: {
    request: { id: '1', headers: {}, ip },
    caller: null,
    database: desk.at.database,
    log: pino({ level: 'silent' }),
    setCookie: () => undefined,
  },
})
const sent = {
  creditCode: listed as string,
  companyName: '示例一公司',
  kind: 'financing' as const,
  subject: '贷款到期续贷',
  content: '流动资金贷款下月到期，希望协调续贷。\n谢谢',
  askerName: '张某',
  askerPhone: '000-12345678',
}
const submit = async (more: Partial<typeof sent> = {}, key: string = randomUUID(), from = anybody()) =>
  await call(open.submit, { ...sent, ...more, idempotencyKey: key }, from)
const look = async (code: string) => await call(open.look, { code }, anybody())
const clerk = (place: string | null = null) => seeing(desk.at, place, 'clerk')
/** What the desk's list has for whoever works in these places. */
const waiting = async (places: 'all' | readonly string[] = 'all') =>
  await read(desk.at.database, { office: 1, places }, (reader) => waitingSubmissions(reader, today()))
const idOf = async (number: string) =>
  (await waiting()).submissions.find((one) => one.number === number)?.id ?? ''
const takeUp = async (id: string, number: string, as = clerk()) =>
  await call(inside.takeUp, { id, number, kind: 'financing' as const, idempotencyKey: randomUUID() }, as)

test('what a company sends waits at the desk, and its code tells so and nothing of who asks', async () => {
  const { number, code, submittedOn } = await submit()
  expect(submittedOn).toBe(today())
  expect(code.startsWith(`${number}-`)).toBe(true)
  const standing = await look(code.toLowerCase().replaceAll('-', ' '))
  expect(standing).toEqual({
    number,
    submittedOn,
    companyName: '示例一公司',
    kind: 'financing',
    subject: '贷款到期续贷',
    stage: 'waiting',
    declined: null,
    request: null,
  })
  const { submissions, total } = await waiting()
  expect(total).toBe(submissions.length)
  expect(submissions.at(-1)).toMatchObject({ number, company: '示例一公司', creditCode: listed, submittedOn })
  const view = await call(inside.submission, { id: await idOf(number) }, clerk())
  expect(view).toMatchObject({
    content: sent.content,
    unit: { name: '示例一公司' },
    mayTakeUp: true,
    request: null,
  })
  expect(JSON.stringify(view)).not.toMatch(/张某|12345678/)
})

test('the same sent again after a lost answer is one, with the same code; another content under its key is refused', async () => {
  const key = randomUUID()
  const first = await submit({}, key)
  expect(await submit({}, key)).toEqual(first)
  await expect(submit({ subject: '另一件' }, key)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('sent again after midnight it is what was sent before it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-20T23:59:30+08:00') })
  try {
    const key = randomUUID()
    const before = await submit({}, key)
    vi.setSystemTime(new Date('2026-11-21T00:00:30+08:00'))
    expect(await submit({}, key)).toEqual(before)
    expect(before.submittedOn).toBe('2026-11-20')
  } finally {
    vi.useRealTimers()
  }
})

test('it becomes one request, received when it was sent, with who asks; the code follows it to its answer and outcome', async () => {
  const { at, assign, answer, departments } = desk
  const { number, code, submittedOn } = await submit()
  const id = await idOf(number)
  const { id: request } = await takeUp(id, 'S-1')
  const [stored] = (await at.load('request', request))?.events ?? []
  expect(stored).toMatchObject({ kind: 'received', onDate: submittedOn })
  expect((await at.load('request', request))?.header).toMatchObject({
    number: 'S-1',
    channel: 'public_form',
    submission_id: id,
    asker_name: '张某',
    asker_phone: '000-12345678',
  })
  expect(await idOf(number)).toBe('')
  expect(await look(code)).toMatchObject({ stage: 'received', request: { number: 'S-1', department: null } })
  const lead = await assign(request, departments.party, today())
  const inWork = await look(code)
  expect(inWork).toMatchObject({
    stage: 'in_work',
    request: { department: '党建办', answered: null, closed: null },
  })
  expect(inWork.request?.due?.day).toMatch(/^\d{4}-\d\d-\d\d$/)
  await answer(lead, today())
  expect(await look(code)).toMatchObject({
    stage: 'answered',
    request: { due: null, answered: { on: today(), answer: '已经办理' } },
  })
  await at.happen('request', request, 'closed', today(), { outcome: 'explained', answer: '按政策解释如下' })
  expect(await look(code)).toMatchObject({
    stage: 'closed',
    request: { answered: { answer: '按政策解释如下' }, closed: { outcome: 'explained', on: today() } },
  })
})

test('it is taken up once, by whoever is first, and the same sent again is answered again', async () => {
  const { number } = await submit()
  const id = await idOf(number)
  const asked = { id, number: 'S-2', kind: 'hiring' as const, idempotencyKey: randomUUID() }
  const first = await call(inside.takeUp, asked, clerk())
  expect(await call(inside.takeUp, asked, clerk())).toEqual(first)
  await expect(takeUp(id, 'S-3')).rejects.toMatchObject({ code: 'CONFLICT' })
  const decline = async () => await desk.at.happen('submission', id, 'declined', today(), { why: '不属于' })
  expect((await refused(decline)).words).toContain('S-2')
})

test('what is declined says why to the company, is not taken up, and may be reconsidered', async () => {
  const { number, code } = await submit({ subject: '跨省事项' })
  const id = await idOf(number)
  const noWhy = async () => await desk.at.happen('submission', id, 'declined', today(), {})
  expect((await refused(noWhy)).words).toContain('给企业的说明')
  await desk.at.happen('submission', id, 'declined', today(), { why: '请向注册地街道反映。' })
  expect(await look(code)).toMatchObject({
    stage: 'declined',
    declined: { on: today(), why: '请向注册地街道反映。' },
  })
  expect(await idOf(number)).toBe('')
  await expect(takeUp(id, 'S-4')).rejects.toMatchObject({ code: 'CONFLICT' })
  await desk.at.happen('submission', id, 'reconsidered', today())
  expect(await look(code)).toMatchObject({ stage: 'waiting', declined: null })
  await takeUp(id, 'S-4')
})

test('a company that the office does not serve is told to the desk, and no request is made for it before it is listed', async () => {
  const { number } = await submit({ creditCode: unknown, companyName: '外地公司' })
  const id = await idOf(number)
  expect(await call(inside.submission, { id }, clerk())).toMatchObject({
    unit: null,
    served: null,
    mayTakeUp: false,
  })
  await expect(takeUp(id, 'S-5')).rejects.toMatchObject({ code: 'CONFLICT' })
  const unit = await desk.at.establish(
    'legalPerson',
    '2010-01-01',
    { name: '外来公司', address: null, state: 'operating' },
    { credit_code: unknown, kind: 'non_public' },
  )
  await desk.at.establish('company', today(), {
    unit_id: unit,
    place_id: desk.communities[0],
    industry: 'internet',
    business: null,
    employees: null,
    members_said: null,
  })
  expect(await call(inside.submission, { id }, clerk())).toMatchObject({ served: { name: '外来公司' } })
  await takeUp(id, 'S-5')
})

test('what is sent lies with the street: a community sees none of it and takes nothing up', async () => {
  const { number } = await submit()
  const id = await idOf(number)
  const community = clerk(desk.communities[0])
  expect(await waiting([desk.communities[0]])).toEqual({ submissions: [], total: 0 })
  for (const act of [() => call(inside.submission, { id }, community), () => takeUp(id, 'S-6', community)])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(takeUp(id, 'S-6', seeing(desk.at, null))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test.each([
  ['creditCode', { creditCode: '91350206MA0000001' }],
  ['companyName', { companyName: ' \u200b ' }],
  ['subject', { subject: '' }],
  ['content', { content: '\n\t' }],
  ['askerPhone', { askerPhone: 'call me' }],
])('a wrong %s is told under its field, and nothing is kept', async (field, wrong) => {
  const before = await desk.at.head()
  await expect(submit(wrong)).rejects.toMatchObject({ code: 'INVALID', data: { details: { field } } })
  expect(await desk.at.head()).toBe(before)
})

test('signs that are none do not come in, and lines stay lines', async () => {
  const { number } = await submit({ subject: '标\u0000题\u202e 甲', content: '一\r\n二\u0007' })
  const view = await call(inside.submission, { id: await idOf(number) }, clerk())
  expect([view.subject, view.content]).toEqual(['标 题 甲', '一\n二'])
})

test('a code that opens nothing is answered the same whatever is wrong with it', async () => {
  const { code } = await submit()
  const other = publicRequestsProcedures(desk.at.records, 1, new Uint8Array(32), async () => text('街', 'S'))
  const answers = await Promise.all(
    ['', 'WS', `${code}0`, code.replace(/.$/, (sign) => (sign === '0' ? '2' : '0'))].map((wrong) =>
      look(wrong).catch((error: unknown) => error),
    ),
  )
  answers.push(await call(other.look, { code }, anybody()).catch((error: unknown) => error))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' })
})

test('one address sends ten an hour, and is told when it may again', async () => {
  const from = anybody('10.9.9.9')
  for (let sending = 0; sending < 10; sending += 1) await submit({}, randomUUID(), from)
  await expect(submit({}, randomUUID(), from)).rejects.toMatchObject({
    code: 'TOO_MANY',
    data: { details: { minutes: expect.any(Number) as number } },
  })
})

test('sending is one change in nobody’s name, from where it came', async () => {
  const { at } = desk
  await submit({}, randomUUID(), anybody('10.8.8.8'))
  const { rows } = await at.database.query(at.whole, {
    name: 'last_event',
    text: `select kind, actor_id, address, details ->> 'change' from platform.audit_event where office_id = 1 order by event_no desc limit 1`,
    values: [],
  })
  expect(rows).toEqual([['change', 'public', '10.8.8.8', 'event']])
})
