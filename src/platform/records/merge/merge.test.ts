import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../db/scope.ts'
import { newId } from '../../db/id.ts'
import { read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { everyRow } from '../../testing/every-row.ts'
import { openTwoAreas, type TwoAreas } from '../../testing/two-areas/open-two-areas.ts'
import { day } from '../../values/day.ts'
import type { RecordView } from '../contract.ts'
import { viewRecord } from '../view.ts'
import { alikeRecords } from './alike-records.ts'
import type { MergePreview, MergeView } from './contract.ts'
import { performMerge } from './perform-merge.ts'
import { previewMerge } from './preview-merge.ts'
import { previewUnmerge, undoMerge } from './undo-merge.ts'
import { viewMerge } from './view-merge.ts'

const holder = 'alpha.holder'
const payment = 'beta.payment'
let areas: TwoAreas
let root: string
let east: string
let west: string
let nth = 0
beforeAll(async () => {
  areas = await openTwoAreas()
  const site = (name: string, code: string, parent_id: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code, parent_id })
  root = await site('总', 'R', null)
  east = await site('东', 'E', root)
  west = await site('西', 'W', root)
})
afterAll(() => areas.close())

type Values = Record<string, string | null>
const register = (name: string, sets: Values = {}, header: Values = {}, onDate = '2010-01-01') =>
  areas.establish(
    holder,
    onDate,
    { name, kind: 'firm', site_id: east, parent_id: null, seats: null, ...sets },
    { code: `H${++nth}`, ...header },
  )
const pay = (to: string, amount: string, onDate = '2012-01-01') =>
  areas.establish(payment, onDate, { holder_id: to, amount }, { code: `P${++nth}` })
const asking = (scope: Scope = areas.whole) => ({ scope, actor: areas.clerk })
const within = (...places: string[]): Scope => ({ office: 1, places })
const view = (id: string, known: bigint | null = null, scope = areas.whole): Promise<RecordView> =>
  viewRecord(
    areas.records,
    scope,
    { type: holder, id, asOf: undefined, known },
    { record: true, correct: true },
  )
const seen = async (id: string) => ({ id, version: (await view(id)).version })
const refusal = async (act: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error })
  return error
}
type More = { take?: string[]; scope?: Scope }
const input = async (kept: string, given: string, take: readonly string[] = []) => ({
  type: holder,
  reason: '同一个，登记了两次',
  overrides: [],
  kept: await seen(kept),
  given: await seen(given),
  take,
})
const preview = async (kept: string, given: string, { take, scope }: More = {}): Promise<MergePreview> =>
  await previewMerge(areas.records, areas.figures, asking(scope), {
    ...(await input(kept, given, take)),
    asOf: day('2018-06-30'),
  })
async function merge(kept: string, given: string, more: More = {}) {
  const { seen: digest } = await preview(kept, given, more)
  const asked = await input(kept, given, more.take)
  return await performMerge(areas.records, asking(more.scope), {
    ...asked,
    seen: digest,
    idempotencyKey: newId(),
  })
}
async function unmerge(change: string, scope: Scope = areas.whole) {
  const { digest } = await previewUnmerge(areas.records, asking(scope), holderType, change)
  return await undoMerge(areas.records, asking(scope), holderType, {
    type: holder,
    reason: '是两个，合并有误',
    overrides: [],
    idempotencyKey: newId(),
    change,
    seen: digest,
  })
}
const viewOf = (change: string, scope: Scope = areas.whole) =>
  read<unknown, MergeView>(areas.database, scope, (reader) =>
    viewMerge(areas.records.engine, reader, holderType, change, true),
  )
const values = async (figure: string, dates: readonly string[], known?: string) =>
  await Promise.all(
    dates.map(
      async (asOf) =>
        (
          await areas.value({
            figure,
            node: root,
            asOf: day(asOf),
            ...(known === undefined ? {} : { knownAt: known }),
          })
        ).value,
    ),
  )
