import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../platform/db/scope.ts'
import { changesSince } from '../../platform/records/changes.ts'
import { searchRecords } from '../../platform/records/search.ts'
import type { Day } from '../../platform/values/day.ts'
import { pinyinOf } from '../../platform/values/pinyin.ts'
import { type Community, fillCommunity } from './testing/communities.ts'
import { openOffice, type Short, type TestOffice } from './testing/office.ts'

let office: TestOffice
let unit: string
let east: Community
let west: Community
const inEast = (): Scope => ({ office: 1, places: [east.place] })
const asOf = '2018-07-29' as Day

beforeAll(async () => {
  office = await openOffice(1)
  const street = await office.establish(
    'place',
    '2000-01-01',
    { name: '金山街道', code: '350206005000', parent_id: null },
    { kind: 'street' },
  )
  unit = await office.establish(
    'person',
    '2010-01-01',
    { name: '厦门绿源有限公司', address: null, state: 'operating' },
    { credit_code: '91350206MA2XXXXX0C', kind: 'non_public' },
  )
  east = await fillCommunity(office, '01', street, unit)
  west = await fillCommunity(office, '02', street, unit)
})
afterAll(() => office.close())

async function search(
  type: Short,
  find: string,
  more: { scope?: Scope; asOf?: Day; known?: bigint | null; limit?: number } = {},
) {
  const { scope = office.whole, ...question } = more
  return await searchRecords(office.records, scope, office.typeOf(type), {
    find,
    asOf,
    known: null,
    limit: 50,
    ...question,
  })
}
const ids = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).records.map((record) => record.id)

const branch = (name: string, code: string, seat: string) =>
  office.establish(
    'organisation',
    '2015-01-01',
    { name, kind: '631', founded_in: 'community', parent_id: null, seat_id: seat, unit_id: null },
    { code, contact_name: '钱联络', contact_phone: '13912345678' },
  )

test('a former name and a later one find the record, which is shown as it is called on the day', async () => {
  const id = await branch('老城根支部', 'CG-1', east.compound)
  await office.happen('organisation', id, 'renamed', '2018-09-01', { name: '新天地支部' })
  const [before] = (await search('organisation', '新天地')).records
  expect(before).toMatchObject({
    id,
    title: '老城根支部',
    otherName: '新天地支部',
    key: 'CG-1',
    inForce: true,
  })
  const [after] = (await search('organisation', '老城', { asOf: '2018-10-01' as Day })).records
  expect(after).toMatchObject({ id, title: '新天地支部', otherName: '老城根支部' })
  const [heard] = (await search('organisation', 'lcgzb', { asOf: '2018-10-01' as Day })).records
  expect(heard).toMatchObject({ id, title: '新天地支部', otherName: '老城根支部' })
  const [plain] = (await search('organisation', '老城')).records
  expect(plain?.otherName).toBeNull()
})

test('what has not begun or has ended is found and said to be so', async () => {
  const id = await branch('短命支部', 'DM-1', east.compound)
  await office.happen('organisation', id, 'dissolved', '2018-03-01')
  expect((await search('organisation', 'dmzb')).records).toMatchObject([
    { id, inForce: false, from: '2015-01-01', to: '2018-03-01' },
  ])
  expect((await search('organisation', '短命', { asOf: '2010-01-01' as Day })).records).toMatchObject([
    { id, inForce: false },
  ])
})

test('codes are found by any part, in either case and width, the very one first', async () => {
  const longer = await branch('长码支部', 'QX-77', east.compound)
  const exact = await branch('短码支部', 'QX-7', west.compound)
  expect(await ids('organisation', 'qx-7')).toEqual([exact, longer])
  expect(await ids('organisation', 'ＱＸ－７')).toEqual([exact, longer])
  expect((await search('organisation', 'QX', { limit: 1 })).total).toBe(2)
  expect(await ids('person', '206MA2')).toEqual([unit])
})

test('a record that is called by another is found by the name of that one', async () => {
  for (const find of ['绿源', 'xmly', 'lvyuan']) {
    expect((await ids('seat', find)).toSorted()).toEqual([east.seat, west.seat].toSorted())
    expect((await search('seat', find)).records[0]?.title).toBe('厦门绿源有限公司')
  }
  expect(await ids('seat', '绿源', { scope: inEast() })).toEqual([east.seat])
})

test('personal values are not looked into, and signs of patterns are plain signs', async () => {
  for (const find of ['13912345678', '钱联络', 'qianlianluo', '%', '_', '\\', "'"])
    expect([find, await ids('organisation', find)]).toEqual([find, []])
})

test('what lies outside the scope is absent: by name, by sound, by code and in the count', async () => {
  await branch('隐山支部', 'YS-1', west.compound)
  for (const find of ['隐山', 'yszb', 'yinshan', 'YS-1', 'ZB-02']) {
    expect([find, (await search('organisation', find)).total]).toEqual([find, 1])
    expect([find, await search('organisation', find, { scope: inEast() })]).toEqual([
      find,
      { type: 'organisation.party_organisation', total: 0, records: [], held: [] },
    ])
  }
})

test('as known earlier, what was recorded later is absent and what was removed is there', async () => {
  const before = await office.head()
  const id = await branch('后录支部', 'HL-1', east.compound)
  const during = await office.head()
  expect(await ids('organisation', 'hlzb', { known: before })).toEqual([])
  await office.remove('organisation', id)
  expect(await ids('organisation', '后录')).toEqual([])
  expect(await ids('organisation', 'houlu', { known: during })).toEqual([id])
  const { changes } = await changesSince(office.records, office.whole, { limit: 1, known: during })
  expect(changes).toMatchObject([{ change: String(during), records: [{ id, title: '后录支部' }] }])
})

test('every record is found by each part of each name it bore, and nothing is found that bears none of it', async () => {
  const sample = '金安高林五通祥店湖里单乐重行'
  const name = fc
    .array(fc.constantFrom(...sample.split('')), { minLength: 2, maxLength: 5 })
    .map((c) => c.join(''))
  const bodies = fc.sample(fc.tuple(name, name), 12)
  const made: { id: string; names: string[]; scope: Community }[] = []
  for (const [index, [first, second]] of bodies.entries()) {
    const scope = index % 2 === 0 ? east : west
    const id = await branch(first, `PX-${index}`, scope.compound)
    await office.happen('organisation', id, 'renamed', '2017-01-01', { name: second })
    made.push({ id, names: [first, second], scope })
  }
  const own = new Set(made.map(({ id }) => id))
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.boolean(), async (which, from, long, onlyEast) => {
      const names = made.flatMap((record) => record.names)
      const chosen = names[which % names.length] as string
      const start = from % chosen.length
      const part = chosen.slice(start, start + 1 + (long % (chosen.length - start)))
      const scope = onlyEast ? inEast() : office.whole
      const visible = made.filter((record) => !onlyEast || record.scope === east)
      const bearing = visible.filter((record) => record.names.some((each) => each.includes(part)))
      const read = await ids('organisation', part, { scope })
      expect(read.filter((id) => own.has(id)).toSorted()).toEqual(bearing.map(({ id }) => id).toSorted())
      const { full, initials } = pinyinOf(part)
      for (const letters of [full, ...(initials.length > 1 ? [initials] : [])]) {
        const heard = new Set(await ids('organisation', letters, { scope }))
        expect(bearing.filter(({ id }) => !heard.has(id))).toEqual([])
        if (onlyEast)
          expect([...heard].filter((id) => made.some((r) => r.id === id && r.scope === west))).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})
