import { call } from '@orpc/server'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '../../platform/audit/list-events.ts'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { silent, verify } from '../../platform/audit/verify.ts'
import { makeDataKey } from '../../platform/cipher/data-keys.ts'
import { openAsOwner } from '../../platform/db/database.ts'
import { newId } from '../../platform/db/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { read } from '../../platform/db/transaction.ts'
import { listApart } from '../../platform/records/apart/list-apart.ts'
import { apartProcedures } from '../../platform/records/apart/procedures.ts'
import { takeBackApart, tellApart } from '../../platform/records/apart/tell-apart.ts'
import { alikeRecords } from '../../platform/records/merge/alike-records.ts'
import { previewMerge } from '../../platform/records/merge/preview-merge.ts'
import { changesOf } from '../../platform/records/view.ts'
import { clerk } from '../../platform/testing/office.ts'
import { personType } from './records.ts'
import { requestOf } from './testing/caller.ts'
import { toldOf } from '../../platform/testing/told-of.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

const type = personType.id
let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

let named = 0
type Pair = readonly [string, string]
/** Two members of one name and month of birth, in two communities. */
async function twoOfOneName(): Promise<Pair> {
  const name = `同名${(named += 1)}`
  const one = (branch: 0 | 2) => register(at, '2015-01-01', { branch: street.branches[branch] }, { name })
  return [await one(0), await one(2)]
}
const asking = (scope: Scope = at.whole) => ({ scope, actor: clerk })
const seen = async (id: string) => ({ id, version: await at.versionOf('person', id) })
const tell = async ([first, second]: Pair, scope = at.whole) =>
  await tellApart(at.records, asking(scope), {
    type,
    first: await seen(first),
    second: await seen(second),
    reason: '核对身份证件，是两个人',
    idempotencyKey: newId(),
  })
const takeBack = async (change: string, scope = at.whole) =>
  await takeBackApart(at.records, asking(scope), {
    type,
    change,
    reason: '认定有误',
    idempotencyKey: newId(),
  })
const listed = async ([one, other]: Pair) => {
  const wanted = [one, other].toSorted().join()
  let cursor: string | undefined
  do {
    const page = await alikeRecords(at.records, at.whole, { type, limit: 100, cursor })
    if (page.pairs.some(({ first, second }) => [first.id, second.id].toSorted().join() === wanted))
      return true
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return false
}
const found = async (id: string, known: bigint | null = null) =>
  (await toldOf(at, id, '2018-06-30', { known })).includes('R-S1-06-SAME-PERSON warn')
/** The list of likely ones and the finding on either say the same. */
async function asked(pair: Pair): Promise<boolean> {
  const [list, ...findings] = [await listed(pair), await found(pair[0]), await found(pair[1])]
  expect(findings).toEqual([list, list])
  return list
}

test('two that were said to be two rest, come back when it is taken back, and no record was touched', async () => {
  const pair = await twoOfOneName()
  const versions = [await at.versionOf('person', pair[0]), await at.versionOf('person', pair[1])]
  expect(await asked(pair)).toBe(true)
  const before = (await eventsOf(at.database, 1)).length
  const { change } = await tell(pair)
  expect(await asked(pair)).toBe(false)
  await takeBack(change)
  expect(await asked(pair)).toBe(true)
  expect([await at.versionOf('person', pair[0]), await at.versionOf('person', pair[1])]).toEqual(versions)
  const events = (await eventsOf(at.database, 1)).slice(before)
  expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['change', '核对身份证件，是两个人'],
    ['change', '认定有误'],
  ])
  expect((await verify(at.database, 1, [], silent)).faults).toEqual([])
})

test('it stands in the history of both, and the audit finds it from either', async () => {
  const pair = await twoOfOneName()
  const { change } = await tell(pair)
  const back = await takeBack(change)
  const words = {
    database: at.database,
    types: at.engine.types,
    subjects: new Map(),
    exportsReaching: () => [],
    roles: {},
  }
  for (const id of pair) {
    const changes = await read<unknown, string[]>(at.database, at.whole, async (reader) =>
      (await changesOf(reader, personType, id)).map(({ change_no: number }) => String(number)),
    )
    expect(changes.slice(0, 2)).toEqual([back.change, change])
    const events = await listEvents(words, 1, { subject: id }, { limit: 10 })
    expect(events.slice(0, 2).map((event) => event.change)).toEqual([back.change, change])
  }
})

