import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../platform/db/scope.ts'
import { newId } from '../../platform/db/id.ts'
import { read } from '../../platform/db/transaction.ts'
import { bulkActs, mostAtOnce } from '../../platform/records/bulk/bulk-acts.ts'
import type { BulkRefused, BulkView } from '../../platform/records/bulk/contract.ts'
import type { BulkInput } from '../../platform/records/bulk/draft-bulk.ts'
import { performBulk } from '../../platform/records/bulk/perform-bulk.ts'
import { previewBulk } from '../../platform/records/bulk/preview-bulk.ts'
import { selectRecords } from '../../platform/records/bulk/select-records.ts'
import { previewBulkUndo, undoBulk } from '../../platform/records/bulk/undo-bulk.ts'
import { viewBulk } from '../../platform/records/bulk/view-bulk.ts'
import { changesSince } from '../../platform/records/changes.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Day } from '../../platform/values/day.ts'
import { recordTypes } from './records.ts'
import { clerk, openOffice, type TestOffice } from './testing/office.ts'

let office: TestOffice
let street: string
let east: string
let west: string
let committee: string
let other: string
let nth = 0
const organisation = 'organisation.party_organisation'
const type = () => office.typeOf('organisation')

beforeAll(async () => {
  office = await openOffice()
  const place = (name: string, code: string, parent_id: string | null, kind: string) =>
    office.establish('place', '2000-01-01', { name, code, parent_id }, { kind })
  street = await place('示例街道', '350206005000', null, 'street')
  east = await place('东社区', '350206005013', street, 'community')
  west = await place('西社区', '350206005014', street, 'community')
  committee = await found('街道党工委', {
    kind: '610',
    founded_in: 'street',
    seat_id: street,
    parent_id: null,
  })
  other = await found('东社区党委', { kind: '611', founded_in: 'community' })
})
afterAll(() => office.close())

const found = (name: string, more: Record<string, string | null> = {}, onDate = '2015-01-01') =>
  office.establish(
    'organisation',
    onDate,
    {
      name,
      kind: '631',
      founded_in: 'unit',
      parent_id: committee,
      seat_id: east,
      unit_id: null,
      ...more,
    },
    { code: `B${++nth}` },
  )
const branches = (count: number, more: Record<string, string | null> = {}) =>
  Promise.all(Array.from({ length: count }, () => found(`支部${nth}`, more)))

async function asked(act: string, ids: readonly string[], more: Partial<BulkInput> = {}): Promise<BulkInput> {
  const records = []
  for (const id of ids) records.push({ id, version: await office.versionOf('organisation', id) })
  return {
    type: organisation,
    reason: '调整设置',
    idempotencyKey: newId(),
    overrides: [],
    act,
    onDate: '2018-03-01' as Day,
    documentNo: '示例〔2018〕2号',
    sets: {},
    records,
    ...more,
  }
}
const asking = (scope: Scope = office.whole) => ({ scope, actor: clerk })
const perform = (input: BulkInput, scope?: Scope) => performBulk(office.records, asking(scope), input)
const preview = (input: BulkInput) => previewBulk(office.records, office.figures, asking(), input)
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`no refusal: ${String(error)}`)
  return error
}
const refusedIn = (refused: Refusal) => refused.data['refused'] as BulkRefused[]
const at = async (id: string) => (await office.load('organisation', id))?.spells.at(-1)
const parents = async (ids: readonly string[]) =>
  await Promise.all(ids.map(async (id) => (await at(id))?.attributes['parent_id']))
const undoInput = (change: string, seen: string) => ({
  type: organisation,
  reason: '登记有误',
  idempotencyKey: newId(),
  overrides: [],
  change,
  seen,
})

test('only acts that set nothing of one record’s own are offered', () => {
  const offered = Object.fromEntries(
    recordTypes.map((one) => [one.id, bulkActs(one).map(({ kind }) => kind)]),
  )
  expect(offered).toEqual({
    'organisation.place': ['re_homed', 'dissolved'],
    'organisation.legal_person': ['moved', 'state_changed'],
    'organisation.party_organisation': [
      're_homed',
      're_seated',
      'term_began',
      'purpose_changed',
      'dissolved',
    ],
    'organisation.council': expect.not.arrayContaining(['renamed', 'established']),
    'organisation.council_seat': ['dissolved'],
    'organisation.covered_unit': ['transferred', 'dissolved'],
  })
})

