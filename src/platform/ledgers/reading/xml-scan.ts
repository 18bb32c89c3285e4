import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged } from './refusals.ts'

const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const single = 0x27
const double = 0x22
const comment = Buffer.from('!--')
const characters = Buffer.from('![CDATA[')

/**
 * Looks through the tags of one XML part as its bytes arrive and refuses what no workbook needs: document types and entities,
 * deep nesting, endless tags and texts. `onTag` gets each opening tag without its brackets.
 */
export class XmlScan {
  readonly #onTag: (tag: string) => void
  readonly #name: string
  #depth = 0
  #run = 0
  #carried: Buffer = Buffer.alloc(0)
  #until: Buffer | null = null

  constructor(name: string, onTag: (tag: string) => void) {
    this.#name = name
    this.#onTag = onTag
  }

  push(piece: Buffer): void {
    const bytes = this.#carried.length > 0 ? Buffer.concat([this.#carried, piece]) : piece
    let at = 0
    for (;;) {
      if (this.#until) {
        const end = bytes.indexOf(this.#until, at)
        if (end < 0) return this.#carry(bytes.subarray(Math.max(at, bytes.length - 2)))
        at = end + this.#until.length
        this.#until = null
      }
      const start = bytes.indexOf(less, at)
      this.#count((start < 0 ? bytes.length : start) - at)
      if (start < 0) return this.#carry(bytes.subarray(bytes.length))
      this.#run = 0
      const end = tagEnd(bytes, start + 1)
      if (end === null) return this.#carry(bytes.subarray(start))
      at = this.#tag(bytes, start + 1, end)
    }
  }

  /** @throws Refusal INVALID where the part ends within a tag or below its root */
  finish(): void {
    if (this.#carried.length > 0 || this.#depth !== 0 || this.#until) throw this.#refuse(damaged)
  }

  #carry(rest: Buffer): void {
    if (rest.length > limits.tagBytes) throw this.#refuse(endless)
    this.#carried = Buffer.from(rest)
  }

  #count(length: number): void {
    this.#run += length
    // A character takes at most ten bytes, as &#x1F600; does.
    if (this.#run > limits.cellCharacters * 10) throw this.#refuse(endless)
  }

  #tag(bytes: Buffer, start: number, end: number): number {
    const first = bytes[start]
    if (first === slash) {
      this.#depth -= 1
      if (this.#depth < 0) throw this.#refuse(damaged)
    } else if (first === 0x21) {
      const opens = [comment, characters].find((mark) =>
        bytes.subarray(start, start + mark.length).equals(mark),
      )
      if (!opens) throw this.#refuse(entities)
      this.#until = Buffer.from(opens === comment ? '-->' : ']]>')
      return start + opens.length
    } else if (first !== 0x3f) {
      if (bytes[end - 1] !== slash) this.#depth += 1
      if (this.#depth > limits.xmlDepth) throw this.#refuse(deep)
      this.#onTag(bytes.toString('latin1', start, end))
    }
    return end + 1
  }

  #refuse(words: typeof deep): Refusal {
    return new Refusal('INVALID', words, { part: this.#name })
  }
}

/** Where a tag ends: its first `>` outside of quotes; null where that is not here yet. */
function tagEnd(bytes: Buffer, from: number): number | null {
  // A comment or a document type is known by its beginning, wherever it ends.
  if (bytes[from] === 0x21) return from + characters.length <= bytes.length ? from : null
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
