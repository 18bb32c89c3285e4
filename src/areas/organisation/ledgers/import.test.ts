import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CellValue } from 'hucre/xlsx'
import { columnOf } from '../../../platform/ledgers/ledger.ts'
import { gb18030, workbook } from '../../../platform/ledgers/testing/workbook.ts'
import { makeCreditCode } from '../../../platform/values/credit-code.ts'
import { day } from '../../../platform/values/day.ts'
import { placesLedger } from './places.ts'
import {
  csv,
  type ImportDesk,
  importDesk,
  organisationsFile,
  placeHeadings,
  placesFile,
} from './testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

test('a parent may stand below its child, or be on record already', async () => {
  const office = await desk.open()
  const result = await office.bring(
    placesFile(
      '350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,是',
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,,,是',
    ),
  )
  expect(result).toMatchObject({
    errors: [],
    counts: { read: 2, created: 2, updated: 0, unchanged: 0, refused: 0 },
  })
  const building = await office.found(placesLedger, '350206005013-01-01')
  const compound = await office.found(placesLedger, '350206005013-01')
  expect(building?.spells.at(-1)?.attributes['parent_id']).toBe(compound?.id)
  expect(building?.header['invented']).toBe(true)
})

test('a code that lost its end is told as damaged also where it names another record', async () => {
  const office = await desk.open()
  const result = await office.bring(
    organisationsFile(
      'ZB-1,示例党支部,党支部,单位,,350206005013,913502064799206000,,,,2016-01-01,,',
      'ZB-2,又一党支部,党支部,单位,,350206005013,91350206XX0000001M,,,,2016-01-01,,',
    ),
  )
  expect(result.errors.map(({ row, column, value, message }) => [row, column, value, message.zh])).toEqual([
    [2, 'G', '913502064799206000', expect.stringContaining('末尾已经失真')],
    [3, 'G', '91350206XX0000001M', expect.stringContaining('没有代码为')],
  ])
})

test('every error is told with its cell, what is wrong and what to do, and nothing is written', async () => {
  const office = await desk.open()
  const before = await office.head()
  const result = await office.bring(
    placesFile(
      ',小区,无代码花园,350206005013,2016-01-01,,,',
      '350206005013-02,村,示例花园,350206005013,2016-01-01,,,',
      '350206005013-03,小区,示例花园,350206005099,2016-13-01,,,也许',
      '350206005013-04,小区,示例花园,350206005013,2018-06-30,2018-06-30,,',
      '350206005013-04,小区,又一花园,350206005013,2016-01-01,,,',
      '350206005013-05,小区,未来花园,350206005013,2199-01-01,,,',
      '350206005013-06,小区,正确花园,350206005013,2016-01-01,,,',
      '350206005013-07,小区,悬空花园,350206005099,2016-01-01,,,',
    ),
  )
  const at = result.errors
    .map(({ row, column, heading, value }) => `${row}${column} ${heading} ${value}`)
    .sort()
  expect(at).toEqual(
    [
      '2A 代码 ',
      '3B 层级 村',
      '4E 设立日期 2016-13-01',
      '4H 虚构 也许',
      '5F 撤销日期 2018-06-30',
      '6A 代码 350206005013-04',
      '7E 设立日期 2199-01-01',
      '9D 上级地点代码 350206005099',
    ]
      .concat('4D 上级地点代码 350206005099')
      .sort(),
  )
  expect(result.errors.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true)
  expect(result.counts).toEqual({ read: 8, created: 1, updated: 0, unchanged: 0, refused: 7 })
  expect(result.change).toBeNull()
  expect(await office.head()).toBe(before)
})

test('missing, unknown and double headings are named', async () => {
  const office = await desk.open()
  const result = await office.bring(
    csv('代码,名称,名 称,上级地点代码,备注,设立日期,撤销日期,虚构', [
      '350206005013-01,a,b,350206005013,x,2016-01-01,,',
    ]),
  )
  expect(result.errors.map(({ heading, column }) => [heading, column])).toEqual([
    ['名 称', 'C'],
    ['备注', 'E'],
    ['层级', ''],
  ])
  expect(result.counts).toMatchObject({ read: 1, refused: 1 })
  const none = await office.bring(csv('甲,乙', ['1,2']))
  expect(none.errorCount).toBe(1)
})

test('of an optional column that the sheet leaves out it says nothing: stored values stay, and that is told', async () => {
  const office = await desk.open()
  await office.bring(placesFile('350206005013-01,小区,示例花园,350206005013,2016-01-01,,演示1号,是'))
  const again = await office.bring(
    csv('代码,层级,名称,上级地点代码,设立日期', ['350206005013-01,小区,示例新园,350206005013,2016-01-01']),
  )
  expect([again.errors, again.counts.updated]).toEqual([[], 1])
  expect(await office.found(placesLedger, '350206005013-01')).toMatchObject({
    header: { invented: true },
    events: [{ documentNo: '演示1号', sets: { name: '示例新园' } }],
  })
})

