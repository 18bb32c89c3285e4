import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { recordsProcedures } from '../../platform/records/procedures.ts'
import { revealsAnHour } from '../../platform/rpc/server/reveal-limit.ts'
import { requestOf } from './testing/caller.ts'
import { day } from '../../platform/values/day.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

const type = 'people.person'
const may = ['records.see', 'records.reveal', 'people.see']
let at: PeopleOffice
let street: TestStreet
let person: string
let procedures: ReturnType<typeof recordsProcedures>
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
  procedures = recordsProcedures(at.records)
  person = await register(at, '2015-01-01', { branch: street.branches[0] }, { name: '甲' })
  await at.correct('person', person, undefined, { phone: '13812345678' })
})
afterAll(() => at.close())

const events = async () =>
  (await eventsOf(at.database, 1)).filter(({ kind }) => kind === 'reveal' || kind === 'refused')
const ask = (more: object = {}, permissions = may, place: string | null = null) =>
  call(
    procedures.reveal,
    { type, id: person, field: 'phone', reason: '通知开会', ...more },
    requestOf(at.database, 'clerk', permissions, place),
  )
const codeOf = async (act: Promise<unknown>) =>
  await act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )

test('a value is revealed alone, and one event says who saw which value of whom and why', async () => {
  const before = await events()
  expect(await ask()).toEqual({ value: '13812345678' })
  const [event, ...more] = (await events()).slice(before.length)
  expect(more).toEqual([])
  expect(event).toMatchObject({
    kind: 'reveal',
    actor_id: 'clerk',
    subject_type: type,
    subject_id: person,
    reason: '通知开会',
    details: { field: 'phone' },
  })
  expect(JSON.stringify(event)).not.toContain('13812345678')
})

test('without the permission, without a reason, out of sight or of what is not masked nothing is revealed', async () => {
  const before = (await events()).filter(({ kind }) => kind === 'reveal').length
  expect(await codeOf(ask({}, ['records.see', 'people.see']))).toBe('FORBIDDEN')
  expect(await codeOf(ask({}, ['records.see', 'records.reveal']))).toBe('FORBIDDEN')
  expect(await codeOf(ask({ reason: ' ' }))).toBe('INVALID')
  expect(await codeOf(ask({}, may, street.communities[1]))).toBe('NOT_FOUND')
  expect(await codeOf(ask({ field: 'name' }))).toBe('INVALID')
  expect((await events()).filter(({ kind }) => kind === 'reveal').length).toBe(before)
})

test('what is not recorded, or was erased, cannot be revealed, as it was known then neither', async () => {
  const erased = await register(at, '2015-01-01', { branch: street.branches[0] }, { name: '乙' })
  expect(await codeOf(ask({ id: erased }))).toBe('NOT_FOUND')
  await at.correct('person', erased, undefined, { phone: '13700000000' })
  const knownAt = String((await at.load('person', erased))?.version)
  expect(await ask({ id: erased, knownAt })).toEqual({ value: '13700000000' })
  await at.erase('person', erased)
  expect(await codeOf(ask({ id: erased }))).toBe('NOT_FOUND')
  expect(await codeOf(ask({ id: erased, knownAt }))).toBe('NOT_FOUND')
})

test('the whole of a telephone number finds who has it, a part of it nobody; one event says who was looked up, and not by which number', async () => {
  const found = async (find: string, permissions = may, place: string | null = null) => {
    const { groups } = await call(
      procedures.search,
      { find, asOf: day('2018-07-29') },
      requestOf(at.database, 'clerk', permissions, place),
    )
    return groups.flatMap(({ records }) => records.map(({ id }) => id))
  }
  const before = (await events()).length
  for (const part of ['1381234567', '12345678', '3812345678', '13812345679'])
    expect([part, await found(part)]).toEqual([part, []])
  expect(await found('13812345678', ['records.see', 'people.see'])).toEqual([])
  expect(await found('13812345678', may, street.communities[1])).toEqual([])
  expect((await events()).length).toBe(before)
  for (const whole of ['13812345678', '138-1234 5678', '１３８１２３４５６７８'])
    expect([whole, await found(whole)]).toEqual([whole, [person]])
  const told = (await events()).slice(before)
  expect(told).toHaveLength(3)
  expect(told[0]).toMatchObject({
    kind: 'reveal',
    actor_id: 'clerk',
    subject_id: person,
    details: { field: 'phone' },
  })
  expect(JSON.stringify(told)).not.toContain('5678')
})

test('of many at once an account sees no more in clear than the hour allows, also after a restart, and each refusal is an event', async () => {
  const request = (database = at.database, who = 'greedy') => requestOf(database, who, may)
  const input = { type, id: person, field: 'phone', reason: '通知开会' }
  const before = (await events()).length
  const codes = await Promise.all(
    Array.from({ length: revealsAnHour + 5 }, () => codeOf(call(procedures.reveal, input, request()))),
  )
  expect(codes.filter((code) => code === 'done')).toHaveLength(revealsAnHour)
  expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(5)
  const refused = (await events()).slice(before).filter(({ kind }) => kind === 'refused')
  expect(refused.map(({ details }) => details)).toEqual(Array(5).fill({ reveals: revealsAnHour }))
  // A program that knows nothing of it reads the chain.
  await expect(call(procedures.reveal, input, request({ ...at.database }))).rejects.toMatchObject({
    code: 'TOO_MANY',
    data: { details: { minutes: expect.any(Number) } },
  })
  expect(await codeOf(call(procedures.reveal, input, request(at.database, 'another')))).toBe('done')
})

test('who searched by whole numbers may still see values in clear, also after a restart', async () => {
  const request = (database = at.database) => requestOf(database, 'seeker', may)
  const input = { type, id: person, field: 'phone', reason: '通知开会' }
  const find = { find: '13812345678', asOf: day('2018-07-29') }
  for (let nth = 0; nth < revealsAnHour; nth += 1) await call(procedures.search, find, request())
  const told = (await events()).filter(({ kind, actor_id: who }) => kind === 'reveal' && who === 'seeker')
  expect(told).toHaveLength(revealsAnHour)
  expect(await codeOf(call(procedures.reveal, input, request({ ...at.database })))).toBe('done')
})
