import { copyFile, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { Refusal } from '../refusal.ts'
import { type Proof, proofSchema } from './proof.ts'

const file = (dataRoot: string) => join(dataRoot, 'backup-proofs.jsonl')
/** So many lines are read; older ones say nothing that a newer one does not. */
const mostRead = 500

/** The proofs of a data directory, oldest first; a line that was cut off is passed over. */
export async function readProofs(dataRoot: string): Promise<Proof[]> {
  const content = await readFile(file(dataRoot), 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return ''
    throw error
  })
  return content.split('\n').slice(-mostRead).flatMap(proofIn)
}

function proofIn(line: string): Proof[] {
  try {
    return [proofSchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

export async function appendProof(dataRoot: string, proof: Proof): Promise<void> {
  const log = await open(file(dataRoot), 'a', 0o600)
  try {
    // Begun on a line of its own: the one before may have been cut off.
    await log.appendFile(`\n${JSON.stringify(proof)}\n`)
    await log.sync()
  } finally {
    await log.close()
  }
}

/** What was proved of the backups stays known to the data directory that replaces another. */
export async function carryProofs(replaced: string, restored: string): Promise<void> {
  await copyFile(file(replaced), file(restored)).catch((error: unknown) => {
    if (!hasErrorCode(error, 'ENOENT')) throw error
  })
}

/** Whether an error says something of the backup: not that another is at work, or that the disk is full. */
export const isVerdict = (error: unknown) => !(error instanceof Refusal) || error.code === 'INVALID'
