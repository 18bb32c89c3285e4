import { gzipSync } from 'node:zlib'
import { type ZipPart, zipOf } from './workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const bytes = (content: string) => new TextEncoder().encode(content)
const xml = (body: string) => bytes(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const part = (name: string, content: Uint8Array, more: Partial<ZipPart> = {}): ZipPart => ({
  name,
  content,
  packed: true,
  ...more,
})

/** A workbook of one sheet by its bare parts; `more` stand in place of, or beside them. */
export function bareWorkbook(sheet: Uint8Array, more: readonly ZipPart[] = []): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const parts = [
    part('[Content_Types].xml', xml(`<Types xmlns="${packaged}/content-types"/>`)),
    part(
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
    ),
    part(
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships xmlns="${packaged}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
      ),
    ),
    part('xl/worksheets/sheet1.xml', sheet),
  ]
  const replaced = new Set(more.map(({ name }) => name))
  return zipOf([...parts.filter(({ name }) => !replaced.has(name)), ...more])
}

export const sheetXml = (rows: string, before = '', after = '') =>
  xml(`${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`)
const cell = (content: string, name = 'A1') => `<c r="${name}" t="inlineStr"><is><t>${content}</t></is></c>`
const plain = sheetXml(`<row r="1">${cell('代码')}${cell('名称', 'B1')}</row>`)
const many = (count: number, one: string) => one.repeat(count)
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('')

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${many(10, `&lol${at || ''};`)}">`).join('')}]>`
const secret = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
const oleFile = (names: readonly string[]): Uint8Array => {
  const file = Buffer.alloc(512 * 4)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  file.writeUInt32LE(0xfffffffe, 68)
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  for (const [at, name] of names.entries()) {
    file.write(name, 1024 + at * 128, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, 1024 + at * 128 + 64)
    file.writeUInt32LE(0xfffffffe, 1024 + at * 128 + 116)
  }
  return file
}

/** A file that means harm or is broken, and what its refusal must say; null: it may be read, and does nothing. */
export type HostileFile = {
  readonly name?: string
  readonly bytes: () => Uint8Array
  readonly says: RegExp | null
}
const hostile = (make: () => Uint8Array, says: RegExp | null, name = 'x.xlsx'): HostileFile => ({
  name,
  bytes: make,
  says,
})

