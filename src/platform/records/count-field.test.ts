import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/id.ts'
import { read } from '../db/transaction.ts'
import type { Question as FigureQuestion } from '../figures/contract.ts'
import { Refusal } from '../refusal.ts'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { addDays, type Day, day } from '../values/day.ts'
import { performBulk } from './bulk/perform-bulk.ts'
import { previewBulk } from './bulk/preview-bulk.ts'
import { previewBulkUndo, undoBulk } from './bulk/undo-bulk.ts'
import { listRecords, type Question } from './list.ts'
import type { StoredRecord } from './records-engine.ts'
import { searchRecords } from './search.ts'
import { viewRecord } from './view.ts'

const holder = 'alpha.holder'
let areas: TwoAreas
let root: string
let nth = 0
/** Without a digit, so that no search for a number finds it. */
const word = () => [...String((nth += 1))].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')
beforeAll(async () => {
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
})
afterAll(() => areas.close())

const register = (seats: string | null, rank: string | null = null, name = `持有人${word()}`) =>
  areas.establish(
    holder,
    '2010-01-01',
    { name, kind: 'firm', site_id: root, parent_id: null, seats },
    { code: word(), rank },
  )
const load = async (id: string, known: bigint | null = null): Promise<StoredRecord> =>
  await read<unknown, StoredRecord>(
    areas.database,
    areas.whole,
    async (reader) => (await areas.records.engine.load(reader, holderType, [id])).get(id) as StoredRecord,
    known,
  )
const seatsOn = ({ spells }: StoredRecord, on: Day) =>
  spells.find((spell) => spell.from <= on && (spell.to === null || on < spell.to))?.attributes['seats']
const refusal = async (act: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error })
  return error
}
const asking = () => ({ scope: areas.whole, actor: areas.clerk })

test('a count stands in int columns of header, spell and event, and is read back as the same digits', async () => {
  const id = await register('０12', ' 007 ')
  await areas.happen(holder, id, 'resized', '2018-03-01', { seats: '30', ballots: '0' })
  const record = await load(id)
  expect(record.header).toMatchObject({ rank: '7' })
  expect(record.spells.map(({ attributes }) => attributes['seats'])).toEqual(['12', '30'])
  expect(record.events.map(({ sets }) => sets)).toMatchObject([
    { seats: '12' },
    { seats: '30', ballots: '0' },
  ])
  const { rows } = await areas.database.query(areas.whole, {
    name: 'count columns',
    text: `select h.rank, s.seats, e.ballots, array[pg_typeof(h.rank), pg_typeof(s.seats), pg_typeof(e.ballots)]::text
      from alpha.holder h join alpha.holder_spell s on s.record_id = h.id join alpha.holder_event e on e.record_id = h.id
      where h.id = $1::uuid and s.valid_to is null and e.kind = 'resized'`,
    values: [id],
  })
  expect(rows).toEqual([['7', '30', '0', '{integer,integer,integer}']])

  await areas.correct(holder, id, undefined, { rank: '5' })
  expect((await load(id)).header).toMatchObject({ rank: '5' })
  await areas.correct(holder, id, undefined, { rank: null })
  expect((await load(id)).header).toMatchObject({ rank: null })
})

const seats = fc.option(fc.integer({ min: 1, max: 500 }).map(String))
const act = fc.record({ after: fc.integer({ min: 1, max: 900 }), seats, corrects: fc.boolean() })

