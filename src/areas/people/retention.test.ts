import { setImmediate } from 'node:timers/promises'
import { call } from '@orpc/server'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { verify } from '../../platform/audit/verify.ts'
import { erasuresIn } from '../../platform/backup/erasure-journal.ts'
import { Erasing } from '../../platform/personal/retention/erasing.ts'
import { retentionProcedures } from '../../platform/personal/retention/procedures.ts'
import { RetentionWatch } from '../../platform/personal/retention/watch.ts'
import { newId } from '../../platform/db/id.ts'
import { performMerge } from '../../platform/records/merge/perform-merge.ts'
import { previewMerge } from '../../platform/records/merge/preview-merge.ts'
import { clerk } from '../../platform/testing/office.ts'
import { addDays, addMonths, type Day, day, today } from '../../platform/values/day.ts'
import { organisationArea } from '../organisation/index.ts'
import { peoplePurposes } from './purposes.ts'
import { requestOf } from './testing/caller.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { employ, foundStreet, register, type TestStreet, takeUp } from './testing/street.ts'

const type = 'people.person'
const purposes = [...(organisationArea.purposes ?? []), ...peoplePurposes]
const sees = ['retention.see', 'people.see', 'organisation.see']
const officer = [...sees, 'retention.prepare', 'people.answer_requests']
const second = [...sees, 'retention.agree']
let at: PeopleOffice
let street: TestStreet
let erasing: Erasing
let watch: RetentionWatch
let procedures: ReturnType<typeof retentionProcedures>
let admin: Client
const reported: unknown[] = []

beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
  erasing = new Erasing(at.records, purposes, (error) => reported.push(error))
  watch = new RetentionWatch(at.records, purposes, 1, (error) => reported.push(error))
  procedures = retentionProcedures({ records: at.records, purposes, erasing, watch })
  admin = new Client(at.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await watch.close()
  await admin.end()
  await at.close()
})

const as = (who: string, may: readonly string[], place: string | null = null) =>
  requestOf(at.database, who, may, place)
const codeOf = async (act: Promise<unknown>) =>
  await act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
const overview = () => call(procedures.overview, undefined, as('officer', officer))
const dueIds = async (of = type) =>
  (await overview()).types.find((one) => one.type === of)?.records.map(({ id }) => id) ?? []
const setPeriod = (purpose: string, months: number | null) =>
  call(procedures.setPeriod, { purpose, months, basis: '街道档案管理办法第十条' }, as('officer', officer))
const propose = (ids: readonly string[], who = 'officer') =>
  call(procedures.propose, { records: ids.map((id) => ({ type, id })) }, as(who, officer))
const decide = (id: string, agreed = true, who = 'second', reason: string | null = null) =>
  call(procedures.decide, { id, agreed, reason }, as(who, second))
const batchOf = (id: string) => call(procedures.batch, { id }, as('officer', officer))
const nameOf = async (id: string) => (await at.load('person', id))?.header['name']

/** Somebody whose membership ended. */
async function former(endedOn: string): Promise<string> {
  const id = await register(at, '2010-01-01', { branch: street.branches[0] })
  await at.happen('person', id, 'membership_ended', endedOn, {
    branch_id: null,
    category: null,
    home_id: null,
    ending: 'transferred_out',
  })
  return id
}

test('without a period nothing falls due, and a period that is taken back is none', async () => {
  const id = await former('2015-03-01')
  expect(await dueIds()).not.toContain(id)
  await setPeriod('people.register', 60)
  expect(await dueIds()).toContain(id)
  await setPeriod('people.register', null)
  expect(await dueIds()).not.toContain(id)
  const told = (await eventsOf(at.database, 1)).filter(({ subject_id: on }) => on === 'people.register')
  expect(told.map(({ kind, reason }) => [kind, reason])).toEqual(
    Array(2).fill(['act', '街道档案管理办法第十条']),
  )
  const { purposes: shown } = await overview()
  expect(shown.find((one) => one.id === 'people.register')?.periods.map(({ months }) => months)).toEqual([
    null,
    60,
  ])
  expect(await codeOf(setPeriod('people.nothing', 1))).toBe('NOT_FOUND')
  const inOnePlace = call(
    procedures.setPeriod,
    { purpose: 'people.register', months: 1, basis: '规定' },
    as('officer', officer, street.communities[0]),
  )
  expect(await codeOf(inOnePlace)).toBe('FORBIDDEN')
})

