import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../platform/db/transaction.ts'
import type { Lineage } from '../../platform/records/deeds/contract.ts'
import { correctDeed } from '../../platform/records/deeds/correct-deed.ts'
import type { DeedInput } from '../../platform/records/deeds/deed-input.ts'
import { lineageOf } from '../../platform/records/deeds/lineage.ts'
import { performDeed } from '../../platform/records/deeds/perform-deed.ts'
import { previewDeed } from '../../platform/records/deeds/preview-deed.ts'
import { newId } from '../../platform/db/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Day } from '../../platform/values/day.ts'
import { clerk, openOffice, type TestOffice } from './testing/office.ts'

let office: TestOffice
let street: string
let east: string
let west: string
let committee: string
let unit: string
let nth = 0

const organisation = 'organisation.party_organisation'
const covered = 'organisation.covered_unit'
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
  unit = await office.establish(
    'person',
    '2010-01-01',
    { name: '示例单位', address: null, state: 'operating' },
    { credit_code: '91350206XX0000001M', kind: 'non_public' },
  )
})
afterAll(() => office.close())

const branchOf = (name: string, more: Record<string, string | null> = {}) => ({
  name,
  kind: '631',
  founded_in: 'unit',
  parent_id: committee,
  seat_id: east,
  unit_id: null,
  ...more,
})
const found = (name: string, more: Record<string, string | null> = {}) =>
  office.establish('organisation', '2015-01-01', branchOf(name, more), { code: `Z${++nth}` })

const asking = () => ({ scope: office.whole, actor: clerk })
const deed = (kind: string, onDate: string, more: Partial<DeedInput>): DeedInput => ({
  type: organisation,
  reason: null,
  idempotencyKey: newId(),
  overrides: [],
  deed: kind,
  onDate: onDate as Day,
  documentNo: '示例〔2018〕1号',
  ending: [],
  lasting: [],
  beginning: [],
  moves: [],
  ...more,
})
const one = (id: string, sets: Record<string, string | null> = {}) => ({ id, sets })
const fresh = (name: string, more: Record<string, string | null> = {}) => ({
  name,
  header: { code: `Z${++nth}` },
  sets: branchOf(name, more),
})
const perform = (input: DeedInput) => performDeed(office.records, asking(), input)
const preview = (input: DeedInput) => previewDeed(office.records, office.figures, asking(), input)
const lineage = (id: string) =>
  read<unknown, Lineage>(office.database, office.whole, (reader) =>
    lineageOf(office.engine, reader, office.typeOf('organisation'), id),
  )
const count = async (node: string, asOf: string, knownAt?: bigint) =>
  Number(
    (
      await office.value({
        figure: 'organisation.organisations',
        node,
        asOf: asOf as Day,
        ...(knownAt === undefined ? {} : { knownAt: String(knownAt) }),
      })
    ).value,
  )
const lives = async (id: string) =>
  (await office.load('organisation', id))?.spells.map(({ from, to }) => [from, to])
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`no refusal: ${String(error)}`)
  return error
}

test('a merger ends two, begins one, takes along what hung on them, and is one change', async () => {
  const a = await found('甲支部')
  const b = await found('乙支部', { seat_id: west })
  const group = await found('甲党小组', { kind: '641', parent_id: a })
  const cover = await office.establish('covered', '2016-01-01', { organisation_id: b, unit_id: unit })
  const before = await office.head()
  const input = deed('merge', '2018-03-01', {
    ending: [one(a), one(b)],
    beginning: [fresh('甲乙联合支部', { kind: '632' })],
    moves: [
      { type: organisation, id: group, on: a, to: '甲乙联合支部' },
      { type: covered, id: cover, on: b, to: '甲乙联合支部' },
    ],
  })
  const { begun } = await perform(input)
  const merged = begun[0]?.id as string
  expect(await office.head()).toBe(before + 1n)
  expect(await lives(a)).toEqual([['2015-01-01', '2018-03-01']])
  expect(await lives(merged)).toEqual([['2018-03-01', null]])
  expect((await office.load('organisation', group))?.spells.at(-1)).toMatchObject({
    from: '2018-03-01',
    attributes: { parent_id: merged },
  })
  expect((await office.load('covered', cover))?.spells.at(-1)?.attributes).toMatchObject({
    organisation_id: merged,
  })
  expect([await count(street, '2018-02-28'), await count(street, '2018-03-01')]).toEqual([3, 2])
  expect(await count(street, '2018-03-01', before)).toBe(3)
  const { nodes, links } = await lineage(a)
  expect(nodes.map(({ id }) => id).sort()).toEqual([a, b, merged].sort())
  expect(links.map(({ from, to, kind, on }) => `${from} ${to} ${kind} ${on}`).sort()).toEqual(
    [`${a} ${merged} merge 2018-03-01`, `${b} ${merged} merge 2018-03-01`].sort(),
  )
})