test('any life of a count is what was said, on every day and as known at every change', async () => {
  await fc.assert(
    fc.asyncProperty(seats, fc.array(act, { maxLength: 6 }), async (first, acts) => {
      const id = await register(first)
      // What holds from which day on, as each change left it.
      let now: { from: Day; seats: string | null }[] = [{ from: day('2010-01-01'), seats: first }]
      const told = [{ known: BigInt(await areas.head()), life: now }]
      for (const { after, seats: next, corrects } of acts) {
        const last = now.at(-1) as (typeof now)[number]
        if (corrects) {
          const event = (await load(id)).events.at(-1)?.id as string
          await areas.correct(holder, id, { id: event, sets: { seats: next }, neverWas: false })
          now = [...now.slice(0, -1), { ...last, seats: next }]
        } else {
          const from = addDays(last.from, after)
          if (from > day('2026-01-01')) continue
          await areas.happen(holder, id, 'resized', from, { seats: next })
          now = [...now, { from, seats: next }]
        }
        told.push({ known: BigInt(await areas.head()), life: now })
      }
      for (const { known, life } of told) {
        const record = await load(id, known)
        for (const { from, seats: wanted } of life) expect(seatsOn(record, from)).toBe(wanted)
      }
      // Neighbours that say the same are one spell: nothing differs by how a number is written.
      const differing = now.filter((one, at) => at === 0 || one.seats !== now[at - 1]?.seats)
      expect((await load(id)).spells).toHaveLength(differing.length)
    }),
    // Each case writes into a database.
    { numRuns: Math.max(5, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 8)), endOnFailure: true },
  )
})

test.each([
  ['12人', '不是从0起的整数'],
  ['12.5', '不是从0起的整数'],
  ['-1', '不是从0起的整数'],
  ['1,200', '带有千分位分隔符'],
  ['0', '太小，这一项最少为1'],
  ['501', '太大，这一项最多为500'],
])('seats of %j are refused with field, value and what to do', async (value, words) => {
  const id = await register('1')
  const before = await areas.head()
  const refused = await refusal(areas.happen(holder, id, 'resized', '2018-03-01', { seats: value }))
  expect([refused.code, refused.data]).toEqual(['INVALID', { field: 'seats', value }])
  expect(refused.words.zh).toContain(`“席位”：“${value}”${words}`)
  expect(refused.words.en).toMatch(/^“Seats”: /)
  expect(await areas.head()).toBe(before)
})

test('a detail and a fixed count are refused as well, and an int takes no more than it holds', async () => {
  const id = await register('1')
  const detail = await refusal(areas.happen(holder, id, 'resized', '2018-03-01', { ballots: '3张' }))
  expect(detail.data).toEqual({ field: 'ballots', value: '3张' })
  const fixed = await refusal(areas.correct(holder, id, undefined, { rank: '2147483648' }))
  expect(fixed.words.zh).toContain('最多为2147483647')
  await areas.correct(holder, id, undefined, { rank: '2147483647' })
  expect((await load(id)).header).toMatchObject({ rank: '2147483647' })
})

const listed = async (question: Partial<Question>) => {
  const asked: Question = {
    type: holder,
    where: [],
    descending: false,
    all: false,
    find: '序列',
    ...question,
  }
  const { records, total } = await listRecords(areas.records, areas.whole, { ...asked, limit: 50 }, null)
  expect(total).toBe(records.length)
  return records.map(({ values }) => values['seats']?.value ?? null)
}

test('a list is sorted by the number, not by its digits, and filtered by a range', async () => {
  for (const count of ['9', '100', null, '10', '2']) await register(count, count, `序列${count ?? '无'}`)
  const sorted = [null, '2', '9', '10', '100']
  expect(await listed({ sort: 'seats' })).toEqual(sorted)
  expect(await listed({ sort: 'seats', descending: true })).toEqual(sorted.toReversed())
  expect(await listed({ sort: 'rank' })).toEqual(sorted)
  expect(await listed({ sort: 'rank', descending: true, all: true })).toEqual(sorted.toReversed())
  // Where the database itself sorts and cuts.
  const page = async (cursor?: string) =>
    await listRecords(
      areas.records,
      areas.whole,
      {
        type: holder,
        where: ['seats:2..100'],
        sort: 'seats',
        descending: false,
        all: false,
        limit: 2,
        cursor,
      },
      null,
    )
  const pages = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { records, nextCursor } = await page(cursor)
    pages.push(...records.map(({ values }) => Number(values['seats']?.value)))
    cursor = nextCursor
  }
  expect(pages.length).toBeGreaterThan(4)
  expect(pages).toEqual(pages.toSorted((a, b) => a - b))

  const where = (range: string) => listed({ sort: 'seats', where: [`seats:${range}`] })
  expect(await where('9..10')).toEqual(['9', '10'])
  expect(await where('10..')).toEqual(['10', '100'])
  expect(await where('..9')).toEqual(['2', '9'])
  expect(await where('10')).toEqual(['10'])
  expect(await where('2,100')).toEqual(['2', '100'])
  expect(await where('9999999999..')).toEqual([])
  for (const wrong of ['', '..', 'x', '1-3', '12345678901'])
    expect((await refusal(where(wrong))).words.zh).toContain(`“席位”不能按“${wrong}”筛选`)
})

