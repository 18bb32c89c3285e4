import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged } from './refusals.ts'

const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const single = 0x27
const double = 0x22
const mark = 0x21
const question = 0x3f
const characters = '![CDATA['
// A character takes at most ten bytes, as &#x1F600; does.
const mostText = limits.cellCharacters * 10

export type XmlHandlers = {
  /** An opening tag without its brackets, its bytes as Latin-1; one that closes itself ends with a stroke. */
  readonly onTag: (tag: string) => void
  readonly onClose?: (name: string) => void
  /** What stands between two tags, as it stands; a CDATA section comes without its marks and counts as `literal`. */
  readonly onText?: (bytes: Buffer, from: number, to: number, literal: boolean) => void
}

/**
 * Looks through the tags of one XML part as its bytes arrive and refuses what no workbook needs: document types and entities,
 * deep nesting, endless tags and texts.
 */
export class XmlScan {
  readonly #handlers: XmlHandlers
  readonly #name: string
  #depth = 0
  #run = 0
  #carried: Buffer = Buffer.alloc(0)
  #inComment = false

  constructor(name: string, handlers: XmlHandlers) {
    this.#name = name
    this.#handlers = handlers
  }

  push(piece: Buffer): void {
    const bytes = this.#carried.length > 0 ? Buffer.concat([this.#carried, piece]) : piece
    let at = 0
    for (;;) {
      if (this.#inComment) {
        const end = bytes.indexOf('-->', at)
        if (end < 0) return this.#carry(bytes.subarray(Math.max(at, bytes.length - 2)))
        at = end + 3
        this.#inComment = false
      }
      const start = bytes.indexOf(less, at)
      if (start < 0) return this.#rest(bytes, at)
      this.#count(start - at)
      if (this.#handlers.onText && start > at) this.#handlers.onText(bytes, at, start, false)
      this.#run = 0
      const end = tagEnd(bytes, start + 1)
      const next = end === null ? null : this.#tag(bytes, start + 1, end)
      if (next === null) return this.#carry(bytes.subarray(start), limits.tagBytes)
      at = next
    }
  }

  /** @throws Refusal INVALID where the part ends within a tag or below its root */
  finish(): void {
    if (this.#carried.length > 0 || this.#depth !== 0 || this.#inComment) throw this.#refuse(damaged)
  }

  /** A text that has not ended yet is kept where it is wanted; elsewhere its length alone counts. */
  #rest(bytes: Buffer, at: number): void {
    const wanted = this.#handlers.onText !== undefined && this.#depth > 0
    if (!wanted) this.#count(bytes.length - at)
    this.#carry(bytes.subarray(wanted ? at : bytes.length), mostText)
  }

  #carry(rest: Buffer, most: number = limits.tagBytes): void {
    if (rest.length > most) throw this.#refuse(endless)
    this.#carried = Buffer.from(rest)
  }

  #count(length: number): void {
    this.#run += length
    if (this.#run > mostText) throw this.#refuse(endless)
  }

  /** Where to go on; null where more bytes are needed. */
  #tag(bytes: Buffer, start: number, end: number): number | null {
    const first = bytes[start]
    if (first === slash) {
      this.#depth -= 1
      if (this.#depth < 0) throw this.#refuse(damaged)
      this.#handlers.onClose?.(bytes.toString('latin1', start + 1, end))
    } else if (first === mark) return this.#marked(bytes, start)
    else if (first !== question) {
      if (bytes[end - 1] !== slash) this.#depth += 1
      if (this.#depth > limits.xmlDepth) throw this.#refuse(deep)
      this.#handlers.onTag(bytes.toString('latin1', start, end))
    }
    return end + 1
  }

  #marked(bytes: Buffer, start: number): number | null {
    const begins = (words: string) => bytes.toString('latin1', start, start + words.length) === words
    if (begins('!--')) {
      this.#inComment = true
      return start + 3
    }
    if (!begins(characters)) throw this.#refuse(entities)
    const from = start + characters.length
    const end = bytes.indexOf(']]>', from)
    if (end < 0) return null
    this.#handlers.onText?.(bytes, from, end, true)
    return end + 3
  }

  #refuse(words: typeof deep): Refusal {
    return new Refusal('INVALID', words, { part: this.#name })
  }
}

/** Where a tag ends: its first `>` outside of quotes; null where that is not here yet. */
function tagEnd(bytes: Buffer, from: number): number | null {
  // A comment or a document type is known by its beginning, wherever it ends.
  if (bytes[from] === mark) return from + characters.length <= bytes.length ? from : null
  let quote = 0
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === greater) return at
    else if (byte === double || byte === single) quote = byte
    else if (byte === less) return at
  }
  return null
}

const entities = text(
  '工作簿里夹带了外部实体或文档类型声明，可能有害，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'The workbook declares a document type or entities, which may do harm. Open it in Excel or WPS and save it as .xlsx.',
)
const deep = text(
  '工作簿的内部结构层层嵌套，不是正常保存的文件，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'The workbook is nested too deeply within. Open it in Excel or WPS and save it as .xlsx.',
)
const endless = text(
  `有单元格的内容超过${limits.cellCharacters}字，不予导入。请检查并缩短过长的内容。`,
  `A cell holds more than ${limits.cellCharacters} characters. Shorten it.`,
)