test('one act on many is one change with one day, document and reason, and says first which figures it moves', async () => {
  const ids = await branches(3)
  const head = await office.head()
  const input = await asked('re_seated', ids, { sets: { seat_id: west } })
  const shown = await preview(input)
  expect([shown.records.length, shown.refused]).toEqual([3, []])
  expect(shown.records[0]?.values['seat_id']).toMatchObject({ value: east, shown: { zh: '东社区' } })
  const moved = shown.figures.filter(({ figure }) => figure === 'organisation.organisations')
  const held = async (node: string) =>
    (await office.value({ figure: 'organisation.organisations', node, asOf: input.onDate })).value
  const before = { 东社区: await held(east), 西社区: await held(west) }
  expect(Object.fromEntries(moved.map(({ place, ...values }) => [place.name, values.before]))).toEqual(before)
  // A place that nothing went to yet is counted before as well, so what stays the same is not told.
  expect(shown.figures.filter((one) => one.before === null)).toEqual([])
  expect(await office.head()).toBe(head)

  const done = await perform(input)
  expect([done.count, BigInt(done.change)]).toEqual([3, head + 1n])
  expect(await office.head()).toBe(head + 1n)
  for (const id of ids) {
    const record = await office.load('organisation', id)
    expect(record?.version).toBe(head + 1n)
    expect(record?.events.at(-1)).toMatchObject({
      kind: 're_seated',
      onDate: '2018-03-01',
      documentNo: '示例〔2018〕2号',
      reason: '调整设置',
    })
    // What the act did not name stays as it was.
    expect(record?.spells.at(-1)?.attributes).toMatchObject({ seat_id: west, parent_id: committee })
  }
  expect(await perform(input)).toEqual(done)
  expect(await office.head()).toBe(head + 1n)
  const after = { 东社区: await held(east), 西社区: await held(west) }
  expect(Object.fromEntries(moved.map(({ place, ...values }) => [place.name, values.after]))).toEqual(after)
  const view = await read<unknown, BulkView>(office.database, office.whole, (reader) =>
    viewBulk(office.records, reader, type(), done.change, true),
  )
  expect(view).toMatchObject({ onDate: '2018-03-01', documentNo: '示例〔2018〕2号', mayUndo: true })
  expect(Object.fromEntries(view.records.map(({ id, stands }) => [id, stands]))).toEqual(
    Object.fromEntries(ids.map((id) => [id, true])),
  )
})

test('all or nothing: one that someone else changed is named, and the others stay as they are', async () => {
  const ids = await branches(3)
  const input = await asked('re_homed', ids, { sets: { parent_id: other } })
  await office.happen('organisation', ids[1] as string, 'renamed', '2017-01-01', { name: '先改了名' })
  const head = await office.head()
  const refused = await refusal(perform(input))
  expect(refused.code).toBe('STALE')
  expect(refusedIn(refused).map(({ id, title, code, version }) => ({ id, title, code, version }))).toEqual([
    { id: ids[1], title: '先改了名', code: 'STALE', version: String(head) },
  ])
  expect([await office.head(), await parents(ids)]).toEqual([head, [committee, committee, committee]])
  const shown = await preview(input)
  expect([shown.records.length, shown.refused.map(({ id }) => id)]).toEqual([2, [ids[1]]])
  await perform(await asked('re_homed', ids, { sets: { parent_id: other } }))
  expect(await parents(ids)).toEqual([other, other, other])
})

test('a record outside the caller’s places is as if it were not there, and nothing is written', async () => {
  const [mine] = await branches(1)
  const [theirs] = await branches(1, { seat_id: west })
  const scope: Scope = { office: 1, places: [east] }
  const refused = await refusal(
    perform(
      await asked('dissolved', [mine as string, theirs as string], { sets: { cause: 'shell' } }),
      scope,
    ),
  )
  expect(refusedIn(refused).map(({ id, title, code }) => [id, title, code])).toEqual([
    [theirs, '', 'NOT_FOUND'],
  ])
  expect((await at(mine as string))?.to).toBeNull()
  await perform(await asked('dissolved', [mine as string]), scope)
  expect((await at(mine as string))?.to).toBe('2018-03-01')
})