test('headings may be English, reordered, spaced and full-width, below a title; sheets in either language', async () => {
  const office = await desk.open()
  const file = await workbook({
    Places: [
      ['2018年地点台账', null],
      [
        'Ｎａｍｅ *',
        ' Code',
        'LEVEL',
        columnOf(placesLedger, 'parent_id').heading.en,
        'Invented',
        'Established on*',
        'Dissolved on',
        'Document number',
      ],
      [
        ' 示例  花园 ',
        '３５０２０６００５０１３-０１',
        'Residential compound',
        350206005013,
        'no',
        new Date('2016-01-01T00:00:00Z'),
        null,
        null,
      ],
      ['1号楼', '350206005013-01-01', '楼栋', '350206005013-01', false, 42370, null, null],
    ] satisfies CellValue[][],
  })
  expect(await office.bring(file)).toMatchObject({ errors: [], counts: { created: 2 } })
  const compound = await office.found(placesLedger, '350206005013-01')
  expect(compound?.events[0]).toMatchObject({ onDate: '2016-01-01', sets: { name: '示例 花园' } })
  expect((await office.found(placesLedger, '350206005013-01-01'))?.events[0]?.onDate).toBe('2016-01-01')
})

test('GB 18030 text is read as it was meant', async () => {
  const office = await desk.open()
  const lines = [placeHeadings.join(','), '350206005013-01,小区,示例花园,350206005013,2016/1/1,,,'].join(
    '\r\n',
  )
  expect(await office.bring({ name: '地点台账.csv', bytes: gb18030(lines) })).toMatchObject({
    errors: [],
    counts: { created: 1 },
  })
  expect((await office.found(placesLedger, '350206005013-01'))?.events[0]?.sets['name']).toBe('示例花园')
})

test('sheets of several ledgers in one workbook are one change', async () => {
  const office = await desk.open()
  const unit = makeCreditCode('9', '1', '350206', 'XX000001')
  const before = await office.head()
  const result = await office.bring(
    await workbook({
      成员单位台账: [
        ['大党委代码', '单位信用代码', '虚构', '加入日期', '退出日期', '文号'],
        ['DW-1', unit.toLowerCase(), '是', '2017-01-01', null, null],
      ],
      大党委台账: [
        ['代码', '名称', '类型', '所在地点代码', '虚构', '成立日期', '撤销日期', '文号'],
        ['DW-1', '东社区大党委', '社区大党委', '350206005013', null, '2016-07-01', null, null],
      ],
      法人单位台账: [
        ['统一社会信用代码', '单位名称', '单位性质', '登记状态', '住所', '虚构', '登记日期', '文号'],
        [unit, '示例有限公司', '非公企业', '在营', null, '是', '2015-01-01', null],
      ],
      填表说明: [['这一张表不读']],
    }),
  )
  expect(result).toMatchObject({ errors: [], counts: { read: 3, created: 3 }, change: String(before + 1n) })
  expect(
    (
      await office.value({
        figure: 'organisation.member_units',
        node: '350206005013',
        asOf: day('2018-07-29'),
      })
    ).value,
  ).toBe('1')
})

test('a sheet that is no ledger is not passed over in silence', async () => {
  const office = await desk.open()
  const result = await office.bring(await workbook({ 地点台账: [placeHeadings], 草稿: [['x']] }))
  expect(result.errors).toMatchObject([{ sheet: '草稿' }])
})

test('a wrong check character of a credit code is told; a code in a number cell is not trusted', async () => {
  const office = await desk.open()
  const head = ['统一社会信用代码', '单位名称', '单位性质', '登记状态', '住所', '虚构', '登记日期', '文号']
  const unit = makeCreditCode('9', '1', '350206', 'XX000002')
  const wrong = `${unit.slice(0, 17)}${unit.endsWith('0') ? '1' : '0'}`
  const line = (code: CellValue) => [code, '示例有限公司', '非公企业', '在营', null, '是', '2015-01-01', null]
  const result = await office.bring(
    await workbook({ 法人单位台账: [head, line(wrong), line(913502060000000000), line(unit)] }),
  )
  expect(result.errors.map(({ row, column }) => `${row}${column}`)).toEqual(['2A', '3A'])
  expect(result.counts).toMatchObject({ read: 3, created: 1, refused: 2 })
})