/** As it is stored: every answer masks it. */
const contactOf = (id: string) =>
  read<unknown, unknown>(
    areas.database,
    areas.whole,
    async (reader) =>
      (await areas.records.engine.load(reader, holderType, [id])).get(id)?.header['contact'] ?? null,
  )
const rows = () => everyRow(areas.database, areas.whole, areas.records.engine.types.values())
const dates = ['2009-12-31', '2010-01-01', '2012-06-01', '2016-06-01', '2018-06-30']

test('two that were one: what hung on the one names the other in every event and on every day, and the one counts nowhere', async () => {
  const kept = await register('甲公司', { seats: '5' }, { contact: '一号' })
  const given = await register('甲公司（重）', { seats: '9' }, { contact: '二号', rank: '3' }, '2011-01-01')
  await areas.happen(holder, given, 'resized', '2015-01-01', { seats: '12' })
  const child = await register('下属', { parent_id: given }, {}, '2012-01-01')
  const own = await pay(kept, '100')
  const other = await pay(given, '200')
  await areas.happen(payment, other, 'amended', '2016-01-01', { amount: '250' })
  const before = await areas.head()
  const countedBefore = await values('alpha.holders', dates)
  const standing = await values('beta.standing', dates)

  const shown = await preview(kept, given, { take: ['contact', 'seats'] })
  expect(await areas.head()).toBe(before)
  expect(shown.differing.map(({ key, taken, mayTake }) => [key, taken, mayTake])).toEqual([
    ['code', false, true],
    ['contact', true, true],
    ['rank', false, true],
    ['name', false, true],
    ['seats', true, true],
  ])
  expect(shown.differing.find(({ key }) => key === 'seats')).toMatchObject({
    kept: { value: '5' },
    given: { value: '12' },
    since: { onDate: '2010-01-01', act: { zh: '登记' } },
  })
  expect(shown.hanging.map(({ type, title }) => `${type} ${title}`).sort()).toEqual([
    'alpha.holder 下属',
    `beta.payment P${nth}`,
  ])
  expect([shown.hangingCount, shown.lapsing, shown.hindrances]).toEqual([2, 2, []])
  expect(
    shown.figures.find(({ figure, place }) => figure === 'alpha.holders' && place.id === root),
  ).toMatchObject({ before: countedBefore.at(-1), after: String(Number(countedBefore.at(-1)) - 1) })
  // Also of the place where the record that is given up lay.
  expect(shown.figures.some(({ figure, place }) => figure === 'alpha.holders' && place.id === east)).toBe(
    true,
  )

  const done = await merge(kept, given, { take: ['contact', 'seats'] })
  expect([BigInt(done.change), done.moved]).toEqual([BigInt(before) + 1n, 2])
  // It counted from 2011 on, and never did; money stands with the one that both were.
  expect(await values('alpha.holders', dates)).toEqual([
    countedBefore[0],
    countedBefore[1],
    ...countedBefore.slice(2).map((value) => String(Number(value) - 1)),
  ])
  expect(await values('beta.standing', dates)).toEqual(standing)
  expect(await values('alpha.holders', dates, before)).toEqual(countedBefore)

  const now = await view(kept)
  expect(await contactOf(kept)).toBe('二号')
  expect(now.values?.['seats']?.value).toBe('12')
  expect(now.events.map(({ onDate, kind }) => `${onDate} ${kind}`)).toEqual(['2010-01-01 registered'])
  expect(now.merged).toEqual([{ change: done.change, id: given, title: '甲公司（重）（H2）' }])
  const named = await read<unknown, unknown[]>(areas.database, areas.whole, async (reader) => {
    const { engine } = areas.records
    const type = engine.types.get(payment)
    if (!type) throw new Error('no payments')
    const loaded = await engine.load(reader, type, [own, other])
    const children = await engine.load(reader, holderType, [child])
    return [...loaded.values(), ...children.values()].flatMap(({ spells, events }) => [
      ...spells.map(({ attributes }) => attributes['holder_id'] ?? attributes['parent_id']),
      ...events.flatMap(({ sets }) => sets['holder_id'] ?? sets['parent_id'] ?? []),
    ])
  })
  expect(new Set(named)).toEqual(new Set([kept]))

  const told = await viewOf(done.change)
  expect([told.kept?.title, told.given.title, told.moved, told.stands]).toEqual([
    '甲公司',
    '甲公司（重）',
    2,
    true,
  ])
  expect(told.values.map(({ key, before: was, after }) => [key, was.value, after.value])).toEqual([
    ['contact', null, null],
    ['seats', '5', '12'],
  ])
})

