import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { type CellValue, streamXlsxRows, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSheets } from '../read-sheets.ts'
import { bareWorkbook, sheetXml } from '../testing/hostile-files.ts'
import { zipPart } from '../testing/workbook.ts'
import { boundedRow } from './bounded-row.ts'
import type { FrameRow } from './frame.ts'
import { readXlsxFile } from './read-xlsx.ts'
import { XmlScan } from './xml-scan.ts'

async function ownRows(bytes: Uint8Array): Promise<FrameRow[]> {
  const rows: FrameRow[] = []
  for await (const frame of readXlsxFile(Buffer.from(bytes), () => undefined))
    if (frame.kind === 'rows') rows.push(...frame.rows)
  return rows
}

/** The same by the library, which needs several times the memory. */
async function libraryRows(bytes: Uint8Array): Promise<FrameRow[]> {
  const rows: FrameRow[] = []
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const row = boundedRow(index + 1, values)
    if (row) rows.push(row)
  }
  return rows
}

const words = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter((value) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(value))
const cell = fc.oneof<fc.Arbitrary<CellValue>[]>(
  fc.constant(null),
  words,
  fc.constantFrom('𠮷䶮㛃', '<a>&amp;', '_x0041_', ' 两 头 空 ', '2018.6', ']]>'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => {
    date.setUTCHours(0, 0, 0, 0)
    return date
  }),
)
const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 })

test('reads what the library reads, from workbooks of two writers', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const book = new ExcelJS.Workbook()
      book.addWorksheet('甲').addRows(rows)
      const files = [
        await writeXlsx({ sheets: [{ name: '甲', rows }] }),
        new Uint8Array(await book.xlsx.writeBuffer()),
      ]
      for (const bytes of files) expect(await ownRows(bytes)).toEqual(await libraryRows(bytes))
    }),
  )
})

test('says the same however its bytes are cut', () => {
  const xml = Buffer.from(
    '<?xml version="1.0"?><!-- 注<b> --><x:a r="1>2" s=\'"\'><t>甲&amp;乙</t><![CDATA[<丙>]]><!----><t/></x:a>',
  )
  const heard = (cuts: readonly number[]) => {
    const events: string[] = []
    const scan = new XmlScan('x', {
      onTag: (tag) => events.push(tag),
      onClose: (name) => events.push(`/${name}`),
      onText: (bytes, from, to, literal) => events.push(`${literal} ${bytes.toString('utf8', from, to)}`),
    })
    const places = [0, ...[...cuts].sort((a, b) => a - b), xml.length]
    places.slice(1).forEach((to, index) => scan.push(xml.subarray(places[index] as number, to)))
    scan.finish()
    return events
  }
  const whole = heard([])
  expect(whole).toEqual(['x:a r="1>2" s=\'"\'', 't', 'false 甲&amp;乙', '/t', 'true <丙>', 't/', '/x:a'])
  fc.assert(
    fc.property(fc.array(fc.nat(xml.length)), (cuts) => {
      expect(heard(cuts)).toEqual(whole)
    }),
  )
})

const styled = (code: string) =>
  zipPart(
    'xl/styles.xml',
    `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
  )
const related = zipPart(
  'xl/_rels/workbook.xml.rels',
  `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
)

test.each([
  ['yyyy/m/d', new Date('2018-06-01T00:00:00Z')],
  ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', new Date('2018-06-01T00:00:00Z')],
  // Excel put the first day there: nobody wrote it.
  ['yyyy&quot;年&quot;m&quot;月&quot;', '2018-6'],
  ['[$-804]yyyy.mm', '2018-6'],
  ['0.00&quot;day&quot;', 43_252],
  ['General', 43_252],
  ['h:mm', 43_252],
])('a number whose format is %s', async (code, value) => {
  const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>43252</v></c></row>')
  expect(await ownRows(bareWorkbook(sheet, [related, styled(code)]))).toEqual([[1, [value]]])
})

test('days may count from 1904', async () => {
  const workbook = zipPart(
    'xl/workbook.xml',
    '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>',
  )
  const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>41790</v></c></row>')
  expect(await ownRows(bareWorkbook(sheet, [related, styled('yyyy-mm-dd'), workbook]))).toEqual([
    [1, [new Date('2018-06-01T00:00:00Z')]],
  ])
})

test('shared texts come in runs, and their readings stay out', async () => {
  const shared = zipPart(
    'xl/sharedStrings.xml',
    '<sst><si><r><t>高</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 林</t></r><rPh sb="0" eb="1"><t>ガオ</t></rPh></si><si><t/></si><si/><si><t>甲_x000A_乙</t></si></sst>',
  )
  const cells = [0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join('')
  expect(await ownRows(bareWorkbook(sheetXml(`<row>${cells}</row>`), [related, shared]))).toEqual([
    [1, ['高 林', '', '', '甲\n乙']],
  ])
})

test('the sheet is read in a process of its own all the same', async () => {
  const sheet = sheetXml('<row r="7"><c r="B7" t="b"><v>1</v></c></row>')
  expect(await readSheets({ name: 'x.xlsx', bytes: bareWorkbook(sheet) })).toEqual([
    { name: '甲', rows: [{ number: 7, values: [null, true] }] },
  ])
})