test('a split is refused until everything that hangs on it is assigned, and the preview counts what is left', async () => {
  const whole = await found('大支部')
  const groups = [
    await found('一组', { kind: '641', parent_id: whole }),
    await found('二组', { kind: '641', parent_id: whole }),
  ]
  const parts = [fresh('前支部'), fresh('后支部', { seat_id: west })]
  const input = (moves: DeedInput['moves']) =>
    deed('split', '2018-04-01', { ending: [one(whole)], beginning: parts, moves })
  const moved = (index: number, to: string) => ({
    type: organisation,
    id: groups[index] as string,
    on: whole,
    to,
  })
  const head = await office.head()
  const first = await preview(input([moved(0, '前支部')]))
  expect(first.unassigned).toBe(1)
  expect(first.dependents.map(({ title, assigned }) => [title, assigned?.to ?? null])).toEqual([
    ['一组', '前支部'],
    ['二组', null],
  ])
  const street_ = first.figures.filter(
    ({ place, figure }) => place.id === street && figure === 'organisation.organisations',
  )
  expect(street_.map(({ before, after }) => Number(after) - Number(before))).toEqual([1])
  expect(await office.head()).toBe(head)

  const refused = await refusal(perform(input([moved(0, '前支部')])))
  expect(refused.code).toBe('CONFLICT')
  expect(refused.data['dependents']).toEqual([{ type: organisation, id: groups[1], title: '二组' }])
  expect(await office.head()).toBe(head)

  const { begun } = await perform(input([moved(0, '前支部'), moved(1, '后支部')]))
  expect(begun.map(({ name }) => name)).toEqual(['前支部', '后支部'])
  expect(
    (await office.load('organisation', groups[1] as string))?.spells.at(-1)?.attributes['parent_id'],
  ).toBe(begun[1]?.id)
})

test('nothing ends while something hangs on it, whichever way it is asked', async () => {
  const parent = await found('上级支部')
  const child = await found('下级支部', { parent_id: parent })
  const refused = await refusal(office.happen('organisation', parent, 'dissolved', '2018-05-01'))
  expect([refused.code, refused.data['dependents']]).toEqual([
    'CONFLICT',
    [{ type: organisation, id: child, title: '下级支部' }],
  ])
  const away = (to: string | null) =>
    perform(
      deed('dissolve', '2018-05-01', {
        ending: [one(parent, { cause: 'shell' })],
        moves: [{ type: organisation, id: child, on: parent, to }],
      }),
    )
  expect((await refusal(away(parent))).code).toBe('CONFLICT')
  await away(null)
  expect([await lives(parent), await lives(child)]).toEqual([
    [['2015-01-01', '2018-05-01']],
    [['2015-01-01', '2018-05-01']],
  ])
})