test('a page of the record that was given up says where it went, and it stands as it was at an earlier knowledge', async () => {
  const [kept, given, last] = [await register('乙'), await register('乙二'), await register('乙三')]
  const before = BigInt(await areas.head())
  const keys = [(await view(kept)).header['code']?.value, (await view(given)).header['code']?.value]
  await merge(kept, given)
  const gone = await refusal(view(given))
  expect([gone.code, gone.data['merged']]).toEqual([
    'NOT_FOUND',
    {
      change: String(before + 1n),
      title: '乙二',
      key: keys[1],
      into: { type: holder, id: kept, title: '乙', key: keys[0] },
    },
  ])
  expect((await view(given, before)).title).toBe('乙二')
  expect((await view(kept, before)).merged).toEqual([])

  await merge(last, kept)
  expect((await refusal(view(given))).data['merged']).toMatchObject({ into: { id: last, title: '乙三' } })
  // As known between the two it had gone to the first.
  expect((await refusal(view(given, before + 1n))).data['merged']).toMatchObject({ into: { id: kept } })
  // Who never saw it is told nothing.
  expect((await refusal(view(given, null, within(west)))).data).toEqual({ id: given })
})

test('what was seen is what is done: an old version, or something that hangs on it since, refuses the merge', async () => {
  const [kept, given] = [await register('丙'), await register('丙二')]
  const asked = await input(kept, given)
  const { seen: digest } = await preview(kept, given)
  const perform = () =>
    performMerge(areas.records, asking(), { ...asked, seen: digest, idempotencyKey: newId() })
  await pay(given, '10')
  expect((await refusal(perform())).code).toBe('STALE')
  await areas.happen(holder, given, 'resized', '2014-01-01', { seats: '2' })
  const stale = await refusal(perform())
  expect([stale.code, stale.data['id']]).toEqual(['STALE', given])
  await merge(kept, given)
  expect((await refusal(perform())).code).toBe('STALE')
})

test('the same request again is answered as the first time and takes no change', async () => {
  const [kept, given] = [await register('丁'), await register('丁二')]
  const asked = {
    ...(await input(kept, given)),
    seen: (await preview(kept, given)).seen,
    idempotencyKey: newId(),
  }
  const first = await performMerge(areas.records, asking(), asked)
  const head = await areas.head()
  expect(await performMerge(areas.records, asking(), asked)).toEqual(first)
  expect(await areas.head()).toBe(head)
})

test('a merge that cannot be is refused in words and changes nothing', async () => {
  const [kept, given] = [await register('戊'), await register('戊二')]
  const below = await register('戊下', { parent_id: given })
  const deeper = await register('戊底', { parent_id: below })
  const stood = await rows()
  const refused = async (act: Promise<unknown>, code: string) => {
    const { code: got, words } = await refusal(act)
    expect([got, words.zh.length > 5, words.en.length > 5]).toEqual([code, true, true])
  }
  await refused(merge(kept, kept), 'INVALID')
  await refused(merge(kept, given, { take: ['kind'] }), 'INVALID')
  await refused(
    previewMerge(areas.records, areas.figures, asking(), {
      ...(await input(kept, given)),
      type: payment,
    }),
    'INVALID',
  )
  const related = await preview(below, given)
  expect(related.hindrances).toMatchObject([{ records: [{ id: below, title: '戊下' }] }])
  expect(related.figures).toEqual([])
  await refused(merge(below, given), 'CONFLICT')
  // The chosen value says that they have nothing to do with one another: then they may be one.
  expect((await preview(below, given, { take: ['parent_id'] })).hindrances).toEqual([])
  // One that would come to lie beneath itself by way of a third.
  await refused(preview(deeper, given), 'INVALID')
  expect(await rows()).toEqual(stood)
})

