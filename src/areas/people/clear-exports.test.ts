import { call } from '@orpc/server'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../platform/audit/testing/stored-events.ts'
import { clearExportsContract } from '../../platform/ledgers/clear/contract.ts'
import { clearExports } from '../../platform/ledgers/clear/procedures.ts'
import type { LedgersCaller } from '../../platform/ledgers/ledgers-parts.ts'
import { readSheets } from '../../platform/ledgers/read-sheets.ts'
import { callerOf, type GuardedContext } from '../../platform/rpc/server/context.ts'
import { implementer } from '../../platform/rpc/server/implementer.ts'
import { requestOf } from './testing/caller.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register } from './testing/street.ts'

const asks = ['ledgers.export_clear', 'people.see', 'organisation.see']
const agrees = ['ledgers.agree_export']
let at: PeopleOffice
let person: string
let procedures: ReturnType<typeof served>

function served(office: PeopleOffice) {
  const os = implementer(clearExportsContract)
  const does = clearExports(
    { database: office.database, engine: office.engine, ledgers: office.ledgers },
    async ({ scope }) => {
      const head = await office.database.query(scope, {
        name: 'head',
        text: 'select head from platform.office where office_id = $1::int',
        values: [String(scope.office)],
      })
      return { node: null, asOf: null, known: null, knownAt: String(head.rows[0]?.[0]) }
    },
  )
  const caller = (context: GuardedContext): LedgersCaller => {
    const { id, name, permissions } = callerOf(context)
    return {
      scope: context.scope,
      actor: { id, name },
      office: { zh: '测试街道', en: 'Test' },
      request: context.request.id,
      may: (permission) => permissions.has(permission),
    }
  }
  return {
    ask: os.ask.handler(({ context, input }) => does.ask(caller(context), input)),
    own: os.own.handler(({ context }) => does.own(caller(context))),
    toDecide: os.toDecide.handler(({ context }) => does.toDecide(caller(context))),
    decide: os.decide.handler(({ context, input }) => does.decide(caller(context), input)),
    take: os.take.handler(({ context, input }) => does.take(caller(context), input.id)),
  }
}

beforeAll(async () => {
  at = await openPeopleOffice()
  const street = await foundStreet(at)
  person = await register(at, '2015-01-01', { branch: street.branches[0] }, { name: '甲' })
  await at.correct('person', person, undefined, { phone: '13812345678' })
  procedures = served(at)
})
afterAll(() => at.close())

const as = (who: string, permissions = asks) => requestOf(at.database, who, permissions)
const ask = (ledger = 'people.people', who = 'asker') =>
  call(procedures.ask, { ledger, reason: '换届审查' }, as(who))
const decide = (id: string, agreed: boolean, reason: string | null = null, who = 'second') =>
  call(procedures.decide, { id, agreed, reason }, as(who, agrees))
const take = (id: string, who = 'asker') => call(procedures.take, { id }, as(who))
const codeOf = async (act: Promise<unknown>) =>
  await act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

test('sensitive values leave once, after another person agreed, with one event for each step', async () => {
  const before = (await eventsOf(at.database, 1)).length
  const asked = await ask()
  expect([asked.state, asked.secondPerson, asked.rows]).toEqual(['waiting', true, 1])
  expect(asked.fields.map(({ zh }) => zh)).toEqual(['出生年月', '入党日期', '联系电话'])
  expect(await codeOf(take(asked.id))).toBe('CONFLICT')
  expect(await codeOf(decide(asked.id, true, null, 'asker'))).toBe('FORBIDDEN')
  expect((await decide(asked.id, true)).state).toBe('ready')
  expect(await codeOf(decide(asked.id, false, '不妥'))).toBe('CONFLICT')
  expect(await codeOf(take(asked.id, 'another'))).toBe('NOT_FOUND')

  // What is recorded after the asking is in the next export.
  await at.correct('person', person, undefined, { phone: '13999999999' })
  const file = await take(asked.id)
  const sheets = JSON.stringify(await readSheets({ name: 'a.xlsx', bytes: await bytesOf(file) }))
  expect([sheets.includes('13812345678'), sheets.includes('13999999999')]).toEqual([true, false])
  expect(await codeOf(take(asked.id))).toBe('CONFLICT')

  const told = (await eventsOf(at.database, 1)).slice(before)
  expect(told.map(({ kind, actor_id: who, reason }) => [kind, who, reason])).toEqual([
    ['act', 'asker', '换届审查'],
    ['refused', 'asker', null],
    ['act', 'second', null],
    ['change', 'test-clerk', '核对原始文件'],
    ['export', 'asker', null],
  ])
  expect(told.filter(({ kind }) => kind !== 'change').map((event) => event.subject_id)).toEqual(
    Array(4).fill(asked.id),
  )
  const own = await call(procedures.own, undefined, as('asker'))
  expect(own.exports.map(({ id, state }) => [id, state])).toEqual([[asked.id, 'taken']])
})

test('a refusal says why and nothing leaves; nobody sees the requests of others as their own', async () => {
  const { id } = await ask()
  expect(await codeOf(decide(id, false))).toBe('INVALID')
  const refused = await decide(id, false, '用途不明')
  expect([refused.state, refused.decided?.reason]).toEqual(['refused', '用途不明'])
  expect(await codeOf(take(id))).toBe('CONFLICT')
  expect((await call(procedures.own, undefined, as('another'))).exports).toEqual([])
  const listed = (await call(procedures.toDecide, undefined, as('second', agrees))).exports
  expect(listed.map((one) => one.id)).toContain(id)
})

test('a ledger with personal but no sensitive values takes a reason and no second person; one without either is not asked for', async () => {
  const { id, state, secondPerson } = await ask('organisation.party_organisations')
  expect([state, secondPerson]).toEqual(['ready', false])
  const listed = (await call(procedures.toDecide, undefined, as('second', agrees))).exports
  expect(listed.map((one) => one.id)).not.toContain(id)
  expect((await take(id)).name).toMatch(/\.xlsx$/)
  expect(await codeOf(ask('organisation.places'))).toBe('INVALID')
})

test('after a day the file is not to be had', async () => {
  const { id } = await ask()
  await decide(id, true)
  const client = new Client(at.database.admin)
  await client.connect()
  await client.query(
    "update platform.clear_export set decided_at = now() - interval '25 hours' where id = $1",
    [id],
  )
  await client.end()
  expect(await codeOf(take(id))).toBe('CONFLICT')
  const own = (await call(procedures.own, undefined, as('asker'))).exports
  expect(own.find((one) => one.id === id)?.state).toBe('over')
})

test('of two who take it at once one gets it', async () => {
  const { id } = await ask()
  await decide(id, true)
  const codes = await Promise.all([codeOf(take(id)), codeOf(take(id)), codeOf(take(id))])
  expect(codes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
})

test('the database itself lets nobody agree to a request of their own', async () => {
  const { id } = await ask()
  const client = new Client(at.database.admin)
  await client.connect()
  const own = client.query(
    "update platform.clear_export set decision = 'agreed', decided_by = asked_by, decided_at = now() where id = $1",
    [id],
  )
  await expect(own).rejects.toMatchObject({ code: '23514' })
  await client.end()
})