test('what is proposed is erased when another agrees: figures stay, the chain verifies, the journal knows', async () => {
  await setPeriod('people.register', 60)
  const [id, spared, employed] = [
    await former('2015-03-01'),
    await former('2015-03-01'),
    await former('2015-03-01'),
  ]
  // Another purpose still needs this one, whatever the register says.
  await employ(at, '2016-01-01', employed, street.communities[0], 'social_worker')
  expect(await dueIds()).toEqual(expect.arrayContaining([id, spared]))
  expect(await dueIds()).not.toContain(employed)
  const before = (await eventsOf(at.database, 1)).length

  const { id: batch, mayDecide } = await propose([id, spared])
  expect(mayDecide).toBe(false)
  expect(await codeOf(propose([id]))).toBe('CONFLICT')
  expect(await codeOf(decide(batch, true, 'officer'))).toBe('FORBIDDEN')
  // Comes back before the second person agrees; the other one after that would be too late.
  await at.happen('person', spared, 'transferred_in', '2016-05-01', {
    branch_id: street.branches[1],
    category: 'full',
  })
  const figures = await everyFigure()
  await decide(batch)
  await erasing.settled()

  expect([await nameOf(id), await nameOf(spared)]).toEqual([null, expect.any(String)])
  const { batch: done, records } = await batchOf(batch)
  expect([done.state, done.counts]).toEqual(['done', { waiting: 0, erased: 1, kept: 1, failed: 0 }])
  expect(Object.fromEntries(records.map((one) => [one.id, one.state]))).toEqual({
    [id]: 'erased',
    [spared]: 'kept',
  })
  expect(await everyFigure()).toEqual(figures)
  expect(Object.values(figures).filter((value) => value !== null && value !== '0').length).toBeGreaterThan(5)
  const told = (await eventsOf(at.database, 1)).slice(before)
  expect(told.map(({ kind, actor_id: who, details }) => [kind, who, details?.['change'] ?? null])).toEqual([
    ['act', 'officer', null],
    ['refused', 'officer', null],
    ['change', 'test-clerk', 'event'],
    ['act', 'second', null],
    ['change', 'second', 'erasure'],
  ])
  expect((await verify(at.database, 1, [])).faults).toEqual([])
  const journal = await erasuresIn(admin)
  expect(journal.filter((entry) => [id, spared].includes(entry.record)).map((entry) => entry.record)).toEqual(
    [id],
  )
})

/** Every figure of every kind on some days. */
async function everyFigure(): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const asOf of ['2014-06-30', '2020-01-01'] as Day[])
    for (const figure of at.figures.byId.keys()) {
      const { value, absent } = await at.value({
        figure,
        asOf,
        period: { from: day('2014-01-01'), through: asOf },
      })
      values[`${figure} ${asOf}`] = value ?? absent?.code ?? null
    }
  return values
}

test('a stop leaves the rest waiting; going on judges each once more, so who came back meanwhile is not erased', async () => {
  const ids = [await former('2015-03-01'), await former('2015-03-01')].sort()
  const { id: batch } = await propose(ids)
  const stop = () => call(procedures.stop, { id: batch }, as('officer', officer))
  const proceed = () => call(procedures.proceed, { id: batch }, as('officer', officer))
  expect([await codeOf(stop()), await codeOf(proceed())]).toEqual(['CONFLICT', 'CONFLICT'])
  // Whoever holds the office's head lets the first erasure wait until the stop has been asked for.
  await admin.query('begin; select from platform.office for no key update')
  await decide(batch)
  expect((await batchOf(batch)).batch.state).toBe('erasing')
  expect(await codeOf(proceed())).toBe('CONFLICT')
  const stopped = stop()
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await admin.query(waits)).rowCount === 0) await setImmediate()
  await admin.query('commit')
  expect([(await stopped).state, (await stopped).counts]).toEqual([
    'stopped',
    { waiting: 1, erased: 1, kept: 0, failed: 0 },
  ])
  const [first, last] = ids as [string, string]
  await at.happen('person', last, 'transferred_in', '2016-05-01', {
    branch_id: street.branches[1],
    category: 'full',
  })
  await proceed()
  await erasing.settled()
  expect([await nameOf(first), await nameOf(last)]).toEqual([null, expect.any(String)])
  expect((await batchOf(batch)).batch.counts).toEqual({ waiting: 0, erased: 1, kept: 1, failed: 0 })
})

