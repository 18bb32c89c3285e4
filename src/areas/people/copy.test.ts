import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { copyProcedures } from '../../platform/records/copy/procedures.ts'
import { recordsProcedures } from '../../platform/records/procedures.ts'
import { requestOf } from './testing/caller.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, takeUp, type TestStreet } from './testing/street.ts'

const type = 'people.person'
const may = ['records.see', 'records.copy', 'records.reveal', 'people.see']
let at: PeopleOffice
let street: TestStreet
let person: string
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
  person = await register(
    at,
    '2015-01-01',
    { branch: street.branches[0] },
    { name: '本人', joined_on: '2003-05-06' },
  )
  await at.correct('person', person, undefined, { phone: '13812345678' })
  await takeUp(at, '2016-01-01', person, street.branches[0])
  await register(at, '2015-01-01', { branch: street.branches[0] }, { name: '别人' })
})
afterAll(() => at.close())

const copy = (permissions = may, place: string | null = null, reason = '本人持证件到场') =>
  call(
    copyProcedures(at.records, () => [type]).copy,
    { type, id: person, reason },
    requestOf(at.database, 'desk', permissions, place),
  )
const codeOf = async (act: Promise<unknown>) =>
  await act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )

test('a copy holds everything in clear, what names the person, and who saw what and why; nobody else is in it', async () => {
  await call(
    recordsProcedures(at.records).reveal,
    { type, id: person, field: 'phone', reason: '通知开会' },
    requestOf(at.database, 'curious', may),
  )
  const before = (await eventsOf(at.database, 1)).length
  const { record, related, looks } = await copy()
  const fixed = Object.fromEntries(record.fixed.map(({ label, value }) => [label.zh, value.zh]))
  expect(fixed).toMatchObject({
    姓名: '本人',
    联系电话: '13812345678',
    出生年月: '1980-05',
    入党日期: '2003-05-06',
  })
  expect(record.events.map(({ label }) => label.zh)).toEqual(['登记'])
  expect(related.map(({ label }) => label.zh)).toEqual(['党内职务'])
  expect(looks.map(({ by, field, reason }) => [by, field?.zh, reason])).toEqual([
    ['测试curious', '联系电话', '通知开会'],
    ['测试经办人', undefined, '核对原始文件'],
    ['测试经办人', undefined, null],
  ])
  expect(JSON.stringify({ record, related })).not.toContain('别人')
  const told = (await eventsOf(at.database, 1)).slice(before)
  expect(told.map(({ kind, subject_id: whose, reason }) => [kind, whose, reason])).toEqual([
    ['reveal', person, '本人持证件到场'],
  ])
  expect((await copy()).looks[0]).toMatchObject({ by: '测试desk', field: null, reason: '本人持证件到场' })
})

test('without the permission, out of sight or without a reason there is no copy; what the caller may not see is not in it', async () => {
  expect(await codeOf(copy(['records.see', 'people.see']))).toBe('FORBIDDEN')
  expect(await codeOf(copy(['records.copy']))).toBe('FORBIDDEN')
  expect(await codeOf(copy(may, street.communities[1]))).toBe('NOT_FOUND')
  expect(await codeOf(copy(may, null, ' '))).toBe('INVALID')
})

test('after an erasure a copy holds no personal value any more', async () => {
  const erased = await register(at, '2015-01-01', { branch: street.branches[2] }, { name: '已删' })
  await at.correct('person', erased, undefined, { phone: '13711112222' })
  await at.erase('person', erased)
  const answer = await call(
    copyProcedures(at.records, () => [type]).copy,
    { type, id: erased, reason: '复核' },
    requestOf(at.database, 'desk', may),
  )
  const told = JSON.stringify(answer)
  expect(['已删', '13711112222', '1980-05', '2001-07-01'].filter((value) => told.includes(value))).toEqual([])
})
