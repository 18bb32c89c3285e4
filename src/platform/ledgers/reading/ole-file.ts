import { Refusal } from '../../refusal.ts'
import { damaged } from './refusals.ts'

const lastChain = 0xfffffffa
const entryLength = 128
const smallPiece = 64

/** The streams of an OLE file ([MS-CFB] §2), the container of .xls and of workbooks with a password. */
export class OleFile {
  /** Upper case, since readers compare names without case. */
  readonly names: ReadonlySet<string>
  readonly #bytes: Buffer
  readonly #sector: number
  readonly #table: number[]
  readonly #directory: Buffer

  /** @throws Refusal INVALID where its tables lead nowhere */
  constructor(bytes: Buffer) {
    if (bytes.length < 1_536) throw new Refusal('INVALID', damaged)
    this.#bytes = bytes
    const shift = bytes.readUInt16LE(30)
    if (shift !== 9 && shift !== 12) throw new Refusal('INVALID', damaged)
    this.#sector = 1 << shift
    this.#table = this.#allocation()
    this.#directory = this.#chain(bytes.readUInt32LE(48))
    this.names = new Set(this.#entries().map(({ name }) => name.toUpperCase()))
  }

  /** The bytes of a stream; empty for one that is not there. */
  stream(name: string): Buffer {
    const entry = this.#entries().find((one) => one.name.toUpperCase() === name.toUpperCase())
    if (!entry) return Buffer.alloc(0)
    const whole =
      entry.size < this.#bytes.readUInt32LE(56) ? this.#small(entry.start) : this.#chain(entry.start)
    return whole.subarray(0, entry.size)
  }

  /** Small streams lie in pieces of 64 bytes within the stream of the root, by a table of their own. */
  #small(first: number): Buffer {
    const root = this.#entries()[0]
    const pieces = this.#chain(root?.start ?? lastChain)
    const table = this.#chain(this.#bytes.readUInt32LE(60))
    const parts: Buffer[] = []
    for (let piece = first; piece < lastChain; ) {
      if (parts.length > pieces.length / smallPiece || (piece + 1) * 4 > table.length)
        throw new Refusal('INVALID', damaged)
      parts.push(pieces.subarray(piece * smallPiece, (piece + 1) * smallPiece))
      piece = table.readUInt32LE(piece * 4)
    }
    return Buffer.concat(parts)
  }

  #entries(): { name: string; start: number; size: number }[] {
    const count = Math.floor(this.#directory.length / entryLength)
    return Array.from({ length: count }, (_, index) => {
      const entry = this.#directory.subarray(index * entryLength, (index + 1) * entryLength)
      const length = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62)
      return {
        name: entry.toString('utf16le', 0, length),
        start: entry.readUInt32LE(116),
        size: entry.readUInt32LE(120),
      }
    }).filter(({ name }) => name !== '')
  }

  #allocation(): number[] {
    const bytes = this.#bytes
    const sectors: number[] = []
    const take = (buffer: Buffer, from: number, to: number) => {
      for (let at = from; at < to; at += 4) {
        const sector = buffer.readUInt32LE(at)
        if (sector < lastChain) sectors.push(sector)
      }
    }
    take(bytes, 76, 512)
    let next = bytes.readUInt32LE(68)
    for (let seen = 0; next < lastChain; seen += 1) {
      if (seen > bytes.length / this.#sector) throw new Refusal('INVALID', damaged)
      const more = this.#at(next)
      take(more, 0, more.length - 4)
      next = more.readUInt32LE(more.length - 4)
    }
    return sectors.flatMap((sector) => {
      const part = this.#at(sector)
      return Array.from({ length: part.length / 4 }, (_, index) => part.readUInt32LE(index * 4))
    })
  }

  #chain(first: number): Buffer {
    const parts: Buffer[] = []
    const most = this.#bytes.length / this.#sector
    for (let sector = first; sector < lastChain; sector = this.#table[sector] ?? lastChain) {
      if (parts.length > most) throw new Refusal('INVALID', damaged)
      parts.push(this.#at(sector))
    }
    return Buffer.concat(parts)
  }

  #at(sector: number): Buffer {
    const start = (sector + 1) * this.#sector
    const part = this.#bytes.subarray(start, start + this.#sector)
    if (part.length < this.#sector) {
      // The last sector of a file may be cut short by its writer.
      if (part.length === 0 || part.length % 4 !== 0) throw new Refusal('INVALID', damaged)
    }
    return part
  }
}