test('whatever of name, birth and telephone is corrected in either, it is asked again exactly while they are alike and changed', async () => {
  const step = fc.record({
    whom: fc.nat({ max: 1 }),
    to: fc.constantFrom<Record<string, string | null>>(
      { phone: 'a number' },
      { phone: null },
      { birth: '1981-02' },
      { birth: '1980-05' },
      { sex: '2' },
      { sex: '1' },
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const pair = await twoOfOneName()
      const values = [
        { phone: null, birth: '1980-05', sex: '1' },
        { phone: null, birth: '1980-05', sex: '1' },
      ] as Record<string, string | null>[]
      const then = structuredClone(values)
      await tell(pair)
      // Of this pair alone: whoever shares it with a third is asked about that one.
      const number = `138${String(named).padStart(8, '0')}`
      for (const { whom, to: drawn } of steps) {
        const to = drawn['phone'] === 'a number' ? { phone: number } : drawn
        const [key] = Object.keys(to) as [string]
        const own = values[whom] as Record<string, string | null>
        if (own[key] === to[key]) continue
        await at.correct('person', pair[whom] as string, undefined, to)
        own[key] = to[key] as string | null
        const [one, other] = values as [Record<string, string | null>, Record<string, string | null>]
        const same =
          one['birth'] === other['birth'] || (one['phone'] !== null && one['phone'] === other['phone'])
        const compared = (of: typeof values) => of.map(({ phone, birth }) => `${phone} ${birth}`).join()
        const changed = compared(values) !== compared(then)
        expect(await asked(pair)).toBe(same && changed)
      }
    }),
    { numRuns: 8 },
  )
})

test('it rests as well when they are saved again after another data key', async () => {
  const pair = await twoOfOneName()
  for (const id of pair) await at.correct('person', id, undefined, { phone: '13833334444' })
  await tell(pair)
  const owner = openAsOwner(at.database, at.database.admin, at.database.admin.database as string)
  const connection = await owner.pool.connect()
  await makeDataKey(connection, at.database.keys, 'aes-256-gcm')
  connection.release()
  await owner.close()
  for (const id of pair) await at.correct('person', id, undefined, { sex: '2' })
  expect(await asked(pair)).toBe(false)
  await at.correct('person', pair[0], undefined, { phone: '13855556666' })
  expect(await asked(pair)).toBe(true)
  await at.correct('person', pair[0], undefined, { phone: '13833334444' })
  expect(await asked(pair)).toBe(false)
})

test('it is said once while it holds, and anew when it does not; to take back the last is to take back all', async () => {
  const pair = await twoOfOneName()
  const first = await tell(pair)
  await expect(tell([pair[1], pair[0]])).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { change: first.change },
  })
  await at.correct('person', pair[0], undefined, { phone: '13811112222' })
  const again = await tell(pair)
  const { pairs } = await listApart(at.records, at.whole, { type, limit: 10 })
  expect(
    pairs.filter(({ first: { id }, second }) => pair.includes(id) || pair.includes(second.id)),
  ).toMatchObject([{ change: { change: again.change, reason: '核对身份证件，是两个人' }, holds: true }])
  await takeBack(again.change)
  await at.correct('person', pair[0], undefined, { phone: null })
  expect(await asked(pair)).toBe(true)
  await expect(takeBack(again.change)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('only who sees both says it, sees it and takes it back; a stale version and one record twice are refused', async () => {
  const pair = await twoOfOneName()
  const within: Scope = { office: 1, places: [street.communities[0]] }
  await expect(tell(pair, within)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { change } = await tell(pair)
  await expect(takeBack(change, within)).rejects.toMatchObject({ code: 'NOT_FOUND', data: { change } })
  const { pairs } = await listApart(at.records, within, { type, limit: 10 })
  expect(pairs.map((one) => one.change.change)).not.toContain(change)
  await expect(tell([pair[0], pair[0]])).rejects.toMatchObject({ code: 'INVALID' })
  const stale = { type, first: { id: pair[0], version: '1' }, second: await seen(pair[1]) }
  const input = { ...stale, reason: '核对', idempotencyKey: newId() }
  await expect(tellApart(at.records, asking(), input)).rejects.toMatchObject({ code: 'STALE' })
  const mayNot = requestOf(at.database, 'reader', ['records.see', 'people.see'])
  await expect(call(apartProcedures(at.records).tell, input, mayNot)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('two that were said to be two are not merged until that is taken back', async () => {
  const [kept, given] = await twoOfOneName()
  const { change } = await tell([kept, given])
  const preview = async () =>
    await previewMerge(at.records, at.figures, asking(), {
      type,
      reason: '同一人',
      overrides: [],
      kept: await seen(kept),
      given: await seen(given),
      take: [],
    })
  expect((await preview()).hindrances.map(({ message }) => message.zh)).toEqual([
    expect.stringContaining(`变更号 ${change}`),
  ])
  await takeBack(change)
  expect((await preview()).hindrances).toEqual([])
})

test('as it was known before it was said, the finding stands', async () => {
  const pair = await twoOfOneName()
  const known = await at.head()
  await tell(pair)
  expect(await found(pair[0])).toBe(false)
  expect(await found(pair[0], known)).toBe(true)
})
