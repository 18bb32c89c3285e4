import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { writeWhole } from './durable.ts'

export const lineageFile = 'backup-lineage'

/** What tells this installation from its restored copies; null where it never made a backup. */
export async function readLineage(dataRoot: string): Promise<string | null> {
  const content = await readFile(join(dataRoot, lineageFile), 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return ''
    throw error
  })
  const lineage = content.trim()
  return /^[0-9a-f]{16}$/.test(lineage) ? lineage : null
}

/** The same, made where there is none. The caller holds the lock of backups. */
export async function lineageOf(dataRoot: string): Promise<string> {
  const found = await readLineage(dataRoot)
  if (found) return found
  const lineage = randomBytes(8).toString('hex')
  await writeWhole(join(dataRoot, lineageFile), `${lineage}\n`)
  return lineage
}

const ancestorsFile = 'backup-lineages-before'

/** The lineages that this installation came from by restores: their backups are of the same office. */
export async function readAncestors(dataRoot: string): Promise<string[]> {
  const content = await readFile(join(dataRoot, ancestorsFile), 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return ''
    throw error
  })
  return content.split('\n').filter((line) => /^[0-9a-f]{16}$/.test(line))
}

/** Writes down what a restored data directory comes from: the backup, and what it replaces where that is of the same descent. */
export async function keepAncestors(
  restored: string,
  replaced: string,
  lineage: string | null,
): Promise<void> {
  const [own, before] = [await readLineage(replaced), await readAncestors(replaced)]
  const theirs = [...before, ...(own ? [own] : [])]
  const related = lineage !== null && theirs.includes(lineage) ? theirs : []
  const all = new Set([...(await readAncestors(restored)), ...(lineage ? [lineage] : []), ...related])
  await writeWhole(join(restored, ancestorsFile), [...all].map((each) => `${each}\n`).join(''))
}
