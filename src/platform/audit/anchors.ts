import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Database } from '../db/database.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

const anchorSchema = z.object({
  office: z.number().int(),
  event: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** ISO 8601: when it was anchored. */
  at: z.string(),
})
/** The end of a chain at a moment, kept outside the database: whoever cuts or rebuilds the chain does not reach it. */
export type Anchor = z.output<typeof anchorSchema>

/** Where a data directory keeps its anchors. */
export const anchorsIn = (dataRoot: string) => join(dataRoot, 'anchors', 'anchors.jsonl')

/** Anchors of a file, one a line of JSON; none where there is no file. @throws Refusal INVALID naming the line that is none */
export async function readAnchors(path: string): Promise<Anchor[]> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return ''
    throw error
  })
  return content.split('\n').flatMap((line, n) => (line.trim() === '' ? [] : [parsed(path, line, n + 1)]))
}

function parsed(path: string, line: string, n: number): Anchor {
  try {
    return anchorSchema.parse(JSON.parse(line))
  } catch {
    throw new Refusal('INVALID', noAnchor(path, n), { path, line: n })
  }
}

/** Appends the end of an office's chain and waits for the disk; nothing where the last line says the same. */
export async function appendAnchor(database: Database, office: number, path: string): Promise<void> {
  const { rows } = await database.query(
    { office, places: 'all' },
    {
      name: 'audit_head',
      text: `select event_no, encode(hash, 'hex') from platform.audit_head where office_id = $1::int`,
      values: [String(office)],
    },
  )
  const [event, hash] = rows[0] ?? []
  if (!event || !hash) return
  const content = await readFile(path, 'utf8').catch(() => '')
  if (content.trimEnd().split('\n').at(-1)?.includes(hash)) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(
      `${JSON.stringify({ office, event, hash, at: new Date().toISOString() } satisfies Anchor)}\n`,
    )
    await file.sync()
  } finally {
    await file.close()
  }
}

const noAnchor = (path: string, line: number) =>
  text(
    `${path} 第${line}行不是存证。请核对文件是否完整；若有备份，请用 --anchor 指定备份的存证文件。`,
    `Line ${line} of ${path} is no anchor. See whether the file is whole, or name a copy of it with --anchor.`,
  )
