import { openXlsx, writeXlsx } from 'hucre'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { CellError } from './contract.ts'
import { errorWorkbook, mark } from './error-workbook.ts'
import { readSheets } from './read-sheets.ts'

const error = (sheet: string, row: number, column: string, value: string): CellError => ({
  sheet,
  row,
  column,
  heading: '名称',
  value,
  message: { zh: `“${value}”不对，请改正。`, en: `“${value}” is wrong: correct it.` },
})
const original = async () =>
  await writeXlsx({
    sheets: [
      {
        name: '地点台账',
        columns: [{ width: 20 }, { width: 41 }],
        rows: [
          ['某单位地点台账', null],
          ['代码', '名称'],
          ['00123', '甲'],
          ['00124', null],
          ['00125', '丙'],
        ],
        cells: new Map([
          [
            '1,0',
            {
              style: {
                font: { bold: true },
                fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEE00' } },
              },
            },
          ],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        freezePane: { rows: 2 },
      },
      { name: '说明', rows: [['不要动我']], columns: [{ width: 33 }] },
    ],
    namedRanges: [{ name: '某处', range: "'说明'!$A$1" }],
  })

test('the workbook stays whole, and each wrong line carries its messages beside the last column', async () => {
  const bytes = await original()
  const errors = [
    error('地点台账', 3, 'B', '甲'),
    error('地点台账', 4, 'A', '00124'),
    error('地点台账', 4, 'B', ''),
  ]
  const told = await errorWorkbook({ name: 'D:\\表\\地点.xlsx', bytes }, { errors, count: 3, language: 'zh' })
  expect(told.name).toBe('地点 检查结果.xlsx')
  const before = await openXlsx(bytes, { readStyles: true })
  const after = await openXlsx(told.bytes, { readStyles: true })
  expect(after.sheets.map((sheet) => sheet.name)).toEqual(['检查结果', '地点台账', '说明'])
  expect(JSON.stringify(after.sheets[0]?.rows)).toContain('共有错误3处')
  const [own, other] = after.sheets.slice(1)
  const [ownBefore, otherBefore] = before.sheets
  expect(own?.rows.map((row) => row.slice(0, 2))).toEqual(ownBefore?.rows)
  expect(own?.rows.map((row) => row[2] ?? null)).toEqual([
    null,
    null,
    `${mark}B 名称“甲”: “甲”不对，请改正。`,
    `${mark}A 名称“00124”: “00124”不对，请改正。；B 名称: “”不对，请改正。`,
    null,
  ])
  for (const [where, cell] of ownBefore?.cells ?? [])
    expect([where, own?.cells?.get(where)]).toEqual([where, cell])
  expect(own?.merges).toEqual(ownBefore?.merges)
  expect(own?.freezePane).toEqual(ownBefore?.freezePane)
  expect(own?.columns?.slice(0, 2)).toEqual(ownBefore?.columns)
  expect([other?.rows, other?.columns]).toEqual([otherBefore?.rows, otherBefore?.columns])
  expect(after.namedRanges).toEqual(before.namedRanges)
})

test('a second check writes over the messages of the first, and takes away those that were mended', async () => {
  const first = await errorWorkbook(
    { name: 'a.xlsx', bytes: await original() },
    { errors: [error('地点台账', 3, 'B', '甲'), error('地点台账', 5, 'B', '丙')], count: 2, language: 'zh' },
  )
  const second = await errorWorkbook(first, {
    errors: [error('地点台账', 5, 'B', '丙')],
    count: 1,
    language: 'en',
  })
  const [, sheet] = (await openXlsx(second.bytes)).sheets
  expect(sheet?.rows.map((row) => row.slice(2).filter((value) => value !== null))).toEqual([
    [],
    [],
    [],
    [],
    [expect.stringContaining('“丙” is wrong')],
  ])
})

test('what is wrong with the headings stands on the counting sheet alone', async () => {
  const wrong = { ...error('地点台账', 2, 'B', '名称'), message: { zh: '没有这一列', en: 'no such column' } }
  const { bytes } = await errorWorkbook(
    { name: 'a.xlsx', bytes: await original() },
    { errors: [wrong], count: 1, language: 'zh' },
  )
  const { sheets } = await openXlsx(bytes)
  expect(JSON.stringify(sheets[0]?.rows)).toContain('没有这一列')
  expect(JSON.stringify(sheets[1]?.rows)).not.toContain('没有这一列')
})

const cell = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u4e20a-z0-9 ]{0,6}$/),
  fc.constantFrom('𠮷', '含"引号', '含,逗号', '两\r\n行', ''),
)
test.each(['utf-8', 'utf-8 with mark', 'gb18030', 'utf-16le'])(
  'a text file in %s keeps its bytes, and each message its line',
  async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('甲', '𠮷1'), cell, cell), { minLength: 2, maxLength: 8 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]),
        fc.boolean(),
        async (rows, wrong, ended) => {
          const quoted = (value: string) =>
            /[",\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
          const all = [['甲', '乙', '丙'], ...rows]
          const content = all.map((row) => row.map(quoted).join(',')).join('\r\n') + (ended ? '\r\n' : '')
          const name = encoding === 'utf-8 with mark' ? 'utf-8' : encoding
          const bytes = iconv.encode(content, name, {
            addBOM: encoding !== 'utf-8' && encoding !== 'gb18030',
          })
          const rowsWrong = wrong.filter((row) => row > 1 && row <= all.length)
          const errors = rowsWrong.map((row) => error('x', row, 'B', `值${row}`))
          const told = await errorWorkbook(
            { name: 'x.csv', bytes },
            { errors, count: errors.length, language: 'zh' },
          )
          if (errors.length === 0) expect(Buffer.from(told.bytes).equals(bytes)).toBe(true)
          const [before] = await readSheets({ name: 'x.csv', bytes })
          const [after] = await readSheets(told)
          const plain = (row: readonly unknown[] | undefined) => [0, 1, 2].map((at) => row?.[at] ?? '')
          expect(after?.rows.map((row) => plain(row.values))).toEqual(
            before?.rows.map((row) => plain(row.values)),
          )
          expect(after?.rows.filter((row) => row.values[3]).map((row) => row.number)).toEqual(rowsWrong)
        },
      ),
    )
  },
)
