import { Refusal } from '../../refusal.ts'
import { readingLimits as limits } from './limits.ts'
import { tooLarge } from './zip-guard.ts'
import type { XmlHandlers } from './xml-scan.ts'
import { localName } from './xml-tag.ts'
import { XmlText } from './xml-text.ts'

/** The texts that the cells of a workbook share, without the readings (振り仮名) that may stand beside them. */
export class SharedTexts implements XmlHandlers {
  readonly texts: string[] = []
  readonly #text = new XmlText()
  #inText = false
  #inReading = false

  readonly onTag = (tag: string): void => {
    const closed = tag.endsWith('/')
    const name = localName(tag)
    if (name === 't') this.#inText = !closed && !this.#inReading
    else if (name === 'rPh') this.#inReading = !closed
    else if (name === 'si' && closed) this.#end()
  }

  readonly onClose = (tag: string): void => {
    const name = localName(tag)
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inReading = false
    else if (name === 'si') this.#end()
  }

  readonly onText: NonNullable<XmlHandlers['onText']> = (...piece) => {
    if (this.#inText) this.#text.add(...piece)
  }

  #end(): void {
    if (this.texts.length >= limits.sharedTexts)
      throw new Refusal('INVALID', tooLarge, { texts: this.texts.length })
    this.texts.push(this.#text.take())
  }
}
