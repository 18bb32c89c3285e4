import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ClientBase } from 'pg'
import * as z from 'zod'
import { hasErrorCode } from '../db/server/has-error-code.ts'

const journalName = 'erasures.jsonl'

const entrySchema = z.object({
  office: z.number().int(),
  change: z.string(),
  schema: z.string(),
  table: z.string(),
  record: z.string(),
})
/** One record whose personal values were emptied: where it lies, and nothing of what it held. */
export type ErasureEntry = z.output<typeof entrySchema>

const sameErasure = (entry: ErasureEntry) =>
  [entry.office, entry.change, entry.schema, entry.table, entry.record].join(' ')

/** The entries of a journal; null where there is none. A line that was cut off by a loss of power is passed over. */
export async function readJournal(path: string): Promise<ErasureEntry[] | null> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  })
  return content === null ? null : content.split('\n').flatMap(entryIn)
}

function entryIn(line: string): ErasureEntry[] {
  try {
    return [entrySchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** Every erasure that the database knows. */
export async function erasuresIn(client: Pick<ClientBase, 'query'>): Promise<ErasureEntry[]> {
  const { rows } = await client.query<ErasureEntry>(
    `select office_id as office, change_no::text as change, table_schema as schema, table_name as table, record_id::text as record
     from platform.erasure order by office_id, change_no, table_schema, table_name, record_id`,
  )
  return rows
}

/** Appends what a journal lacks, and makes the journal where there is none: an empty one says that nothing was erased. */
export async function appendErasures(path: string, entries: readonly ErasureEntry[]): Promise<void> {
  const written = await readJournal(path)
  const known = new Set(written?.map(sameErasure))
  const missing = entries.filter((entry) => !known.has(sameErasure(entry)))
  if (written && missing.length === 0) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    // Begun on a line of its own: the one before may have been cut off.
    await file.appendFile(
      missing.map((entry) => `\n${JSON.stringify(entry)}`).join('') + (missing.length > 0 ? '\n' : ''),
    )
    await file.sync()
  } finally {
    await file.close()
  }
}

export const journalIn = (folder: string) => join(folder, journalName)
