import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/** What a reading process must not be able to do; each is tried, and what was possible is said as the name of a sheet. */
const tried: Record<string, () => unknown> = {
  'read a file': () => readFileSync('/etc/passwd'),
  'read beside the program': () => readFileSync('README.md'),
  'write a file': () => writeFileSync('/tmp/xiaoma-reading', ''),
  'start a program': () => execFileSync('/bin/true'),
  'see the environment': () => {
    if (Object.keys(process.env).some((key) => !['TZ', 'LANG'].includes(key))) return
    throw new Error('nothing to see')
  },
}
const done = Object.entries(tried).flatMap(([name, act]) => {
  try {
    act()
    return [name]
  } catch {
    return []
  }
})
const sheet = { hidden: false, rows: 0, hiddenRows: [], hiddenColumns: [], merges: [] }
process.stdin.once('data', () => {
  const sheets = done.map((name) => ({ ...sheet, name }))
  process.stdout.write(`${JSON.stringify({ kind: 'book', sheets })}\n${JSON.stringify({ kind: 'end' })}\n`)
})
