import { call } from '@orpc/server'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendEvent } from '../../platform/audit/append-event.ts'
import { fromMachine } from '../../platform/audit/origin.ts'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { silent, verify } from '../../platform/audit/verify.ts'
import { newId } from '../../platform/db/id.ts'
import { copyProcedures } from '../../platform/records/copy/procedures.ts'
import { performMerge } from '../../platform/records/merge/perform-merge.ts'
import { previewMerge } from '../../platform/records/merge/preview-merge.ts'
import { recordsProcedures } from '../../platform/records/procedures.ts'
import { versionsProcedures } from '../../platform/records/versions/procedures.ts'
import { asAdmin } from '../../platform/testing/box.ts'
import { clerk } from '../../platform/testing/office.ts'
import { requestOf } from './testing/caller.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

const type = 'people.person'
const may = ['records.see', 'records.copy', 'records.reveal', 'people.see', 'organisation.see']
let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

let named = 0
const enter = () =>
  register(at, '2015-01-01', { branch: street.branches[0] }, { name: `某人${(named += 1)}` })
const open = (who: string, id: string, of = type, place: string | null = null) =>
  call(recordsProcedures(at.records).get, { type: of, id }, requestOf(at.database, who, may, place))
const looks = (id: string, exports: readonly string[] = [type], of = type) =>
  call(copyProcedures(at.records, () => exports).looks, { type: of, id }, requestOf(at.database, 'desk', may))
const views = async () =>
  (await eventsOf(at.database, 1)).flatMap(({ kind, actor_id: who, subject_id: whose, reason }) =>
    kind === 'view' ? [{ who, whose, reason }] : [],
  )

test('whoever opens a person, however often and many at once, is kept once a day for each account and person', async () => {
  const step = fc.record({ who: fc.constantFrom('a', 'b', 'c'), whom: fc.nat({ max: 2 }) })
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 1, maxLength: 12 }),
    fc.boolean(),
    async (steps, atOnce) => {
      const persons = [await enter(), await enter(), await enter()]
      const before = (await views()).length
      const acts = steps.map(
        ({ who, whom }) =>
          async () =>
            await open(who, persons[whom] as string),
      )
      if (atOnce) await Promise.all(acts.map((act) => act()))
      else for (const act of acts) await act()
      const kept = (await views()).slice(before).map(({ who, whose }) => `${who} ${whose}`)
      const expected = new Set(steps.map(({ who, whom }) => `${who} ${persons[whom]}`))
      expect(kept).toHaveLength(expected.size)
      expect(new Set(kept)).toEqual(expected)
    },
  )
  await fc.assert(property, { numRuns: 8 })
  expect((await verify(at.database, 1, [], silent)).faults).toEqual([])
})

test('on the next day it is kept again: what counts is the day of the office', async () => {
  const person = await enter()
  await open('early', person)
  await asAdmin(
    at.database,
    `begin; set local session_replication_role = 'replica';
     update platform.audit_event set happened_at = date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
       - interval '1 second' where kind = 'view' and subject_id = '${person}'; commit`,
  )
  await open('early', person)
  await open('early', person)
  expect((await views()).filter(({ whose }) => whose === person)).toHaveLength(2)
})

test('a record that identifies nobody, one out of sight and a list are no look at anybody', async () => {
  const person = await enter()
  const before = await views()
  await open('a', street.branches[0], 'organisation.party_organisation')
  await expect(open('a', person, type, street.communities[1])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await call(recordsProcedures(at.records).list, { type }, requestOf(at.database, 'a', may))
  expect(await views()).toEqual(before)
  await expect(looks(street.branches[0], [], 'organisation.party_organisation')).rejects.toMatchObject({
    code: 'INVALID',
  })
  await expect(looks('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('to compare two versions of a person is to look at them', async () => {
  const person = await enter()
  await at.correct('person', person, undefined, { name: '改名' })
  const [newest, first] = (await open('a', person)).changes
  const versions = versionsProcedures(at.records)
  const asked = { type, id: person, before: first?.change ?? '', after: newest?.change ?? '' }
  await call(versions.compare, asked, requestOf(at.database, 'compares', may))
  expect((await views()).filter(({ whose }) => whose === person).map(({ who }) => who)).toEqual([
    'a',
    'compares',
  ])
})

test('who answers requests is told who opened, saw, wrote and exported, and no value; of a merged one of both', async () => {
  const [kept, given] = [await enter(), await enter()]
  const exported = (subject: object) =>
    appendEvent(at.database.pool, 1, {
      ...fromMachine({ id: 'out', name: '导出人' }, 'export'),
      kind: 'export',
      subject: subject as { type: string },
    })
  await at.correct('person', given, undefined, { phone: '13812345678' })
  await open('opener', given)
  await call(
    recordsProcedures(at.records).reveal,
    { type, id: given, field: 'phone', reason: '通知开会' },
    requestOf(at.database, 'curious', may),
  )
  await exported({ type: 'people.people' })
  await exported({ type: 'people.party_posts' })
  const two = {
    type,
    reason: '同一人重复登记',
    overrides: [],
    kept: { id: kept, version: await at.versionOf('person', kept) },
    given: { id: given, version: await at.versionOf('person', given) },
    take: ['phone'],
  }
  const { seen } = await previewMerge(at.records, at.figures, { scope: at.whole, actor: clerk }, two)
  await performMerge(at.records, { scope: at.whole, actor: clerk }, { ...two, seen, idempotencyKey: newId() })
  const told = await looks(kept, [type, 'people.people'])
  const count = (kind: string) => told.looks.filter((look) => look.kind === kind).length
  expect(told.looks.filter(({ kind }) => kind !== 'change')).toMatchObject([
    { kind: 'export', by: '导出人', field: null },
    { kind: 'reveal', by: '测试curious', field: { zh: '联系电话' }, reason: '通知开会' },
    { kind: 'view', by: '测试opener', field: null },
  ])
  expect(count('change')).toBeGreaterThanOrEqual(3)
  expect(JSON.stringify(told)).not.toContain('13812345678')
})

test('an export before somebody was entered is none of theirs', async () => {
  const event = { ...fromMachine({ id: 'out', name: '导出人' }, 'export'), kind: 'export' as const }
  await appendEvent(at.database.pool, 1, { ...event, subject: { type: 'people.people' } })
  const person = await enter()
  expect((await looks(person, ['people.people'])).looks.map(({ kind }) => kind)).toEqual(['change'])
  await appendEvent(at.database.pool, 1, { ...event, subject: { type: 'people.people' } })
  expect((await looks(person, ['people.people'])).looks.map(({ kind }) => kind)).toEqual(['export', 'change'])
})