test('each refusal is told for its record: not in force, beneath itself, something hangs on it, a rule', async () => {
  const [parent, free, young] = [
    await found('有下级的'),
    await found('空壳支部'),
    await found('晚成立的', {}, '2018-06-01'),
  ]
  const child = await found('下级', { parent_id: parent })
  const ending = await asked('dissolved', [parent, free, young])
  const refused = refusedIn(await refusal(perform(ending)))
  expect(Object.fromEntries(refused.map(({ title, code }) => [title, code]))).toEqual({
    晚成立的: 'INVALID',
    有下级的: 'CONFLICT',
  })
  expect(refused.find(({ id }) => id === parent)?.message.zh).toContain('下级')
  expect((await at(free))?.to).toBeNull()
  // What ends along with it is no hindrance, in whichever order they are named.
  const shown = await preview(await asked('dissolved', [parent, child]))
  expect(shown.refused).toEqual([])
  const beneath = refusedIn(
    await refusal(perform(await asked('re_homed', [parent, free], { sets: { parent_id: child } }))),
  )
  expect(beneath.map(({ id, code }) => [id, code])).toEqual([[parent, 'INVALID']])
})

test('a rule refuses record by record, and an override of it counts for all', async () => {
  const [branch] = await branches(1)
  const ids = [branch as string, committee]
  const term = { sets: { term_from: '2018-03-01', term_years: '3' } }
  const head = await office.head()
  const shown = await preview(await asked('term_began', ids, term))
  expect(shown.refused.map(({ id, code, findings }) => [id, code, findings[0]?.rule])).toEqual([
    [committee, 'RULE', 'R-S1-12'],
  ])
  expect(shown.records.map(({ id }) => id)).toEqual([branch])
  const refused = await refusal(perform(await asked('term_began', ids, term)))
  expect([refused.code, refusedIn(refused).map(({ id }) => id)]).toEqual(['RULE', [committee]])
  expect([await office.head(), (await at(branch as string))?.attributes['term_from']]).toEqual([head, null])
  const overrides = [{ rule: 'R-S1-12', reason: '上级另有规定' }]
  const done = await perform(await asked('term_began', ids, { ...term, overrides }))
  expect([done.count, done.findings.map(({ rule }) => rule)]).toEqual([2, ['R-S1-12']])
})

test('what is asked of none, of too many, of one twice, or says nothing new is refused in words', async () => {
  const [id] = await branches(1)
  const one = { id: id as string, version: await office.versionOf('organisation', id as string) }
  const code = async (more: Partial<BulkInput>, act = 're_homed') =>
    (await refusal(perform(await asked(act, [], { sets: { parent_id: other }, ...more })))).words.zh
  expect(await code({})).toContain('还没有选择记录')
  expect(await code({ records: [one, one] })).toContain('选了两次')
  const many = Array.from({ length: mostAtOnce + 1 }, () => ({ id: newId(), version: '1' }))
  expect(await code({ records: many })).toContain(`一次最多处理${mostAtOnce}条，已选${mostAtOnce + 1}条`)
  expect(await code({ records: [one], sets: {} })).toContain('至少填写一项')
  expect(await code({ records: [one], sets: { name: '同名' } }, 'renamed')).toContain('逐条登记')
})

