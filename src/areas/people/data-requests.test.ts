import { afterAll, beforeAll, expect, test } from 'vitest'
import { viewRecord } from '../../platform/records/view.ts'
import { day } from '../../platform/values/day.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register } from './testing/street.ts'

let at: PeopleOffice
let person: string
beforeAll(async () => {
  at = await openPeopleOffice()
  const street = await foundStreet(at)
  person = await register(at, '2015-01-01', { branch: street.branches[0] })
})
afterAll(() => at.close())

let nth = 0
const receive = (on: string, due_on: string) =>
  at.establish(
    'dataRequest',
    on,
    { due_on },
    {
      code: `GR-${(nth += 1)}`,
      asker: '示例一（本人）',
      person_id: person,
      request: 'deletion',
    },
  )
const lateOn = async (id: string, asOf: string) =>
  (
    await viewRecord(
      at.records,
      at.whole,
      { type: 'people.data_request', id, asOf: day(asOf), known: null },
      { record: true, correct: true },
    )
  ).findings
    .filter(({ rule }) => rule === 'R-PIPL-50-DUE')
    .map(({ message }) => message.zh)

test('a request is late from the day after its term until it is answered; an extension moves the term', async () => {
  const id = await receive('2025-03-01', '2025-03-31')
  expect(await lateOn(id, '2025-03-31')).toEqual([])
  expect(await lateOn(id, '2025-04-01')).toEqual([expect.stringContaining('2025-03-31')])
  await at.happen('dataRequest', id, 'extended', '2025-03-20', { due_on: '2025-04-15' })
  expect(await lateOn(id, '2025-04-15')).toEqual([])
  expect(await lateOn(id, '2025-05-01')).toEqual([expect.stringContaining('2025-04-15')])
  await at.happen('dataRequest', id, 'answered', '2025-05-01', { outcome: 'granted', reply: '当面交付副本' })
  expect(await lateOn(id, '2025-05-01')).toEqual([])
  expect(await lateOn(id, '2025-04-20')).toHaveLength(1)
})

test('an answer says what became of the request, in words', async () => {
  const id = await receive('2025-03-01', '2025-03-31')
  const answer = (sets: Record<string, string>) =>
    at.happen('dataRequest', id, 'answered', '2025-03-02', sets)
  for (const unsaid of [{ outcome: 'refused' }, { reply: '已办' }])
    await expect(answer(unsaid as Record<string, string>)).rejects.toMatchObject({ code: 'RULE' })
  await expect(answer({ outcome: 'refused', reply: ' ' })).rejects.toMatchObject({
    code: 'INVALID',
    data: { field: 'reply' },
  })
  await answer({ outcome: 'refused', reply: '法律规定的保存期限未到' })
  expect((await at.load('dataRequest', id))?.events.at(-1)?.sets).toEqual({
    outcome: 'refused',
    reply: '法律规定的保存期限未到',
  })
})

test('the erasure that is asked for leaves the request and empties the person; its own empties the asker', async () => {
  const id = await receive('2025-03-01', '2025-03-31')
  await at.erase('person', person)
  expect((await at.load('dataRequest', id))?.header['person_id']).toBe(person)
  await at.erase('dataRequest', id)
  expect((await at.load('dataRequest', id))?.header).toMatchObject({ asker: null, request: 'deletion' })
})
