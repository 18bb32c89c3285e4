import { afterAll, beforeAll, expect, test } from 'vitest'
import { refused } from './testing/refused.ts'
import { openRequestOffice, type RequestOffice } from './testing/request-desk.ts'

let desk: RequestOffice
beforeAll(async () => {
  desk = await openRequestOffice()
})
afterAll(() => desk.at.close())

const piecesOf = async (type: 'request' | 'task', id: string) => {
  const { rows } = await desk.at.database.query(desk.at.whole, {
    name: `pieces_${type}`,
    text: `select valid_from::text, valid_to::text, stage, place_id = $2::uuid from enterprise.${type}_spell where office_id = 1 and record_id = $1::uuid order by 1`,
    values: [id, desk.communities[0]],
  })
  return rows.map((row) => row.join(' '))
}

test('a request goes from its receipt to the call-back and is taken up again; its stage follows from its events', async () => {
  const { at, receive, assign, answer, close } = desk
  const request = await receive(desk.companies[0], '2018-05-07')
  const returned = await assign(request, desk.departments.party, '2018-05-07')
  await at.happen('task', returned, 'objected', '2018-05-08', { why: '不属于本部门' })
  await at.happen('task', returned, 'upheld', '2018-05-08')
  const lead = await assign(request, desk.departments.industry, '2018-05-08')
  const assist = await assign(request, desk.departments.union, '2018-05-08', 'assist')
  await at.happen('task', lead, 'accepted', '2018-05-08', { at: '09:30' })
  await answer(assist, '2018-05-10')
  await answer(lead, '2018-05-16')
  await close(request, '2018-05-16')
  await at.happen('request', request, 'called_back', '2018-05-18', { satisfaction: 'not_satisfied' })
  await at.happen('request', request, 'reopened', '2018-05-18')
  await at.happen('task', lead, 'reopened', '2018-05-18', { why: '企业不满意' })
  expect(await piecesOf('request', request)).toEqual([
    '2018-05-07 2018-05-16 open t',
    '2018-05-16 2018-05-18 closed t',
    '2018-05-18  open t',
  ])
  expect(await piecesOf('task', returned)).toEqual([
    '2018-05-07 2018-05-08 assigned t',
    '2018-05-08  returned t',
  ])
  expect(await piecesOf('task', lead)).toEqual([
    '2018-05-08 2018-05-16 accepted t',
    '2018-05-16 2018-05-18 answered t',
    '2018-05-18  assigned t',
  ])
})

test('one day sees a request received, answered and closed', async () => {
  const { receive, assign, answer, close } = desk
  const request = await receive(desk.companies[0], '2018-06-04')
  const lead = await assign(request, desk.departments.party, '2018-06-04')
  await answer(lead, '2018-06-04')
  await close(request, '2018-06-04')
  expect(await piecesOf('request', request)).toEqual(['2018-06-04  closed t'])
  expect(await piecesOf('task', lead)).toEqual(['2018-06-04  answered t'])
})

test('what cannot follow is refused in clear words, and nothing is written', async () => {
  const { at, receive, assign, close } = desk
  const request = await receive(desk.companies[0], '2018-07-02')
  const said = async (act: () => Promise<unknown>) => (await refused(act)).words
  expect(await said(() => close(request, '2018-07-03'))).toContain('R-S8-01')
  const lead = await assign(request, desk.departments.party, '2018-07-02')
  expect(await said(() => close(request, '2018-07-03'))).toContain('主办部门还没有答复')
  expect(await said(() => assign(request, desk.departments.union, '2018-07-03'))).toContain('已有主办部门')
  expect(await said(() => assign(request, desk.departments.party, '2018-07-03', 'assist'))).toContain('已有')
  expect(await said(() => at.happen('task', lead, 'resumed', '2018-07-03'))).toContain('不能登记“恢复计时”')
  expect(await said(() => at.happen('task', lead, 'objected', '2018-07-03'))).toContain('请填写“原因”')
  expect(
    await said(() => at.happen('task', lead, 'answered', '2018-07-03', { answer: '好', at: '25:00' })),
  ).toContain('25:00')
  expect(
    await said(() =>
      at.happen('request', request, 'called_back', '2018-07-03', { satisfaction: 'satisfied' }),
    ),
  ).toContain('不能登记“回访”')
  await desk.answer(lead, '2018-07-03')
  expect(
    await said(() => at.happen('request', request, 'closed', '2018-07-03', { outcome: 'solved' })),
  ).toContain('R-S8-02')
  expect(await said(() => at.happen('request', request, 'closed', '2018-07-03'))).toContain(
    '请填写“办理结果”',
  )
  await close(request, '2018-07-04')
  expect(await said(() => at.happen('task', lead, 'reopened', '2018-07-05', { why: '再办' }))).toContain(
    '已于2018-07-04办结',
  )
  // A correction that would take the answer away from under the closing.
  const answered = (await at.load('task', lead))?.events.at(-1)?.id as string
  expect(await said(() => at.correct('task', lead, { id: answered, sets: {}, neverWas: true }))).toContain(
    'R-S8-01',
  )
  expect((await at.load('request', request))?.events).toHaveLength(2)
})

test('a request lies where its company lies, and keeps lying there after the company moved', async () => {
  const { at, receive } = desk
  const [first, second] = desk.communities
  const company = desk.companies[1]
  const request = await receive(company, '2018-08-06')
  await at.happen('company', company, 'moved', '2018-08-10', { place_id: first })
  expect(await piecesOf('request', request)).toEqual(['2018-08-06 2018-08-10 open f', '2018-08-10  open t'])
  await at.happen('company', company, 'moved', '2018-08-20', { place_id: second })
  // A company may leave the list: its requests are past and keep nothing.
  await at.happen('company', company, 'left', '2018-09-01', { leaving: 'moved_out' })
})
