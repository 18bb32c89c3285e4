import { expect, test } from 'vitest'
import { readSheets } from './read-sheets.ts'
import { gb18030, textFile, workbook } from './testing/workbook.ts'

const content = '代码,名称\r\n001,"示例,花园"\r\n'
const rows = [
  { number: 1, values: ['代码', '名称'] },
  { number: 2, values: ['001', '示例,花园'] },
]

test('text is read as UTF-8 with and without a mark, UTF-16 and GB 18030', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')])
  for (const bytes of [
    textFile(content).bytes,
    textFile(`\uFEFF${content}`).bytes,
    gb18030(content),
    new Uint8Array(utf16),
    new Uint8Array(Buffer.from(utf16).swap16()),
  ]) {
    expect(await readSheets({ name: 'D:\\台账\\地点台账.csv', bytes })).toEqual([{ name: '地点台账', rows }])
  }
})

test('a workbook gives its visible sheets, with the line numbers that Excel shows', async () => {
  const { bytes } = await workbook({ 甲: [['代码'], [null], ['𠮷䶮㛃', 12, true]], 乙: [] })
  expect(await readSheets({ name: 'x.xlsx', bytes })).toEqual([
    {
      name: '甲',
      rows: [
        { number: 1, values: ['代码'] },
        { number: 3, values: ['𠮷䶮㛃', 12, true] },
      ],
    },
    { name: '乙', rows: [] },
  ])
  const hidden = await workbook({ 甲: [['x']] }, { hidden: true })
  const both = await workbook({ 甲: [['x']], 乙: [['y']] })
  expect((await readSheets(both)).map((sheet) => sheet.name)).toEqual(['甲', '乙'])
  expect(await readSheets(hidden)).toEqual([])
})

test('stops when asked to', async () => {
  await expect(readSheets(textFile('a,b'), AbortSignal.abort())).rejects.toThrow('aborted')
})
