/** The names of write-ahead log files: 24 hexadecimal digits, timeline, log and segment (PostgreSQL, “WAL Internals”). */
export const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name)
/** What a new timeline begins with; small, and needed to follow it. */
export const isTimelineHistory = (name: string) => /^[0-9A-F]{8}\.history$/.test(name)

const perLog = 256n // segments of 16 MB in 4 GB

/** Every segment between two of one timeline, both included. */
export function segmentsBetween(first: string, last: string): string[] {
  const timeline = first.slice(0, 8)
  const numberOf = (name: string) => BigInt(`0x${name.slice(8, 16)}`) * perLog + BigInt(`0x${name.slice(16)}`)
  const hex = (value: bigint) => value.toString(16).toUpperCase().padStart(8, '0')
  const found: string[] = []
  for (let at = numberOf(first); at <= numberOf(last); at += 1n)
    found.push(`${timeline}${hex(at / perLog)}${hex(at % perLog)}`)
  return found
}