test('what is held back is not due until its day is over or the hold is lifted, each with its reason', async () => {
  const id = await former('2015-03-01')
  const hold = (until: string, of = id) =>
    call(procedures.hold, { type, id: of, reason: '复议未结', until: day(until) }, as('officer', officer))
  expect(await codeOf(hold(addDays(today(), -1)))).toBe('INVALID')
  const { id: batch } = await propose([id])
  const { id: held } = await hold(today())
  expect(await dueIds()).not.toContain(id)
  expect((await overview()).held.map((one) => [one.record.id, one.reason, one.until])).toEqual([
    [id, '复议未结', today()],
  ])
  // A hold that comes after the proposal counts as well.
  expect(await codeOf(decide(batch))).toBe('CONFLICT')
  const lift = () => call(procedures.lift, { id: held, reason: '复议已结' }, as('officer', officer))
  await lift()
  expect(await codeOf(lift())).toBe('NOT_FOUND')
  expect(await dueIds()).toContain(id)
  await hold(today())
  await admin.query('update platform.retention_hold set until = until - 1 where lifted_at is null')
  expect(await dueIds()).toContain(id)
  await decide(batch, false, 'second', '再等一年')
})

test('a refusal says why; a proposal that nobody decided on is over after 14 days, and its records can be proposed again', async () => {
  const id = await former('2015-03-01')
  const first = await propose([id])
  expect(await codeOf(decide(first.id, false))).toBe('INVALID')
  expect((await decide(first.id, false, 'second', '核对后再提')).state).toBe('refused')
  const batch = await propose([id])
  await admin.query(
    "update platform.retention_batch set proposed_at = now() - interval '15 days' where id = $1",
    [batch.id],
  )
  expect((await batchOf(batch.id)).batch.state).toBe('over')
  expect(await codeOf(decide(batch.id))).toBe('CONFLICT')
  expect((await propose([id])).state).toBe('waiting')
  expect(await nameOf(id)).not.toBeNull()
})

test('the database itself lets nobody agree alone, and nothing be erased in a batch that was not agreed to', async () => {
  const { id } = await propose([await former('2015-03-01')])
  const own = `update platform.retention_batch set decision = 'agreed', decided_by = proposed_by, decided_at = now() where id = $1`
  await expect(admin.query(own, [id])).rejects.toMatchObject({ code: '23514' })
  const erased = `update platform.retention_item set state = 'erased', change_no = 1 where batch_id = $1`
  await expect(admin.query(erased, [id])).rejects.toMatchObject({ code: '23514' })
})

test('organisations and answered requests fall due by their own clocks', async () => {
  const organisation = await at.establish(
    'organisation',
    '2010-01-01',
    {
      name: '旧支部',
      kind: '631',
      founded_in: 'unit',
      seat_id: street.communities[0],
      parent_id: street.committees[0],
      unit_id: null,
    },
    { code: 'ZZ-90', contact_name: '联系人', contact_phone: '13812345678' },
  )
  const asked = await at.establish(
    'dataRequest',
    '2015-01-01',
    { due_on: '2015-01-31' },
    { code: 'GR-90', asker: '示例', request: 'access' },
  )
  for (const purpose of ['organisation.contacts', 'people.requests']) await setPeriod(purpose, 36)
  const both = async () => [
    await dueIds('organisation.party_organisation'),
    await dueIds('people.data_request'),
  ]
  expect(await both()).toEqual([[], []])
  await at.happen('dataRequest', asked, 'answered', '2015-01-20', { outcome: 'granted', reply: '当面交付' })
  await at.happen('organisation', organisation, 'dissolved', '2016-01-01')
  expect(await both()).toEqual([[organisation], [asked]])
  // An organisation without a contact, now or ever, holds nothing to erase.
  const bare = await at.establish(
    'organisation',
    '2010-01-01',
    {
      name: '无联系人支部',
      kind: '631',
      founded_in: 'unit',
      seat_id: street.communities[0],
      parent_id: street.committees[0],
      unit_id: null,
    },
    { code: 'ZZ-91' },
  )
  await at.happen('organisation', bare, 'dissolved', '2016-01-01')
  await at.correct('organisation', organisation, undefined, { contact_name: null, contact_phone: null })
  expect(await both()).toEqual([[organisation], [asked]])
  const batch = await call(
    procedures.propose,
    { records: [], allOf: ['organisation.party_organisation'] },
    as('officer', officer),
  )
  await decide(batch.id)
  await erasing.settled()
  expect(await both()).toEqual([[], [asked]])
})

