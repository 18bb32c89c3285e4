import { randomFillSync } from 'node:crypto'

// Drawn for many ids at once: an import makes hundreds of thousands.
const pool = Buffer.alloc(16 * 256)
let used = pool.length

/** A UUID version 7 (RFC 9562 §5.7): ordered by the millisecond, the rest random. */
export function newId(now: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, (used += 16)))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