test('a record shows its counts as digits, and no search finds it by one', async () => {
  const id = await register('321', '654', '示数')
  await areas.happen(holder, id, 'resized', '2018-03-01', { seats: '322', ballots: '987' })
  const view = await viewRecord(
    areas.records,
    areas.whole,
    { type: holder, id, asOf: undefined, known: null },
    { record: true, correct: true },
  )
  expect(view.values?.['seats']).toEqual({ value: '322', shown: { zh: '322', en: '322' } })
  expect(view.header['rank']?.value).toBe('654')
  expect(view.events.at(-1)?.sets['ballots']?.value).toBe('987')
  for (const find of ['321', '322', '654', '987']) {
    const question = { find, asOf: day('2018-06-30'), known: null, limit: 5 }
    expect((await searchRecords(areas.records, areas.whole, holderType, question)).total).toBe(0)
  }
})

test('one act gives many records the same count, and its undoing gives each its own back', async () => {
  const ids = [await register('5'), await register('50'), await register(null)]
  const input = async (given: string) => ({
    type: holder,
    reason: '统一席位',
    idempotencyKey: newId(),
    overrides: [],
    act: 'resized',
    onDate: day('2018-03-01'),
    documentNo: null,
    sets: { seats: given, ballots: '９' },
    records: await Promise.all(ids.map(async (id) => ({ id, version: String((await load(id)).version) }))),
  })
  const current = async () =>
    await Promise.all(ids.map(async (id) => seatsOn(await load(id), day('2018-03-01'))))
  const preview = await previewBulk(areas.records, areas.figures, asking(), await input('30'))
  expect(preview.records.map(({ values }) => values['seats']?.value)).toEqual(['5', '50', null])
  expect((await refusal(performBulk(areas.records, asking(), await input('1,000')))).words.zh).toContain(
    '1000',
  )
  const { change } = await performBulk(areas.records, asking(), await input('３０'))
  expect(await current()).toEqual(['30', '30', '30'])
  const plan = await previewBulkUndo(areas.records, asking(), holderType, change)
  const undo = {
    type: holder,
    reason: '误办',
    idempotencyKey: newId(),
    overrides: [],
    change,
    seen: plan.digest,
  }
  expect((await undoBulk(areas.records, asking(), holderType, undo)).counts.restored).toBe(3)
  expect(await current()).toEqual(['5', '50', null])
})

test('no figure moves with a count', async () => {
  const id = await register('5')
  const asked = { figure: 'alpha.holders', node: root, asOf: '2018-06-30' } as FigureQuestion
  const before = await areas.value(asked)
  await areas.happen(holder, id, 'resized', '2018-03-01', { seats: '500', ballots: '400' })
  await areas.correct(holder, id, undefined, { rank: '1' })
  const after = await areas.value(asked)
  expect([after.value, after.rowCount]).toEqual([before.value, before.rowCount])
  const rows = await areas.rows(asked)
  expect(rows.rows).toHaveLength(after.rowCount)
})
