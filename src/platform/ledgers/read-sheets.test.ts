import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { readSheets } from './read-sheets.ts'
import { gb18030, textFile, workbook, zipOf } from './testing/workbook.ts'

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

const part = (name: string, size = 10, declared?: number) => ({
  name,
  content: new Uint8Array(size),
  ...(declared === undefined ? {} : { declared }),
})
const hostile: Record<string, Uint8Array> = {
  'a bomb by its declared size': zipOf([
    part('xl/workbook.xml'),
    part('xl/worksheets/sheet1.xml', 1_000, 900_000_000),
  ]),
  'a bomb by its ratio': zipOf([
    part('xl/workbook.xml'),
    part('xl/worksheets/sheet1.xml', 1_000, 50_000_000),
  ]),
  'a part whose size is withheld': zipOf([
    part('xl/workbook.xml'),
    part('xl/worksheets/sheet1.xml', 1_000, 0),
  ]),
  macros: zipOf([part('xl/workbook.xml'), part('xl/vbaProject.bin')]),
  'a path out of the archive': zipOf([part('xl/workbook.xml'), part('../../etc/passwd')]),
  'two parts of one name': zipOf([part('xl/workbook.xml'), part('xl/workbook.xml')]),
  'no workbook inside': zipOf([part('content.xml')]),
  'broken parts': zipOf([part('xl/workbook.xml'), part('[Content_Types].xml')]),
  'an old or locked file': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
  'half a workbook': new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]),
  'neither workbook nor text': new Uint8Array([0x00, 0xff, 0x80, 0x00, 0x00]),
}
test.each(Object.entries(hostile))('refuses %s in words', async (_name, bytes) => {
  const refusal = await readSheets({ name: 'x.xlsx', bytes }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).words.zh).toMatch(/请/)
})

test('an entity that names a file is not opened', async () => {
  const { bytes } = await workbook({ 甲: [['x']] })
  const sheets = await readSheets({ name: 'x.xlsx', bytes: withDoctype(bytes) }).catch(
    (error: unknown) => error,
  )
  expect(JSON.stringify(sheets)).not.toContain('root:')
})

/** The same workbook, its parts stored plainly, the sheet with an external entity in its only cell. */
function withDoctype(_bytes: Uint8Array): Uint8Array {
  const xml = (body: string) => new TextEncoder().encode(`<?xml version="1.0"?>${body}`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  return zipOf([
    { name: '[Content_Types].xml', content: xml(`<Types xmlns="${packaged}/content-types"/>`) },
    {
      name: '_rels/.rels',
      content: xml(
        `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: xml(
        `<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row></sheetData></worksheet>`,
      ),
    },
  ])
}

test('a sheet that reaches far to the right is refused', async () => {
  const wide = await workbook({ 甲: [Array.from({ length: 300 }, () => 'x')] })
  await expect(readSheets(wide)).rejects.toMatchObject({ code: 'INVALID' })
})

test('stops between lines when asked to', async () => {
  const long = textFile(Array.from({ length: 3_000 }, (_, line) => `a,${line}`).join('\n'))
  await expect(readSheets(long, AbortSignal.abort())).rejects.toThrow('aborted')
})
