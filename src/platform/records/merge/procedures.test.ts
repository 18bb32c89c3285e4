import { call } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCaller } from '../../access/caller.ts'
import type { Roles } from '../../access/role.ts'
import { newId } from '../../db/id.ts'
import type { Context } from '../../rpc/server/context.ts'
import { openTwoAreas, type TwoAreas } from '../../testing/two-areas/open-two-areas.ts'
import { text } from '../../text.ts'
import { mergeProcedures } from './procedures.ts'

const type = 'alpha.holder'
const general = ['records.see', 'records.correct']
const roles: Roles = {
  corrector: { words: text('更正', 'Corrector'), permissions: [...general, 'alpha.see', 'alpha.correct'] },
  reader: { words: text('查看', 'Reader'), permissions: [...general, 'alpha.see'] },
  other: { words: text('其他', 'Other'), permissions: [...general, 'beta.see', 'beta.correct'] },
}
const account = {
  id: 'a',
  name: '张三',
  username: 'zhang',
  office: 1,
  mustChangePassword: false,
  secondFactorAsked: false,
  secondFactorRequired: false,
  secondFactor: false,
  provenAgo: 0,
  demo: false,
}
let areas: TwoAreas
let procedures: ReturnType<typeof mergeProcedures>
let east: string
let west: string
beforeAll(async () => {
  areas = await openTwoAreas()
  procedures = mergeProcedures(areas.records, areas.figures)
  const site = (name: string, code: string, parent_id: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code, parent_id })
  const root = await site('总', 'R', null)
  east = await site('东', 'E', root)
  west = await site('西', 'W', root)
})
afterAll(() => areas.close())

function contextOf(role: keyof typeof roles, place: string | null = null): { context: Context } {
  const caller = makeCaller(account, [{ role: String(role), place }], roles)
  return {
    context: {
      request: { id: '1', headers: {}, ip: '127.0.0.1' },
      caller,
      database: areas.database,
      log: pino({ level: 'silent' }),
      setCookie: () => undefined,
    },
  }
}
const codeOf = async (act: Promise<unknown>) =>
  await act.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )

test('a merge needs the right to correct records of the very type, in the very place; its view needs to see them', async () => {
  const register = (name: string) =>
    areas.establish(
      type,
      '2010-01-01',
      { name, kind: 'firm', site_id: east, parent_id: null, seats: null },
      { code: newId() },
    )
  const [kept, given] = [await register('同名'), await register('同名')]
  const seen = async (id: string) => ({ id, version: await areas.versionOf(type, id) })
  const asked = {
    type,
    reason: '重复',
    kept: await seen(kept),
    given: await seen(given),
    take: [],
    overrides: [],
  }
  const preview = (who: { context: Context }) => call(procedures.preview, asked, who)
  expect(await codeOf(preview(contextOf('reader')))).toBe('FORBIDDEN')
  expect(await codeOf(preview(contextOf('other')))).toBe('FORBIDDEN')
  expect(await codeOf(preview(contextOf('corrector', west)))).toBe('NOT_FOUND')
  const { seen: digest } = await preview(contextOf('corrector', east))
  const alike = async (who: { context: Context }) =>
    (await call(procedures.alike, { type }, who)).pairs.map(({ first, second }) =>
      [first.id, second.id].sort(),
    )
  expect(await alike(contextOf('reader', east))).toEqual([[kept, given].sort()])
  expect(await alike(contextOf('reader', west))).toEqual([])
  expect(await codeOf(alike(contextOf('other')))).toBe('FORBIDDEN')

  const content = { ...asked, seen: digest, idempotencyKey: newId() }
  expect(await codeOf(call(procedures.perform, content, contextOf('reader')))).toBe('FORBIDDEN')
  const { change } = await call(procedures.perform, content, contextOf('corrector', east))
  const view = (who: { context: Context }) => call(procedures.get, { type, change }, who)
  expect((await view(contextOf('reader'))).mayUndo).toBe(false)
  expect((await view(contextOf('corrector'))).mayUndo).toBe(true)
  expect(await codeOf(view(contextOf('reader', west)))).toBe('NOT_FOUND')
  expect(await codeOf(view(contextOf('other')))).toBe('FORBIDDEN')

  expect(await codeOf(call(procedures.undoPreview, { type, change }, contextOf('reader')))).toBe('FORBIDDEN')
  const undo = await call(procedures.undoPreview, { type, change }, contextOf('corrector', east))
  const back = { type, change, reason: '两个', seen: undo.digest, idempotencyKey: newId() }
  expect(await codeOf(call(procedures.undo, back, contextOf('other')))).toBe('FORBIDDEN')
  expect((await call(procedures.undo, back, contextOf('corrector', east))).counts.restored).toBe(2)
})