test('who sees one place sees what is due there alone, and is told of the rest as of what is not there', async () => {
  const [near, far] = [
    await register(at, '2010-01-01', { home: street.communities[0] }),
    await register(at, '2010-01-01', { home: street.communities[1] }),
  ]
  await setPeriod('people.posts', 60)
  for (const id of [near, far]) await at.happen('person', id, 'closed', '2015-01-01', { closing: 'left' })
  const here = as('officer', officer, street.communities[0])
  const { types } = await call(procedures.overview, undefined, here)
  expect(types.find((one) => one.type === type)?.records.map(({ id }) => id)).toEqual([near])
  const bodies = [far, '00000000-0000-4000-8000-000000000000'].map((id) =>
    call(procedures.propose, { records: [{ type, id }] }, here).catch((error: unknown) =>
      JSON.stringify(error).replaceAll(id, 'id'),
    ),
  )
  const [outside, absent] = await Promise.all(bodies)
  expect(outside).toEqual(absent)
  const { id } = await call(procedures.propose, { records: [], allOf: [type] }, here)
  const elsewhere = as('second', second, street.communities[1])
  expect(await codeOf(call(procedures.decide, { id, agreed: true, reason: null }, elsewhere))).toBe(
    'NOT_FOUND',
  )
  expect(
    await codeOf(
      call(
        procedures.decide,
        { id, agreed: true, reason: null },
        as('second', second, street.communities[0]),
      ),
    ),
  ).toBe('done')
  await erasing.settled()
  expect([await nameOf(near), await nameOf(far)]).toEqual([null, expect.any(String)])
})

test('the search of the night finds and reminds, once a night, and erases nothing', async () => {
  const id = await former('2015-03-01')
  watch.look(new Date('2030-01-01T17:59:00Z'))
  await watch.settled()
  expect(watch.found?.records.map((one) => one.id)).not.toContain(id)
  watch.look(new Date('2030-01-01T18:01:00Z'))
  await watch.settled()
  expect(watch.found?.records).toContainEqual({ type, id })
  const reminder = await call(procedures.reminder, undefined, as('officer', officer))
  expect(reminder).toMatchObject({
    foundAt: '2030-01-01T18:01:00.000Z',
    due: (await dueIds()).length + (await dueIds('people.data_request')).length,
  })
  expect(await nameOf(id)).not.toBeNull()
})

type Life = {
  readonly member: boolean
  readonly memberUntil: number | null
  readonly post: readonly [from: number, until: number | null] | null
  readonly partyPost: readonly [from: number, until: number | null] | null
  readonly closedOn: number | null
}
const month = (count: number): Day => addMonths(day('2010-01-01'), count)
const span = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.option(fc.integer({ min: 61, max: 180 })))
const lives: fc.Arbitrary<Life> = fc.record({
  member: fc.boolean(),
  memberUntil: fc.option(fc.integer({ min: 61, max: 180 })),
  post: fc.option(span),
  partyPost: fc.option(span),
  closedOn: fc.option(fc.constant(190)),
})

/** Said anew from what was recorded, without the tables. */
function isDue(life: Life, periods: Readonly<Record<string, number | null>>): boolean {
  const end = life.closedOn === null ? null : month(life.closedOn)
  const until = (months: number | null) => (months === null ? null : month(months))
  const membership = life.member ? [until(life.memberUntil) ?? end] : []
  const register = [...membership, ...(life.partyPost ? [until(life.partyPost[1])] : [])]
  const posts = [...(life.member ? [] : [end]), ...(life.post ? [until(life.post[1])] : [])]
  return Object.entries({ 'people.register': register, 'people.posts': posts }).every(([purpose, ends]) => {
    if (ends.length === 0) return true
    const months = periods[purpose] ?? null
    if (months === null) return false
    return ends.every((one) => one !== null && addMonths(one, months) <= today())
  })
}