test('who does not see all of it is refused in words, whatever it is that lies elsewhere', async () => {
  const eastern = () => within(east, root)
  const [kept, given] = [await register('己'), await register('己二')]
  const paid = await pay(given, '5')
  await merge(kept, await register('己三'), { scope: eastern() })
  const moved = await register('己四')
  await areas.happen(holder, moved, 'moved', '2014-01-01', { site_id: west })
  await areas.happen(holder, moved, 'moved', '2015-01-01', { site_id: east })
  const lived = await refusal(merge(kept, moved, { scope: eastern() }))
  expect([lived.code, lived.data['id']]).toEqual(['CONFLICT', moved])

  const below = await register('己下', { parent_id: given, site_id: west })
  const hangs = await refusal(merge(kept, given, { scope: eastern() }))
  expect([hangs.code, hangs.data['unseen']]).toEqual(['CONFLICT', 1])
  expect((await refusal(merge(kept, given, { scope: within(west) }))).code).toBe('NOT_FOUND')

  const { change } = await merge(kept, given)
  expect((await refusal(unmerge(change, eastern()))).code).toBe('CONFLICT')
  expect((await refusal(unmerge(change, within(west)))).code).toBe('NOT_FOUND')
  expect((await unmerge(change)).restored.map(({ id }) => id).sort()).toEqual(
    [kept, given, below, paid].sort(),
  )
})

test('an unmerge brings back every row; what was edited since stays and is named', async () => {
  const [kept, given] = [await register('庚', {}, { contact: '庚一' }), await register('庚二')]
  const child = await register('庚下', { parent_id: given })
  const [first, second] = [await pay(given, '1'), await pay(given, '2')]
  const stood = await rows()
  const change = (await merge(kept, given, { take: ['code', 'name'] })).change
  expect((await view(kept)).title).toBe('庚二')
  expect(await unmerge(change)).toMatchObject({ counts: { removed: 0, restored: 5, kept: 0 } })
  expect(await rows()).toEqual(stood)
  expect((await viewOf(change)).stands).toBe(false)
  expect((await refusal(unmerge(change))).code).toBe('CONFLICT')
  expect([(await view(kept)).merged, (await view(given)).title]).toEqual([[], '庚二'])

  const again = (await merge(kept, given)).change
  await areas.happen(payment, second, 'amended', '2017-01-01', { amount: '3' })
  const undone = await unmerge(again)
  expect(undone.kept.map(({ id, why }) => [id, why])).toEqual([[second, 'edited']])
  expect(undone.restored.map(({ title }) => title).sort()).toEqual([`P${nth - 1}`, '庚', '庚下', '庚二'])
  expect(undone.restored.map(({ id }) => id).sort()).toEqual([kept, given, child, first].sort())
  expect(undone.change).toBe(await areas.head())
})

