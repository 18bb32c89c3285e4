import { unescape } from './xml-tag.ts'

const escaped = /_x([0-9A-Fa-f]{4})_/g

/** Gathers a text that may come in several pieces, and says it as a person reads it. */
export class XmlText {
  #text = ''

  readonly add = (bytes: Buffer, from: number, to: number, literal: boolean): void => {
    const piece = bytes.toString('utf8', from, to)
    this.#text += literal || !piece.includes('&') ? piece : unescape(piece)
  }

  /** The text so far, and begins anew. `_x0041_` stands for a character (ECMA-376 part 1 §22.9.2.19). */
  take(): string {
    const text = this.#text
    this.#text = ''
    if (!text.includes('_x')) return text
    return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}