test('what is due is what a naive recount of every life finds', async () => {
  const made: { id: string; life: Life }[] = []
  await fc.assert(
    fc.asyncProperty(
      lives,
      fc.record({ 'people.register': fc.option(fc.nat(200)), 'people.posts': fc.option(fc.nat(200)) }),
      async (life, periods) => {
        const where = life.member ? { branch: street.branches[0] } : { home: street.communities[0] }
        const id = await register(at, '2010-01-01', where)
        if (life.post) {
          const post = await employ(at, month(life.post[0]), id, street.communities[0], 'social_worker')
          if (life.post[1] !== null)
            await at.happen('communityPost', post, 'ended', month(life.post[1]), { cause: 'resigned' })
        }
        if (life.partyPost) {
          const post = await takeUp(at, month(life.partyPost[0]), id, street.branches[0])
          if (life.partyPost[1] !== null)
            await at.happen('partyPost', post, 'ended', month(life.partyPost[1]), { cause: 'resigned' })
        }
        if (life.member && life.memberUntil !== null)
          await at.happen('person', id, 'membership_ended', month(life.memberUntil), {
            branch_id: null,
            category: null,
            home_id: null,
            ending: 'transferred_out',
          })
        const closes = life.closedOn !== null && life.post?.[1] !== null && life.partyPost?.[1] !== null
        const whole = { ...life, closedOn: closes ? life.closedOn : null }
        if (closes) await at.happen('person', id, 'closed', month(190), { closing: 'left' })
        made.push({ id, life: whole })
        for (const [purpose, months] of Object.entries(periods)) await setPeriod(purpose, months)
        const due = new Set(await dueIds())
        expect(made.filter((one) => due.has(one.id)).map((one) => one.id)).toEqual(
          made.filter((one) => isDue(one.life, periods)).map((one) => one.id),
        )
      },
    ),
    { numRuns: 20 },
  )
})

test('a hold outlasts a merge: the record that goes on is held back with the versions of the one given up', async () => {
  await setPeriod('people.register', 60)
  const [given, kept] = [await former('2015-03-01'), await former('2015-03-01')]
  await call(procedures.hold, { type, id: given, reason: '复议未结', until: today() }, as('officer', officer))
  expect(await dueIds()).toContain(kept)
  const asking = { scope: at.whole, actor: clerk }
  const input = {
    type,
    reason: '同一人重复登记',
    overrides: [],
    kept: { id: kept, version: await at.versionOf('person', kept) },
    given: { id: given, version: await at.versionOf('person', given) },
    take: [],
  }
  const { seen } = await previewMerge(at.records, at.figures, asking, { ...input, asOf: today() })
  await performMerge(at.records, asking, { ...input, seen, idempotencyKey: newId() })
  expect(await dueIds()).not.toContain(kept)
})

test('a record that was altered past the system fails alone, and the rest is erased', async () => {
  await setPeriod('people.register', 60)
  const ids = [await former('2015-03-01'), await former('2015-03-01'), await former('2015-03-01')].sort()
  const [first, forged, last] = ids as [string, string, string]
  await admin.query(
    `begin; set local session_replication_role = 'replica'; update people.person set name = '他人' where id = '${forged}'; commit`,
  )
  const { id: batch } = await propose(ids)
  await decide(batch)
  await erasing.settled()
  expect(reported.splice(0)).toMatchObject([{ code: 'CONFLICT', data: { id: forged } }])
  expect([await nameOf(first), await nameOf(forged), await nameOf(last)]).toEqual([null, '他人', null])
  expect((await batchOf(batch)).batch).toMatchObject({
    state: 'done',
    counts: { waiting: 0, erased: 2, kept: 0, failed: 1 },
  })
})

test('nothing failed in the background', async () => {
  await Promise.all([erasing.settled(), watch.settled()])
  expect(reported).toEqual([])
})
