import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { sameContent } from '../../platform/records/undo/undo-plan.ts'
import { compareVersions } from '../../platform/records/versions/compare-versions.ts'
import { restoreParts } from '../../platform/records/versions/restore-parts.ts'
import { branchIn } from './testing/communities.ts'
import { clerk, openOffice, type TestOffice } from './testing/office.ts'

const type = 'organisation.party_organisation'
let office: TestOffice
let east: string
let west: string

beforeAll(async () => {
  office = await openOffice()
  const place = (name: string, code: string, kind: string, parent: string | null) =>
    office.establish('place', '2000-01-01', { name, code, parent_id: parent }, { kind })
  const street = await place('街道', '350206005000', 'street', null)
  east = await place('东社区', '350206005001', 'community', street)
  west = await place('西社区', '350206005002', 'community', street)
})
afterAll(() => office.close())

const compare = (id: string, before: bigint, after?: bigint, scope: Scope = office.whole) =>
  compareVersions(
    office.records,
    scope,
    { type, id, before: String(before), after: after === undefined ? undefined : String(after), known: null },
    true,
  )
const restore = async (id: string, from: bigint, parts: readonly string[], scope: Scope = office.whole) =>
  await restoreParts(
    office.records,
    { scope, actor: clerk },
    {
      type,
      id,
      version: await office.versionOf('organisation', id),
      from: String(from),
      parts,
      reason: '核对后恢复',
      idempotencyKey: newId(),
      overrides: [],
    },
  )
const partsOf = ({ header, events }: Awaited<ReturnType<typeof compare>>) =>
  [...header, ...events].map(({ part }) => part)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: unknown }) => error.code,
  )

test('two versions differ in the fixed values and the events that were changed between them, in words', async () => {
  const id = await branchIn(office, 'ZB-1', east)
  const first = await office.head()
  await office.happen('organisation', id, 'renamed', '2018-01-01', { name: '新名支部' })
  const [founding] = (await office.load('organisation', id))?.events ?? []
  await office.correct(
    'organisation',
    id,
    {
      id: founding?.id as string,
      onDate: '2015-02-01' as never,
      sets: { name: '原名支部' },
      neverWas: false,
    },
    { contact_name: '另一人' },
  )
  const { header, events, before, after } = await compare(id, first)
  expect(header).toMatchObject([{ part: 'header:contact_name', key: 'contact_name' }])
  expect(JSON.stringify(header)).not.toMatch(/某人|另一人/)
  expect(events).toMatchObject([
    {
      part: `event:${founding?.id}`,
      label: { zh: '成立（新建）' },
      before: { onDate: '2015-01-01' },
      after: { onDate: '2015-02-01' },
      values: [{ key: 'name', before: { value: '党支部ZB-1' }, after: { value: '原名支部' } }],
    },
    { label: { zh: '更名' }, before: null, after: { onDate: '2018-01-01' }, values: [{ key: 'name' }] },
  ])
  expect([before.change, after.change]).toEqual([String(first), String(await office.head())])
  expect(partsOf(await compare(id, first, first))).toEqual([])
})

test('one part comes back alone, all of them together, each as a correction over which the earlier versions stay', async () => {
  const id = await branchIn(office, 'ZB-2', east)
  const first = await office.head()
  await office.happen('organisation', id, 're_seated', '2018-01-01', { seat_id: west, parent_id: null })
  await office.correct('organisation', id, undefined, { contact_name: '另一人' })
  const moved = await office.head()
  const members = { figure: 'organisation.organisations', asOf: '2018-06-30' as never }
  const counts = async () =>
    await Promise.all([east, west].map(async (node) => (await office.value({ ...members, node })).value))
  const after = await counts()
  await restore(id, first, ['header:contact_name'])
  expect(partsOf(await compare(id, first))).toHaveLength(1)
  expect(await counts()).toEqual(after)
  await restore(id, first, partsOf(await compare(id, first)))
  expect(partsOf(await compare(id, first))).toEqual([])
  expect(await counts()).toEqual([String(Number(after[0]) + 1), String(Number(after[1]) - 1)])
  expect(partsOf(await compare(id, moved))).toHaveLength(2)
  await restore(id, moved, partsOf(await compare(id, moved)))
  expect(await counts()).toEqual(after)
})

test('whatever was recorded, any version can be brought back as it was', async () => {
  const acts = fc.oneof(
    fc.record({ does: fc.constant('rename' as const), to: fc.stringMatching(/^[甲乙丙丁]{2}支部$/) }),
    fc.record({ does: fc.constant('contact' as const), to: fc.stringMatching(/^[甲乙丙丁]{2}$/) }),
    fc.record({ does: fc.constant('founded' as const), to: fc.constantFrom('2015-01-01', '2015-03-01') }),
    fc.record({ does: fc.constant('never' as const), to: fc.constant('') }),
  )
  let nth = 0
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 5 }), fc.nat(), async (lived, pick) => {
      const id = await branchIn(office, `ZB-P${(nth += 1)}`, east)
      const versions = [await office.head()]
      for (const { does, to } of lived) {
        const record = await office.load('organisation', id)
        const [founding, ...later] = record?.events ?? []
        if (does === 'rename') await office.happen('organisation', id, 'renamed', '2018-01-01', { name: to })
        else if (does === 'contact') await office.correct('organisation', id, undefined, { contact_name: to })
        else if (does === 'founded')
          await office.correct('organisation', id, {
            id: founding?.id as string,
            onDate: to as never,
            sets: {},
            neverWas: false,
          })
        else if (later[0])
          await office.correct('organisation', id, { id: later[0].id, sets: {}, neverWas: true } as never)
        versions.push(await office.head())
      }
      const from = versions[pick % versions.length] as bigint
      const parts = partsOf(await compare(id, from))
      if (parts.length > 0) await restore(id, from, parts)
      const [then, now] = [await office.load('organisation', id, from), await office.load('organisation', id)]
      expect(then && now && sameContent(then, now)).toBe(true)
    }),
    { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * 0.15) },
  )
})

test('what cannot come back is refused in words, and what is out of sight is not there', async () => {
  const id = await branchIn(office, 'ZB-3', east)
  const first = await office.head()
  const input = { ending: [], lasting: [], beginning: [], moves: [] }
  const given = await branchIn(office, 'ZB-4', east)
  const seen = async (of: string) => ({
    id: of,
    version: await office.versionOf('organisation', of),
    sets: {},
  })
  await office.deed('organisation', 'absorb', '2018-03-01', {
    ...input,
    ending: [await seen(given)],
    lasting: [await seen(id)],
  })
  const [deed] = partsOf(await compare(id, first))
  expect(await refusal(restore(id, first, [deed as string]))).toBe('CONFLICT')
  expect(await refusal(restore(id, first, ['header:contact_name']))).toBe('CONFLICT')
  expect(await refusal(restore(id, 1n, ['header:contact_name']))).toBe('NOT_FOUND')
  expect(await refusal(compare(id, 1n))).toBe('NOT_FOUND')
  const inWest: Scope = { office: 1, places: [west] }
  expect(await refusal(compare(id, first, undefined, inWest))).toBe('NOT_FOUND')
  expect(await refusal(restore(id, first, ['header:contact_name'], inWest))).toBe('NOT_FOUND')
  // An erased value does not come back: it is gone from that version too.
  await office.correct('organisation', id, undefined, { contact_name: '再一人' })
  const before = await office.head()
  await office.erase('organisation', id)
  expect(partsOf(await compare(id, before))).toEqual([])
})
