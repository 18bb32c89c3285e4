import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { CellFormats } from './cell-formats.ts'
import type { SheetFacts } from './frame.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged } from './refusals.ts'
import { SharedTexts } from './shared-texts.ts'
import type { BookFacts } from './sheet-rows.ts'
import { SheetScan } from './sheet-scan.ts'
import { unpack } from './unpack.ts'
import { type XmlHandlers, XmlScan } from './xml-scan.ts'
import { parseTag, type XmlTag } from './xml-tag.ts'
import { tooLarge, type ZipEntry } from './zip-guard.ts'

const smallPart = 4_000_000

/** A workbook as its parts tell: each sheet with where its lines lie, and what its cells refer to. */
export type ScannedWorkbook = {
  readonly book: BookFacts
  readonly sheets: readonly { readonly entry: ZipEntry; readonly facts: SheetFacts }[]
}

/**
 * Unpacks once every part of a workbook that will be read, within all limits, and says what sheets there are.
 * @throws Refusal INVALID naming what was found
 */
export async function scanWorkbook(
  bytes: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  working: () => void,
): Promise<ScannedWorkbook> {
  const part = (name: string) => {
    const entry = entries.get(name)
    if (!entry) throw new Refusal('INVALID', damaged, { missing: name })
    return entry
  }
  const types = await small(bytes, part('[Content_Types].xml'))
  if (/macroEnabled/i.test(JSON.stringify(types))) throw new Refusal('INVALID', macroType)
  const root = await small(bytes, part('_rels/.rels'))
  const main = root.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))
  if (main?.attributes['Target']?.replace(/^\//, '') !== 'xl/workbook.xml')
    throw new Refusal('INVALID', damaged)
  const relations = await small(bytes, part('xl/_rels/workbook.xml.rels'))
  const workbook = await small(bytes, part('xl/workbook.xml'))
  const sheets = workbook.filter(
    ({ local, attributes }) => local === 'sheet' && attributes['name'] && idOf(attributes),
  )
  if (sheets.length > limits.sheets) throw new Refusal('INVALID', tooManySheets, { sheets: sheets.length })

  const targets = new Map(relations.map(({ attributes }) => [attributes['Id'] ?? '', attributes]))
  const texts = new SharedTexts()
  const formats = new CellFormats()
  for (const { Type: type = '', Target: target = '' } of targets.values()) {
    const name = pathOf(target)
    const handlers = type.endsWith('/sharedStrings') ? texts : type.endsWith('/styles') ? formats : null
    if (handlers && entries.has(name)) await scanTags(bytes, part(name), handlers, working)
  }
  const found: ScannedWorkbook['sheets'][number][] = []
  for (const { attributes } of sheets) {
    const { Type: type = '', Target: target = '' } = targets.get(idOf(attributes)) ?? {}
    if (!type.endsWith('/worksheet')) continue
    const scan = new SheetScan()
    const entry = part(pathOf(target))
    await scanTags(bytes, entry, scan, working)
    const hidden = /^(veryH|h)idden$/.test(attributes['state'] ?? '')
    const { rows, hiddenRows, hiddenColumns, merges } = scan
    const name = attributes['name'] as string
    found.push({ entry, facts: { name, hidden, rows, hiddenRows, hiddenColumns, merges } })
  }
  const from1904 = workbook.some(
    ({ local, attributes }) => local === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? ''),
  )
  return { book: { texts: texts.texts, formats: formats.formats, from1904 }, sheets: found }
}

const idOf = (attributes: XmlTag['attributes']): string =>
  attributes['r:id'] ?? Object.entries(attributes).find(([key]) => /:id$/i.test(key))?.[1] ?? ''
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function scanTags(
  bytes: Buffer,
  entry: ZipEntry,
  handlers: XmlHandlers,
  working: () => void,
): Promise<void> {
  const scan = new XmlScan(entry.name, handlers)
  for await (const piece of unpack(bytes, entry)) {
    scan.push(piece)
    working()
  }
  scan.finish()
}

/** Every opening tag of a small part, in order. */
async function small(bytes: Buffer, entry: ZipEntry): Promise<XmlTag[]> {
  if (entry.size > smallPart) throw new Refusal('INVALID', tooLarge, { name: entry.name })
  const tags: XmlTag[] = []
  const onTag = (tag: string) => void tags.push(parseTag(tag))
  await scanTags(bytes, entry, { onTag }, () => undefined)
  return tags
}

const macroType = text(
  '这是启用宏的工作簿（.xlsm），不予导入。请另存为不带宏的 .xlsx。',
  'This is a workbook with macros (.xlsm) and is not imported. Save it as .xlsx without macros.',
)
export const tooManySheets = text(
  `工作表超过${limits.sheets}张，请拆分后导入。`,
  `More than ${limits.sheets} sheets: split the workbook.`,
)
