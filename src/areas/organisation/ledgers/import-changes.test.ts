import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../platform/values/day.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'
import { type ImportDesk, importDesk, organisationsFile, placesFile } from './testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

test('a differing value corrects the event that set it; the document and the dates correct theirs', async () => {
  const office = await desk.open()
  await office.bring(organisationsFile('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const id = (await office.found(partyOrganisationsLedger, 'ZB-1'))?.id as string
  await office.happen('organisation', id, 'renamed', '2017-03-01', { name: '示例第一党支部' })
  const head = await office.head()
  const result = await office.bring(
    organisationsFile(
      'ZB-1,示例第二党支部,党总支部,单位,,350206005013,,,,是,2016-02-01,2018-05-01,演示〔2016〕1号',
    ),
  )
  expect(result).toMatchObject({ errors: [], counts: { updated: 1 }, change: String(head + 1n) })
  expect(result.preview[0]?.changes.map(({ field, before, after }) => [field.zh, before, after])).toEqual([
    ['虚构', '否', '是'],
    ['党组织全称', '示例第一党支部', '示例第二党支部'],
    ['组织类型', '党支部', '党总支部'],
    ['成立日期', '2016-01-01', '2016-02-01'],
    ['文号', null, '演示〔2016〕1号'],
    ['撤销日期', null, '2018-05-01'],
  ])
  const now = await office.load('organisation', id)
  expect(
    now?.events.map(({ kind, onDate, documentNo, sets }) => [
      kind,
      onDate,
      documentNo,
      sets['name'] ?? null,
      sets['kind'] ?? null,
    ]),
  ).toEqual([
    ['established', '2016-02-01', '演示〔2016〕1号', '示例党支部', '621'],
    ['renamed', '2017-03-01', null, '示例第二党支部', null],
    ['dissolved', '2018-05-01', null, null, null],
  ])
  const then = await office.load('organisation', id, head)
  expect(then?.events.at(-1)?.sets['name']).toBe('示例第一党支部')
  const lifted = await office.bring(
    organisationsFile('ZB-1,示例第二党支部,党总支部,单位,,350206005013,,,,是,2016-02-01,,演示〔2016〕1号'),
  )
  expect(lifted.counts.updated).toBe(1)
  expect((await office.load('organisation', id))?.spells.at(-1)?.to).toBeNull()
})

test('with a day of change a differing value becomes an event of that day, and earlier days keep theirs', async () => {
  const office = await desk.open()
  await office.bring(
    organisationsFile(
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-1,示例党支部,党支部,单位,ZB-0,350206005013,,,,,2016-01-01,,',
    ),
  )
  const on = { changesOn: day('2018-06-01') }
  const file = organisationsFile('ZB-1,示例新支部,党支部,单位,,350206005014,,,,,2016-01-01,,')
  expect(await office.bring(file, on)).toMatchObject({ errors: [], counts: { updated: 1 } })
  const record = await office.found(partyOrganisationsLedger, 'ZB-1')
  expect(record?.events.map(({ kind, onDate }) => [kind, onDate])).toEqual([
    ['established', '2016-01-01'],
    ['re_seated', '2018-06-01'],
    ['renamed', '2018-06-01'],
  ])
  expect(
    record?.spells.map(({ from, attributes }) => [
      from,
      attributes['name'],
      attributes['parent_id'] === null,
    ]),
  ).toEqual([
    ['2016-01-01', '示例党支部', false],
    ['2018-06-01', '示例新支部', true],
  ])
  expect((await office.bring(file, on)).counts).toMatchObject({ updated: 0, unchanged: 1 })
  // No act of a later day changes the host unit.
  const unit = '91350206XX0000001M'
  await office.establish(
    'person',
    '2010-01-01',
    { name: '示例单位', address: null, state: 'operating' },
    { credit_code: unit, kind: 'non_public' },
  )
  const cannot = await office.bring(
    organisationsFile(`ZB-1,示例新支部,党支部,单位,,350206005014,${unit},,,,2016-01-01,,`),
    { changesOn: day('2018-07-01') },
  )
  expect(cannot.errors).toMatchObject([{ heading: '所在单位信用代码' }])
  const early = await office.bring(
    organisationsFile('ZB-1,又一支部,党支部,单位,,350206005014,,,,,2016-01-01,,'),
    {
      changesOn: day('2018-06-01'),
    },
  )
  expect(early.errors).toMatchObject([{ heading: '党组织全称' }])
})

test('a code that the record no longer has is not taken for a change back', async () => {
  const office = await desk.open()
  await office.bring(placesFile('350206005013-01,小区,示例花园,350206005013,2016-01-01,,,'))
  const id = (await office.found(placesLedger, '350206005013-01'))?.id as string
  await office.happen('place', id, 'recoded', '2018-01-01', { code: '350206005013-91' })
  const result = await office.bring(placesFile('350206005013-01,小区,示例花园,350206005013,2016-01-01,,,'))
  expect(result.errors).toMatchObject([
    { heading: '代码', message: { zh: expect.stringContaining('350206005013-91') } },
  ])
  const below = await office.bring(placesFile('350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,'))
  expect(below.errors).toEqual([])
})

test('a code that two records have had is never guessed', async () => {
  const office = await desk.open()
  await office.bring(
    placesFile(
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,2017-01-01,,',
      '350206005013-02,小区,又一花园,350206005013,2016-01-01,,,',
    ),
  )
  const other = (await office.found(placesLedger, '350206005013-02'))?.id as string
  await office.happen('place', other, 'recoded', '2017-06-01', { code: '350206005013-01' })
  const result = await office.bring(
    placesFile(
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,2017-01-01,,',
      '350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,',
    ),
  )
  expect(result.errors.map(({ row, column }) => `${row}${column}`)).toEqual(['2A', '3D'])
  expect(result.counts).toMatchObject({ read: 2, refused: 2 })
})

test('an empty personal cell leaves what is on record', async () => {
  const office = await desk.open()
  await office.bring(
    organisationsFile('ZB-1,示例党支部,党支部,单位,,350206005013,,林示一,13800000000,,2016-01-01,,'),
  )
  expect(
    (await office.bring(organisationsFile('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,')))
      .counts,
  ).toMatchObject({ unchanged: 1 })
  expect((await office.found(partyOrganisationsLedger, 'ZB-1'))?.header).toMatchObject({
    contact_name: '林示一',
  })
})
