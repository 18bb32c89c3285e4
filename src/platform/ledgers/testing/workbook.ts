import { crc32, deflateRawSync } from 'node:zlib'
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import type { WorkbookFile } from '../read-sheets.ts'

/** A workbook as a person might have made it: sheets by name, cells as they are. */
export async function workbook(
  sheets: Readonly<Record<string, CellValue[][]>>,
  more: Partial<WriteSheet> = {},
): Promise<WorkbookFile> {
  const written = Object.entries(sheets).map(([name, rows]) => ({ name, rows, ...more }))
  return { name: 'test.xlsx', bytes: await writeXlsx({ sheets: written }) }
}

export function textFile(content: string, name = 'test.csv'): WorkbookFile {
  return { name, bytes: new TextEncoder().encode(content) }
}

/** GB 18030 bytes of a text, by turning the decoder round. Only characters of two bytes (GBK) and ASCII. */
export function gb18030(content: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) bytesOf.set(decoder.decode(new Uint8Array([high, low])), [high, low])
    }
  }
  return new Uint8Array(
    [...content].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)]
      const bytes = bytesOf.get(character)
      if (!bytes) throw new RangeError(`no two bytes for ${character}`)
      return bytes
    }),
  )
}

export type ZipPart = {
  readonly name: string
  readonly content: Uint8Array
  /** What the directory says instead of the truth. */
  readonly declared?: number
  readonly crc?: number
  readonly packed?: boolean
  readonly flags?: number
}

export const zipPart = (name: string, xml: string): ZipPart => ({
  name,
  content: new TextEncoder().encode(xml),
  packed: true,
})

/** A ZIP file with whatever sizes, sums and names one declares. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const {
    name,
    content,
    declared = content.length,
    crc = crc32(content),
    packed = false,
    flags = 0,
  } of parts) {
    const path = Buffer.from(name)
    const body = packed ? deflateRawSync(content) : Buffer.from(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(packed ? 8 : 0, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(body.length, 14)
    fields.writeUInt32LE(declared, 18)
    fields.writeUInt16LE(path.length, 22)
    const signature = (value: number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32LE(value)
      return bytes
    }
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    chunks.push(signature(0x04034b50), fields, path, body)
    // In the directory the version that made it comes first, and where the part lies comes last.
    directory.push(signature(0x02014b50), Buffer.from([20, 0]), fields, place, path)
    at += 30 + path.length + body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...chunks, list, end]))
}
