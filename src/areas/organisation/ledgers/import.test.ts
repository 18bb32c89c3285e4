import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/db/database.ts'
import type { Scope } from '../../../platform/db/scope.ts'
import { read } from '../../../platform/db/transaction.ts'
import { checkImport } from '../../../platform/ledgers/check-import.ts'
import { importFile, type ImportFileOptions } from '../../../platform/ledgers/import-file.ts'
import type { Ledger } from '../../../platform/ledgers/ledger.ts'
import { readSheets } from '../../../platform/ledgers/read-sheets.ts'
import { templateOf } from '../../../platform/ledgers/template.ts'
import { gb18030, textFile, workbook } from '../../../platform/ledgers/testing/workbook.ts'
import { writeImport } from '../../../platform/ledgers/write-import.ts'
import { languages } from '../../../platform/text.ts'
import { makeCreditCode } from '../../../platform/values/credit-code.ts'
import { day } from '../../../platform/values/day.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { organisationArea } from '../area.ts'
import { clerk, openOffice, type TestOffice } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'

let database: TestDatabase
let offices = 0
let office: TestOffice
beforeAll(async () => {
  database = await testDatabase([organisationArea])
})
afterAll(() => database.drop())

/** Each test has an office of its own, with a street and two communities. */
async function freshOffice(): Promise<void> {
  offices += 1
  office = await openOffice(offices, database)
  const { errors } = await bring(
    csv(placesHead, [
      '350206005000,街道,示例街道,,2003-10-01,,',
      '350206005013,社区,东社区,350206005000,2003-10-01,,',
      '350206005014,社区,西社区,350206005000,2003-10-01,,',
    ]),
  )
  expect(errors).toEqual([])
}

const placesHead = '代码,层级,名称,上级地点代码,设立日期,撤销日期,文号,虚构'
const organisationsHead =
  '党组织代码,党组织全称,组织类型,设置于,上级党组织代码,所在地点代码,所在单位信用代码,联系人,联系电话,虚构,成立日期,撤销日期,文号'
const csv = (head: string, lines: readonly string[], name = '地点台账.csv') =>
  textFile([head, ...lines].join('\r\n'), name)
const organisations = (...lines: string[]) => csv(organisationsHead, lines, '党组织台账.csv')

async function bring(
  file: Parameters<typeof importFile>[3]['files'][number],
  more: Partial<ImportFileOptions> = {},
) {
  return await importFile(office.database, office.engine, organisationLedgers, {
    scope: office.whole,
    actor: clerk,
    files: [file],
    ...more,
  })
}

async function stored(ledger: Ledger, key: string) {
  return await read<unknown, NonNullable<Awaited<ReturnType<TestOffice['load']>>> | undefined>(
    database,
    office.whole,
    async (reader) => {
      const ids = [...(await office.engine.findByKey(reader, ledger.type, [[key]])).values()].flat()
      return (await office.engine.load(reader, ledger.type, ids)).get(ids[0] as string)
    },
  )
}
const countOf = async (ledger: Ledger) =>
  await read<unknown, number>(database, office.whole, async (reader) => {
    let count = 0
    for await (const batch of office.engine.each(reader, ledger.type, {})) count += batch.length
    return count
  })

test('a parent may stand below its child, or be on record already', async () => {
  await freshOffice()
  const result = await bring(
    csv(placesHead, [
      '350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,是',
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,,,是',
    ]),
  )
  expect(result).toMatchObject({
    errors: [],
    counts: { read: 2, created: 2, updated: 0, unchanged: 0, refused: 0 },
  })
  const building = await stored(placesLedger, '350206005013-01-01')
  const compound = await stored(placesLedger, '350206005013-01')
  expect(building?.spells.at(-1)?.attributes['parent_id']).toBe(compound?.id)
  expect(building?.header['invented']).toBe(true)
})

