import type { Finding } from './finding.ts'
import { runAsProgram } from './program.ts'
import { isGenerated, isScript } from './syntax.ts'
import type { TreeFile } from './tree.ts'

const hardLimit = 500
const usualLimit = 300
const usualShare = 0.95
const medianLimit = 80

/** No file over 500 lines, 95 % under 300, the median under 80; generated files do not count. */
export function fileSizes(files: readonly TreeFile[]): Finding[] {
  const sized = files
    .filter(isWritten)
    .map((file) => ({ path: file.path, lines: countLines(file.text) }))
    .sort((one, other) => one.lines - other.lines)
  const median = sized[Math.floor(sized.length / 2)]
  const large = sized.filter(({ lines }) => lines >= usualLimit)
  const findings = sized
    .filter(({ lines }) => lines > hardLimit)
    .map(({ path, lines }) => tooLong(path, `${lines} lines; the limit is ${hardLimit}`))

  if (large.length > sized.length * (1 - usualShare))
    for (const { path, lines } of large)
      findings.push(
        tooLong(path, `${lines} lines; ${large.length} of ${sized.length} files reach ${usualLimit}`),
      )
  if (median && median.lines >= medianLimit)
    findings.push(
      tooLong(median.path, `the median file has ${median.lines} lines; it stays under ${medianLimit}`),
    )
  return findings
}

/** Code by hand: scripts, styles, migrations. SQL elsewhere is printed from a declaration. */
function isWritten({ path, binary }: TreeFile): boolean {
  if (binary || isGenerated(path)) return false
  return isScript(path) || path.endsWith('.css') || /(^|\/)migrations\/.*\.sql$/.test(path)
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function tooLong(path: string, what: string): Finding {
  return { path, line: 1, what, todo: 'Split it: one concept a file, named after its export.' }
}

if (import.meta.main) runAsProgram(fileSizes)