test('a deed is corrected as one thing: its day moves in every record, and what never was leaves no trace', async () => {
  const giver = await found('并入支部')
  const taker = await found('接收支部')
  const child = await found('并入小组', { kind: '641', parent_id: giver })
  const before = await office.load('organisation', child)
  const { deed: id } = await perform(
    deed('absorb', '2018-06-01', {
      ending: [one(giver)],
      lasting: [one(taker)],
      moves: [{ type: organisation, id: child, on: giver, to: taker }],
    }),
  )
  const event = (await office.load('organisation', giver))?.events.at(-1)
  const alone = office.correct('organisation', giver, {
    id: event?.id as string,
    onDate: '2018-06-02' as Day,
    sets: {},
    neverWas: false,
  })
  expect((await refusal(alone)).code).toBe('CONFLICT')
  const correction = (more: { onDate?: Day; neverWas?: boolean }) =>
    correctDeed(office.records, asking(), {
      type: organisation,
      reason: '核对文件',
      idempotencyKey: newId(),
      overrides: [],
      deed: id,
      neverWas: false,
      ...more,
    })
  await correction({ onDate: '2018-07-01' as Day })
  expect(await lives(giver)).toEqual([['2015-01-01', '2018-07-01']])
  expect((await office.load('organisation', child))?.spells.map(({ from }) => from)).toEqual([
    '2015-01-01',
    '2018-07-01',
  ])
  await correction({ neverWas: true })
  expect(await lives(giver)).toEqual([['2015-01-01', null]])
  expect((await office.load('organisation', child))?.spells).toEqual(before?.spells)
  expect((await lineage(taker)).links).toEqual([])
})

test('a split that never was takes its new organisations along, unless something happened to them since', async () => {
  const whole = await found('总支')
  const { deed: id, begun } = await perform(
    deed('divide', '2018-06-01', { lasting: [one(whole)], beginning: [fresh('分出支部')] }),
  )
  const part = begun[0]?.id as string
  await office.happen('organisation', part, 'renamed', '2018-06-15', { name: '分出新名' })
  const correction = () =>
    correctDeed(office.records, asking(), {
      type: organisation,
      reason: '核对文件',
      idempotencyKey: newId(),
      overrides: [],
      deed: id,
      neverWas: true,
    })
  expect((await refusal(correction())).code).toBe('CONFLICT')
  const renamed = (await office.load('organisation', part))?.events.at(-1)?.id as string
  await office.correct('organisation', part, { id: renamed, sets: {}, neverWas: true })
  const { never } = await correction()
  expect(never).toEqual([part])
  expect(await office.load('organisation', part)).toBeUndefined()
  expect(await lives(whole)).toEqual([['2015-01-01', null]])
})

test('a dissolved organisation is restored as it last stood, and what it was between stays', async () => {
  const branch = await found('恢复支部')
  await office.happen('organisation', branch, 'dissolved', '2018-02-01', { cause: 'other' })
  await office.happen('organisation', branch, 'restored', '2018-05-01', { seat_id: west })
  expect((await office.load('organisation', branch))?.spells).toMatchObject([
    { from: '2015-01-01', to: '2018-02-01' },
    { from: '2018-05-01', to: null, attributes: { name: '恢复支部', parent_id: committee, seat_id: west } },
  ])
})

test('too few take part, one takes part twice, a stale version: each is refused in words', async () => {
  const a = await found('丙支部')
  const parts = [fresh('丁支部')]
  const few = await refusal(perform(deed('merge', '2018-03-01', { ending: [one(a)], beginning: parts })))
  expect(few.words.zh).toBe('“合并的组织”需要至少2个，现有1个。请增减后再提交。')
  const twice = await refusal(
    perform(deed('merge', '2018-03-01', { ending: [one(a), one(a)], beginning: parts })),
  )
  expect(twice.words.zh).toContain('选了两次')
  const stale = await refusal(
    perform(deed('dissolve', '2018-03-01', { ending: [{ ...one(a), version: '1' }] })),
  )
  expect(stale.code).toBe('STALE')
})

test('a clerk of one community cannot end what others hang on', async () => {
  const parent = await found('跨社区支部')
  await found('西边小组', { kind: '641', parent_id: parent, seat_id: west })
  const scope = { office: office.whole.office, places: [east] }
  const refused = await refusal(
    performDeed(
      office.records,
      { scope, actor: clerk },
      deed('dissolve', '2018-05-01', { ending: [one(parent)] }),
    ),
  )
  expect([refused.code, refused.data['unseen'], JSON.stringify(refused.data)]).toEqual([
    'CONFLICT',
    1,
    '{"unseen":1}',
  ])
})