test('a record cannot come back while its number is another’s, nor before a later merge of the kept one is undone', async () => {
  const [kept, given] = [await register('辛'), await register('辛二')]
  const paid = await pay(given, '7')
  const code = (await view(given)).header['code']?.value as string
  const { change } = await merge(kept, given)
  const other = await register('别家', {}, { code })
  const shown = await previewUnmerge(areas.records, asking(), holderType, change)
  expect(shown.kept.map(({ id, why, others }) => [id, why, others.map((one) => one.id)])).toEqual([
    [given, 'key_taken', [other]],
    [paid, 'names_gone', [given]],
  ])
  expect((await refusal(unmerge(change))).code).toBe('CONFLICT')
  await areas.correct(holder, other, undefined, { code: `H${++nth}` })

  const last = await register('辛三')
  const later = await merge(last, kept)
  expect((await refusal(unmerge(change))).data['change']).toBe(later.change)
  await unmerge(later.change)
  expect((await unmerge(change)).counts.restored).toBe(3)
})

test('an erasure empties what turned out to be the same one as well', async () => {
  const [kept, given, last] = [
    await register('壬', {}, { contact: '壬一' }),
    await register('壬二', {}, { contact: '壬二' }),
    await register('壬三', {}, { contact: '壬三' }),
  ]
  await merge(kept, given)
  const { change } = await merge(last, kept)
  const before = BigInt(await areas.head())
  expect((await areas.erase(holder, last)).emptied).toBeGreaterThanOrEqual(3)
  for (const one of [kept, given, last])
    expect((await view(one, before - 2n)).header['contact']).toEqual({ value: null, shown: null })
  expect((await view(last)).header['contact']?.value).toBeNull()
  // What was one again is erased alone.
  const [a, b] = [
    await register('癸', {}, { contact: '癸一' }),
    await register('癸二', {}, { contact: '癸二' }),
  ]
  await unmerge((await merge(a, b)).change)
  await areas.erase(holder, a)
  expect(await contactOf(b)).toBe('癸二')
  expect((await viewOf(change)).stands).toBe(true)
})

test('those that agree in what seldom agrees are listed by pairs, within sight, without telling a personal value', async () => {
  const pairsOf = async (scope: Scope = areas.whole) =>
    (await alikeRecords(areas.records, scope, { type: holder, limit: 1000 })).pairs.map(
      ({ by, first, second }) => [
        by.map((keys) => keys.join('+')).join(' '),
        ...[first.id, second.id].sort(),
      ],
    )
  const [a, b] = [await register('同名 甲'), await register('同名甲')]
  const c = await register('同号', { site_id: west }, { contact: '0592-1234567' })
  const d = await register('异名', {}, { contact: '05921234567' })
  const e = await register('不同', { site_id: west }, { contact: '　' })
  await areas.happen(holder, e, 'moved', '2015-01-01', { site_id: east })
  const f = await register('不同', {}, { contact: ' ' })
  const [g, h] = [
    await register('两样都同', {}, { contact: '9' }),
    await register('两样都同', {}, { contact: '9' }),
  ]
  const found = await pairsOf()
  expect(found[0]).toEqual(['name+site_id contact', ...[g, h].sort()])
  const mine = (ids: string[]) => found.filter((pair) => ids.some((id) => pair.includes(id)))
  expect(mine([a])).toEqual([['name+site_id', ...[a, b].sort()]])
  expect(mine([c])).toEqual([['contact', ...[c, d].sort()]])
  // On whatever day either stood there; and nothing is no agreement.
  expect(mine([e])).toEqual([['name+site_id', ...[e, f].sort()]])
  const eastern = await pairsOf(within(east))
  expect([eastern.some((pair) => pair.includes(c)), eastern.some((pair) => pair.includes(a))]).toEqual([
    false,
    true,
  ])
  const told = await alikeRecords(areas.records, areas.whole, { type: holder, limit: 1 })
  expect([told.pairs.length, told.total, told.nextCursor]).toEqual([1, found.length, '1'])
  expect(JSON.stringify(told)).not.toContain('contact":')
  const next = await alikeRecords(areas.records, areas.whole, { type: holder, limit: 1, cursor: '1' })
  expect(next.pairs[0]?.first.id).not.toBe(told.pairs[0]?.first.id)
  await merge(g, h)
  expect((await pairsOf()).filter((pair) => pair.includes(g))).toEqual([])
})
