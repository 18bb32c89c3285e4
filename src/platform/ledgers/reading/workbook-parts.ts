import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { SheetFacts } from './frame.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged } from './refusals.ts'
import { SheetScan } from './sheet-scan.ts'
import { unpack } from './unpack.ts'
import { XmlScan } from './xml-scan.ts'
import { parseTag, type XmlTag } from './xml-tag.ts'
import { tooLarge, type ZipEntry } from './zip-guard.ts'

const smallPart = 4_000_000

/** A sheet of a workbook as its parts tell, `index` counted as the library counts. */
export type PartsOfSheet = { readonly index: number; readonly facts: SheetFacts }

/**
 * Unpacks once every part of a workbook that will be read, within all limits, and says what sheets there are. Nothing is kept
 * of it: what passes here may be given to the library.
 * @throws Refusal INVALID naming what was found
 */
export async function scanWorkbook(
  bytes: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  working: () => void,
): Promise<PartsOfSheet[]> {
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
  for (const { Type: type = '', Target: target = '' } of targets.values()) {
    const name = pathOf(target)
    const kind = /\/(sharedStrings|styles)$/.exec(type)?.[1]
    if (kind && entries.has(name)) await scanPart(bytes, part(name), kind, working)
  }
  const found: PartsOfSheet[] = []
  for (const [index, { attributes }] of sheets.entries()) {
    const { Type: type = '', Target: target = '' } = targets.get(idOf(attributes)) ?? {}
    if (!type.endsWith('/worksheet')) continue
    const scan = new SheetScan()
    await scanTags(bytes, part(pathOf(target)), scan.onTag, working)
    const hidden = /^(veryH|h)idden$/.test(attributes['state'] ?? '')
    const { rows, hiddenRows, hiddenColumns, merges } = scan
    const name = attributes['name'] as string
    found.push({ index, facts: { name, hidden, rows, hiddenRows, hiddenColumns, merges } })
  }
  return found
}

const idOf = (attributes: XmlTag['attributes']): string =>
  attributes['r:id'] ?? Object.entries(attributes).find(([key]) => /:id$/i.test(key))?.[1] ?? ''
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function scanPart(bytes: Buffer, entry: ZipEntry, kind: string, working: () => void): Promise<void> {
  let texts = 0
  await scanTags(
    bytes,
    entry,
    (tag) => {
      if (!/^(\w+:)?(si|xf)\b/.test(tag)) return
      texts += 1
      if (texts > limits.sharedTexts) throw new Refusal('INVALID', tooLarge, { part: kind })
    },
    working,
  )
}

async function scanTags(
  bytes: Buffer,
  entry: ZipEntry,
  onTag: (tag: string) => void,
  working: () => void,
): Promise<void> {
  const scan = new XmlScan(entry.name, onTag)
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
  await scanTags(
    bytes,
    entry,
    (tag) => void tags.push(parseTag(tag)),
    () => undefined,
  )
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
