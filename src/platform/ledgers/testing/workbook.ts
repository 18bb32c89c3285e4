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

type Part = { readonly name: string; readonly content: Uint8Array; readonly declared?: number }

/** A ZIP file of stored parts, with whatever sizes and names one declares. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, declared = content.length } of parts) {
    const path = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(declared, 22)
    local.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt32LE(declared, 24)
    entry.writeUInt16LE(path.length, 28)
    entry.writeUInt32LE(at, 42)
    chunks.push(local, path, Buffer.from(content))
    directory.push(entry, path)
    at += 30 + path.length + content.length
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