test('it is undone as one: each stands as before, what was edited since stays, and a second time there is nothing', async () => {
  const ids = await branches(3)
  const done = await perform(await asked('re_homed', ids, { sets: { parent_id: other } }))
  await office.happen('organisation', ids[2] as string, 'renamed', '2018-05-01', { name: '后来改名' })
  const head = await office.head()
  const plan = await previewBulkUndo(office.records, asking(), type(), done.change)
  expect([plan.counts, plan.kept.map(({ id, why }) => [id, why])]).toEqual([
    { removed: 0, restored: 2, kept: 1 },
    [[ids[2], 'edited']],
  ])
  expect(await office.head()).toBe(head)
  await office.happen('organisation', ids[1] as string, 'renamed', '2018-05-01', { name: '看过之后改名' })
  const stale = await refusal(undoBulk(office.records, asking(), type(), undoInput(done.change, plan.digest)))
  expect(stale.code).toBe('STALE')
  const again = await previewBulkUndo(office.records, asking(), type(), done.change)
  const input = undoInput(done.change, again.digest)
  const undone = await undoBulk(office.records, asking(), type(), input)
  expect(undone.counts).toEqual({ removed: 0, restored: 1, kept: 2 })
  expect(await undoBulk(office.records, asking(), type(), input)).toEqual(undone)
  expect(await parents(ids)).toEqual([committee, other, other])
  expect((await office.load('organisation', ids[0] as string, BigInt(done.change)))?.events).toHaveLength(2)
  const empty = await previewBulkUndo(office.records, asking(), type(), done.change)
  const nothing = await refusal(
    undoBulk(office.records, asking(), type(), undoInput(done.change, empty.digest)),
  )
  expect(nothing.code).toBe('CONFLICT')
})

test('who does not see all of it cannot undo it, and a change of another kind is no act on many', async () => {
  const ids = [await found('东边的'), await found('西边的', { seat_id: west })]
  const done = await perform(await asked('re_homed', ids, { sets: { parent_id: other } }))
  const east_ = { office: 1, places: [east] }
  const partly = await refusal(previewBulkUndo(office.records, asking(east_), type(), done.change))
  expect([partly.code, partly.words.zh]).toEqual(['CONFLICT', expect.stringContaining('管辖范围以外')])
  const begun = await found('刚成立的')
  const change = await office.versionOf('organisation', begun)
  expect((await refusal(previewBulkUndo(office.records, asking(), type(), change))).code).toBe('NOT_FOUND')
})

test('among the changes an act on many is told from an act on one, from a beginning, a deed and an undoing', async () => {
  const newest = async (scope: Scope = office.whole) =>
    (await changesSince(office.records, scope, { limit: 1, known: null })).changes[0]
  const ids = await branches(12)
  expect(await newest()).toMatchObject({ kind: 'event', bulk: null })
  await office.happen('organisation', ids[0] as string, 'renamed', '2017-01-01', { name: '只改一个' })
  expect(await newest()).toMatchObject({ kind: 'event', bulk: null })
  const done = await perform(await asked('re_homed', ids, { sets: { parent_id: other } }))
  // More records than are named beside the change.
  expect(await newest()).toMatchObject({ change: done.change, bulk: organisation, more: 2 })
  expect((await newest({ office: 1, places: [west] }))?.change).not.toBe(done.change)
  const plan = await previewBulkUndo(office.records, asking(), type(), done.change)
  await undoBulk(office.records, asking(), type(), undoInput(done.change, plan.digest))
  expect(await newest()).toMatchObject({ kind: 'correction', bulk: null })
  const { changes } = await changesSince(office.records, office.whole, { limit: 2, known: null })
  expect(changes[1]).toMatchObject({ change: done.change, bulk: organisation })
  const merging = await branches(2)
  await office.deed('organisation', 'merge', '2018-05-01', {
    ending: merging.map((id) => ({ id, sets: {} })),
    lasting: [],
    beginning: [
      {
        name: '合并而成的',
        header: { code: 'BM' },
        sets: {
          name: '合并而成的',
          kind: '632',
          founded_in: 'unit',
          parent_id: committee,
          seat_id: east,
          unit_id: null,
        },
      },
    ],
    moves: [],
  })
  expect(await newest()).toMatchObject({ kind: 'event', bulk: null, records: { length: 3 } })
})

test('all that a list holds can be selected, with the versions as they are now', async () => {
  const question = { type: organisation, where: [`seat_id:${west}`], descending: false, all: false }
  const { records, total } = await selectRecords(office.records, office.whole, {
    ...question,
    asOf: '2018-07-29' as Day,
  })
  expect(records.length).toBe(total)
  expect(total).toBeGreaterThan(3)
  for (const { id, version } of records.slice(0, 3))
    expect(version).toBe(await office.versionOf('organisation', id))
  const east_ = await selectRecords(office.records, { office: 1, places: [east] }, question)
  expect(east_.total).toBe(0)
})