export const hostileFiles: Readonly<Record<string, HostileFile>> = {
  'a bomb by its declared size': hostile(
    () => bareWorkbook(plain, [part('xl/worksheets/sheet1.xml', plain, { declared: 900_000_000 })]),
    /解压后过大/,
  ),
  'a bomb by its ratio': hostile(() => bareWorkbook(sheetXml(many(40_000_000, ' '))), /解压后过大/),
  'a bomb that declares little': hostile(
    () =>
      bareWorkbook(plain, [
        part('xl/worksheets/sheet1.xml', sheetXml(many(60_000_000, ' ')), { declared: 4_000 }),
      ]),
    /解压后过大/,
  ),
  'a part whose size is withheld': hostile(
    () => bareWorkbook(plain, [part('xl/worksheets/sheet1.xml', plain, { declared: 0 })]),
    /已损坏/,
  ),
  'an archive within an archive within': hostile(
    () => bareWorkbook(plain, [part('xl/media/inner.zip', zipOf([part('a', bareWorkbook(plain))]))]),
    null,
  ),
  'parts that share their bytes': hostile(() => {
    const file = Buffer.from(bareWorkbook(plain))
    // The second entry of the directory points to where the first one lies.
    const first = file.indexOf(Buffer.from('PK\u0001\u0002'))
    const second = file.indexOf(Buffer.from('PK\u0001\u0002'), first + 4)
    file.copy(file, second + 42, first + 42, first + 46)
    return file
  }, /重叠|已损坏/),
  'an external entity': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell('&secret;')}</row>`, secret)),
    /外部实体|文档类型/,
  ),
  'a billion laughs': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell('&lol9;')}</row>`, laughs)),
    /外部实体|文档类型/,
  ),
  'an entity in the list of sheets': hostile(
    () => bareWorkbook(plain, [part('xl/workbook.xml', xml(`${secret}<workbook xmlns="${main}"/>`))]),
    /外部实体|文档类型/,
  ),
  'a million cells declared': hostile(
    () =>
      bareWorkbook(
        xml(
          `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('x')}</row></sheetData></worksheet>`,
        ),
      ),
    null,
  ),
  'cells without end': hostile(() => {
    const sheet = sheetXml(many(41_000, `<row>${many(100, '<c/>')}</row>`))
    return bareWorkbook(plain, [part('xl/worksheets/sheet1.xml', sheet, { packed: false })])
  }, /单元格过多/),
  'lines without end': hostile(() => bareWorkbook(sheetXml(lines(200_001))), /超过200000行/),
  'a line far below': hostile(
    () => bareWorkbook(sheetXml(`<row r="99999999"><c r="A99999999"><v>1</v></c></row>`)),
    /超出了 Excel 的范围/,
  ),
  'a cell far to the right': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell('x', 'ZZZZ1')}</row>`)),
    /超出了 Excel 的范围/,
  ),
  'a cell beyond the columns read': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell('x', 'XFD1')}</row>`)),
    /超过200列/,
  ),
  'every line to the last column': hostile(
    () =>
      bareWorkbook(
        sheetXml(
          Array.from({ length: 3_000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"/></row>`).join(''),
        ),
      ),
    /单元格过多/,
  ),
  'merged cells without end': hostile(
    () =>
      bareWorkbook(
        sheetXml(
          `<row r="1">${cell('x')}</row>`,
          '',
          `<mergeCells>${many(20_001, '<mergeCell ref="A1:B2"/>')}</mergeCells>`,
        ),
      ),
    /合并单元格超过/,
  ),
  'a path out of the archive': hostile(
    () => bareWorkbook(plain, [part('../../etc/passwd', bytes('x'))]),
    /部件路径/,
  ),
  'an absolute path': hostile(() => bareWorkbook(plain, [part('/etc/passwd', bytes('x'))]), /部件路径/),
  'a path with backslashes': hostile(
    () => bareWorkbook(plain, [part('xl\\..\\..\\x', bytes('x'))]),
    /部件路径/,
  ),
  macros: hostile(() => bareWorkbook(plain, [part('xl/vbaProject.bin', bytes('x'))]), /宏/, 'x.xlsm'),
  'macros by the type alone': hostile(
    () =>
      bareWorkbook(plain, [
        part(
          '[Content_Types].xml',
          xml(
            `<Types xmlns="${packaged}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
          ),
        ),
      ]),
    /宏/,
    'x.xlsm',
  ),
  'a sheet of old macros': hostile(
    () => bareWorkbook(plain, [part('xl/macrosheets/sheet1.xml', plain)]),
    /宏/,
  ),
  'links to other files': hostile(
    () =>
      bareWorkbook(
        sheetXml(`<row r="1"><c r="A1" t="str"><f>'file:///etc/[passwd]x'!A1</f><v>旧值</v></c></row>`),
        [part('xl/externalLinks/externalLink1.xml', plain)],
      ),
    null,
  ),
  'formulas that call programs': hostile(
    () =>
      bareWorkbook(
        sheetXml(`<row r="1">${cell('=cmd|&apos;/c calc&apos;!A1')}${cell('@SUM(1)', 'B1')}</row>`),
      ),
    null,
  ),
  'shared texts without end': hostile(
    () =>
      bareWorkbook(plain, [
        part('xl/sharedStrings.xml', xml(`<sst xmlns="${main}">${many(2_000_001, '<si/>')}</sst>`), {
          packed: false,
        }),
      ]),
    /解压后过大/,
  ),
  'a shared text that is not there': hostile(
    () => bareWorkbook(sheetXml('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')),
    null,
  ),
  'deep nesting': hostile(() => bareWorkbook(xml(many(200_000, '<a>'))), /层层嵌套/),
  'a very long cell': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell(many(400_000, '长'))}</row>`)),
    /超过32767字/,
  ),
  'a cell somewhat too long': hostile(
    () => bareWorkbook(sheetXml(`<row r="1">${cell(many(33_000, '长'))}</row>`)),
    /超过32767字/,
  ),
  'a tag without end': hostile(
    () => bareWorkbook(xml(`<worksheet a="${many(3_000_000, 'x')}`)),
    /超过32767字|已损坏/,
  ),
  'a wrong check sum': hostile(
    () => bareWorkbook(plain, [part('xl/worksheets/sheet1.xml', plain, { crc: 12_345 })]),
    /校验和/,
  ),
  'two parts of one name': hostile(
    () => bareWorkbook(plain, [part('xl/styles.xml', plain), part('xl/STYLES.xml', plain)]),
    /重名/,
  ),
  'names in other scripts': hostile(
    () => bareWorkbook(plain, [part('xl/media/图片𠮷.png', bytes('x'))]),
    null,
  ),
  'a part with a password': hostile(
    () => bareWorkbook(plain, [part('xl/styles.xml', plain, { flags: 1 })]),
    /密码/,
  ),
  'a workbook with a password': hostile(
    () => oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    /密码/,
  ),
  'an old workbook with macros': hostile(
    () => oleFile(['Root Entry', 'Workbook', '_VBA_PROJECT_CUR']),
    /宏/,
    'x.xls',
  ),
  'an old text document': hostile(
    () => oleFile(['Root Entry', 'WordDocument']),
    /不是 Excel 工作簿/,
    'x.xls',
  ),
  'a container whose table runs in a circle': hostile(
    () => {
      const file = Buffer.from(oleFile(['Root Entry', 'Workbook']))
      file.writeUInt32LE(1, 516)
      return file
    },
    /已损坏/,
    'x.xls',
  ),
  'a cut-off workbook': hostile(() => bareWorkbook(plain).slice(0, 700), /不完整/),
  'nothing at all': hostile(() => new Uint8Array(), /空的/),
  'a picture': hostile(
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
    /图片/,
  ),
  'a packed file': hostile(() => new Uint8Array(gzipSync('代码,名称')), /压缩包/, 'x.csv'),
  'a PDF file': hostile(() => bytes('%PDF-1.7\n'), /PDF/),
  'a web page that calls itself .xls': hostile(
    () => bytes('<html><table><tr><td>代码</td></tr></table></html>'),
    /网页/,
    'x.xls',
  ),
  'a text document': hostile(() => zipOf([part('word/document.xml', xml('<a/>'))]), /Word/, 'x.docx'),
  'a binary workbook': hostile(() => zipOf([part('xl/workbook.bin', bytes('x'))]), /\.xlsb/, 'x.xlsb'),
  'an open document': hostile(() => zipOf([part('content.xml', xml('<a/>'))]), /\.ods/, 'x.ods'),
  'text with NULs': hostile(() => bytes('代码,名称\n\u0000\u0000,x\n'), /空字符/, 'x.csv'),
  'text of one line': hostile(() => bytes(many(3_000_000, 'a,')), /一行超过/, 'x.csv'),
  'text of 100 MB in one line': hostile(() => new Uint8Array(100_000_000).fill(0x61), /超过 40 MB/, 'x.csv'),
  'text with a quote that never ends': hostile(
    () => bytes(`代码,名称\n"${many(40_000, '长\n')}`),
    /超过32767字/,
    'x.csv',
  ),
  'text with broken bytes': hostile(
    () => new Uint8Array([0x61, 0xff, 0x80, 0x80, 0xff, 0x0a]),
    /UTF-8 或 GB 18030/,
    'x.csv',
  ),
}