test('every error is told with its cell, what is wrong and what to do, and nothing is written', async () => {
  await freshOffice()
  const before = await office.head()
  const result = await bring(
    csv(placesHead, [
      ',小区,无代码花园,350206005013,2016-01-01,,,',
      '350206005013-02,村,示例花园,350206005013,2016-01-01,,,',
      '350206005013-03,小区,示例花园,350206005099,2016-13-01,,,也许',
      '350206005013-04,小区,示例花园,350206005013,2018-06-30,2018-06-30,,',
      '350206005013-04,小区,又一花园,350206005013,2016-01-01,,,',
      '350206005013-05,小区,未来花园,350206005013,2199-01-01,,,',
      '350206005013-06,小区,正确花园,350206005013,2016-01-01,,,',
      '350206005013-07,小区,悬空花园,350206005099,2016-01-01,,,',
    ]),
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
  await freshOffice()
  const result = await bring(
    csv('代码,层级,名称,名 称,上级地点代码,备注,设立日期,撤销日期,虚构', [
      '350206005013-01,小区,a,b,350206005013,x,2016-01-01,,',
    ]),
  )
  expect(result.errors.map(({ heading, column }) => [heading, column])).toEqual([
    ['名 称', 'D'],
    ['备注', 'F'],
    ['文号', ''],
  ])
  expect(result.counts).toMatchObject({ read: 1, refused: 1 })
  const none = await bring(csv('甲,乙', ['1,2']))
  expect(none.errorCount).toBe(1)
})

test('headings may be English, reordered, spaced and full-width, below a title; sheets in either language', async () => {
  await freshOffice()
  const file = await workbook({
    Places: [
      ['2018年地点台账', null],
      [
        'Ｎａｍｅ *',
        ' Code',
        'LEVEL',
        'Parent place',
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
  expect(await bring(file)).toMatchObject({ errors: [], counts: { created: 2 } })
  const compound = await stored(placesLedger, '350206005013-01')
  expect(compound?.events[0]).toMatchObject({ onDate: '2016-01-01', sets: { name: '示例 花园' } })
  expect((await stored(placesLedger, '350206005013-01-01'))?.events[0]?.onDate).toBe('2016-01-01')
})

test('GB 18030 text is read as it was meant', async () => {
  await freshOffice()
  const lines = [placesHead, '350206005013-01,小区,示例花园,350206005013,2016/1/1,,,'].join('\r\n')
  expect(await bring({ name: '地点台账.csv', bytes: gb18030(lines) })).toMatchObject({
    errors: [],
    counts: { created: 1 },
  })
  expect((await stored(placesLedger, '350206005013-01'))?.events[0]?.sets['name']).toBe('示例花园')
})

test('sheets of several ledgers in one workbook are one change', async () => {
  await freshOffice()
  const unit = makeCreditCode('9', '1', '350206', 'XX000001')
  const before = await office.head()
  const result = await bring(
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
  await freshOffice()
  const result = await bring(await workbook({ 地点台账: [placesHead.split(',')], 草稿: [['x']] }))
  expect(result.errors).toMatchObject([{ sheet: '草稿' }])
})

test('a wrong check character of a credit code is told; a code in a number cell is not trusted', async () => {
  await freshOffice()
  const head = ['统一社会信用代码', '单位名称', '单位性质', '登记状态', '住所', '虚构', '登记日期', '文号']
  const unit = makeCreditCode('9', '1', '350206', 'XX000002')
  const wrong = `${unit.slice(0, 17)}${unit.endsWith('0') ? '1' : '0'}`
  const line = (code: CellValue) => [code, '示例有限公司', '非公企业', '在营', null, '是', '2015-01-01', null]
  const result = await bring(
    await workbook({ 法人单位台账: [head, line(wrong), line(913502060000000000), line(unit)] }),
  )
  expect(result.errors.map(({ row, column }) => `${row}${column}`)).toEqual(['2A', '3A'])
  expect(result.counts).toMatchObject({ read: 3, created: 1, refused: 2 })
})

test('a differing value corrects the event that set it; the document and the dates correct theirs', async () => {
  await freshOffice()
  await bring(organisations('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const id = (await stored(partyOrganisationsLedger, 'ZB-1'))?.id as string
  await office.happen('organisation', id, 'renamed', '2017-03-01', { name: '示例第一党支部' })
  const head = await office.head()
  const result = await bring(
    organisations(
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
  const lifted = await bring(
    organisations('ZB-1,示例第二党支部,党总支部,单位,,350206005013,,,,是,2016-02-01,,演示〔2016〕1号'),
  )
  expect(lifted.counts.updated).toBe(1)
  expect((await office.load('organisation', id))?.spells.at(-1)?.to).toBeNull()
})

test('with a day of change a differing value becomes an event of that day, and earlier days keep theirs', async () => {
  await freshOffice()
  await bring(
    organisations(
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-1,示例党支部,党支部,单位,ZB-0,350206005013,,,,,2016-01-01,,',
    ),
  )
  const on = { changesOn: day('2018-06-01') }
  const file = organisations('ZB-1,示例新支部,党支部,单位,,350206005014,,,,,2016-01-01,,')
  expect(await bring(file, on)).toMatchObject({ errors: [], counts: { updated: 1 } })
  const record = await stored(partyOrganisationsLedger, 'ZB-1')
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
  expect((await bring(file, on)).counts).toMatchObject({ updated: 0, unchanged: 1 })
  const cannot = await bring(
    organisations('ZB-1,示例新支部,联合党支部,单位,,350206005014,,,,,2016-01-01,,'),
    { changesOn: day('2018-07-01') },
  )
  expect(cannot.errors).toMatchObject([{ heading: '组织类型' }])
  const early = await bring(organisations('ZB-1,又一支部,党支部,单位,,350206005014,,,,,2016-01-01,,'), {
    changesOn: day('2018-06-01'),
  })
  expect(early.errors).toMatchObject([{ heading: '党组织全称' }])
})

test('a code that the record no longer has is not taken for a change back', async () => {
  await freshOffice()
  await bring(csv(placesHead, ['350206005013-01,小区,示例花园,350206005013,2016-01-01,,,']))
  const id = (await stored(placesLedger, '350206005013-01'))?.id as string
  await office.happen('place', id, 'recoded', '2018-01-01', { code: '350206005013-91' })
  const result = await bring(csv(placesHead, ['350206005013-01,小区,示例花园,350206005013,2016-01-01,,,']))
  expect(result.errors).toMatchObject([
    { heading: '代码', message: { zh: expect.stringContaining('350206005013-91') } },
  ])
  const below = await bring(csv(placesHead, ['350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,']))
  expect(below.errors).toEqual([])
})

test('a code that two records have had is never guessed', async () => {
  await freshOffice()
  await bring(
    csv(placesHead, [
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,2017-01-01,,',
      '350206005013-02,小区,又一花园,350206005013,2016-01-01,,,',
    ]),
  )
  const other = (await stored(placesLedger, '350206005013-02'))?.id as string
  await office.happen('place', other, 'recoded', '2017-06-01', { code: '350206005013-01' })
  const result = await bring(
    csv(placesHead, [
      '350206005013-01,小区,示例花园,350206005013,2016-01-01,2017-01-01,,',
      '350206005013-01-01,楼栋,1号楼,350206005013-01,2016-01-01,,,',
    ]),
  )
  expect(result.errors.map(({ row, column }) => `${row}${column}`)).toEqual(['2A', '3D'])
  expect(result.counts).toMatchObject({ read: 2, refused: 2 })
})

test('an empty personal cell leaves what is on record', async () => {
  await freshOffice()
  await bring(organisations('ZB-1,示例党支部,党支部,单位,,350206005013,,林示一,13800000000,,2016-01-01,,'))
  expect(
    (await bring(organisations('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))).counts,
  ).toMatchObject({ unchanged: 1 })
  expect((await stored(partyOrganisationsLedger, 'ZB-1'))?.header).toMatchObject({ contact_name: '林示一' })
})

test('what was changed since the check makes the commit stale', async () => {
  await freshOffice()
  await bring(organisations('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const check = async (...lines: string[]) =>
    await checkImport(database as Database, office.engine, office.whole, {
      files: [organisations(...lines)],
      ledgers: organisationLedgers,
    })
  const write = async (checked: Awaited<ReturnType<typeof check>>) =>
    await writeImport(database, office.engine, checked, { scope: office.whole, actor: clerk })
  const renamed = await check('ZB-1,示例新支部,党支部,单位,,350206005013,,,,,2016-01-01,,')
  const created = await check('ZB-2,示例二支部,党支部,单位,,350206005013,,,,,2016-01-01,,')
  const id = (await stored(partyOrganisationsLedger, 'ZB-1'))?.id as string
  await office.happen('organisation', id, 're_seated', '2018-01-01', {
    seat_id: (await stored(placesLedger, '350206005014'))?.id as string,
    parent_id: null,
  })
  await expect(write(renamed)).rejects.toMatchObject({ code: 'STALE' })
  await bring(organisations('ZB-2,先到的支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const before = await office.head()
  await expect(write(created)).rejects.toMatchObject({ code: 'STALE' })
  expect(await office.head()).toBe(before)
})

test('stopped half way through writing, nothing is kept', async () => {
  await freshOffice()
  const before = [await office.head(), await countOf(placesLedger)]
  const stop = new AbortController()
  const lines = Array.from(
    { length: 1_200 },
    (_, index) => `350206005013-${1_000 + index},小区,花园${index},350206005013,2016-01-01,,,`,
  )
  let written = 0
  const onProgress: ImportFileOptions['onProgress'] = (phase, handled) => {
    if (phase === 'write') written = handled
    if (written >= 500) stop.abort()
  }
  await expect(bring(csv(placesHead, lines), { signal: stop.signal, onProgress })).rejects.toThrow()
  expect(written).toBe(500)
  expect([await office.head(), await countOf(placesLedger)]).toEqual(before)
})

test('a line that a rule forbids refuses the whole file and names the line', async () => {
  await freshOffice()
  await bring(
    organisations(
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-1,示例党支部,党支部,单位,ZB-0,350206005013,,,,,2016-01-01,,',
    ),
  )
  const before = await office.head()
  const result = await bring(
    organisations(
      'ZB-2,示例二支部,党支部,单位,,350206005013,,,,,2016-01-01,,',
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,2019-01-01,',
    ),
  )
  expect(result.errors).toMatchObject([{ sheet: '党组织台账', row: 3 }])
  expect(await office.head()).toBe(before)
})

test('a clerk of one community brings in its records and no other’s, and learns nothing of them', async () => {
  await freshOffice()
  const east = (await stored(placesLedger, '350206005013'))?.id as string
  const scope: Scope = { office: offices, places: [east] }
  expect(
    await bring(csv(placesHead, ['350206005013-01,小区,东花园,350206005013,2016-01-01,,,']), { scope }),
  ).toMatchObject({ errors: [], counts: { created: 1 } })
  const hidden = await bring(csv(placesHead, ['350206005014-01,小区,西花园,350206005014,2016-01-01,,,']), {
    scope,
  })
  expect(hidden.errors).toMatchObject([{ heading: '上级地点代码', value: '350206005014' }])
  const before = await office.head()
  const clash = bring(csv(placesHead, ['350206005014,社区,我的社区,350206005013,2016-01-01,,,']), { scope })
  await expect(clash).rejects.toMatchObject({
    code: 'CONFLICT',
    words: { zh: expect.not.stringContaining('西社区') },
  })
  expect(await office.head()).toBe(before)
})

test.each(languages)(
  'the template in %s reads back with no line to import, and refuses a half-changed example',
  async (language) => {
    await freshOffice()
    for (const ledger of organisationLedgers) {
      const bytes = await templateOf(ledger, language)
      expect(await bring({ name: 'template.xlsx', bytes })).toMatchObject({ errors: [], counts: { read: 0 } })
      const [sheet] = await readSheets({ name: 'template.xlsx', bytes })
      const [head, example] = (sheet?.rows ?? []).map((row) => [...row.values])
      const changed = (example ?? []).map((value, index) => (index === 1 ? `${value}改` : value))
      const result = await bring(await workbook({ [ledger.sheet[language]]: [head as CellValue[], changed] }))
      expect(result.errors[0]?.message.zh, ledger.id).toContain('例：')
      expect(result.counts.created).toBe(0)
    }
  },
)
