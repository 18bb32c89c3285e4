import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { writeWhole } from './durable.ts'
import { type BackupKey, sealOf } from './key.ts'
import { otherKey } from './stored-file.ts'

export const manifestName = 'manifest.json'

const storedSchema = z.object({
  path: z.string(),
  size: z.number().int(),
  stored: z.number().int(),
  sha256: z.string(),
})

const tableSumSchema = z.object({ name: z.string(), rows: z.string(), sum: z.string() })
/** Rows of a table, and the sum of two 64-bit hashes of each, so that the order of rows makes no difference. */
export type TableSum = z.output<typeof tableSumSchema>

const bodySchema = z.object({
  format: z.literal(1),
  name: z.string(),
  /** The installation, from its beginning or its last restoring on: what its journal files are kept under. */
  lineage: z.string(),
  /** When nobody wrote for a moment: what is restored is what was there then. ISO 8601. */
  at: z.string(),
  restorePoint: z.string(),
  database: z.string(),
  postgres: z.number().int(),
  machine: z.string(),
  segments: z.array(z.string()).min(1),
  /** The key that the files are enciphered with. */
  key: z.string().nullable(),
  /** Null where somebody wrote without a pause: then nothing can be compared. */
  tables: z.array(tableSumSchema).nullable(),
  folders: z.array(z.string()),
  files: z.array(storedSchema),
})

export type Manifest = z.output<typeof bodySchema>

const manifestSchema = bodySchema.extend({ seal: z.string().nullable() })

/** Bytes that a backup takes on its disk. */
export const weightOf = ({ files }: Manifest) => files.reduce((sum, { stored }) => sum + stored, 0)

export async function writeManifest(folder: string, body: Manifest, key: BackupKey | null): Promise<void> {
  const seal = key && sealOf(JSON.stringify(body), key)
  await writeWhole(join(folder, manifestName), `${JSON.stringify({ ...body, seal })}\n`)
}

/** @throws Refusal INVALID where there is none or it cannot be read */
export async function readManifest(folder: string): Promise<Manifest & { readonly seal: string | null }> {
  const path = join(folder, manifestName)
  const content = await readFile(path, 'utf8').catch(() => '')
  try {
    return manifestSchema.parse(JSON.parse(content))
  } catch {
    throw new Refusal(
      'INVALID',
      text(
        `${folder} 不是完整的备份（${manifestName} 缺失或已损坏）。请另选一份备份。`,
        `${folder} is no whole backup: its ${manifestName} is missing or damaged. Choose another one.`,
      ),
      { folder },
    )
  }
}

/** @throws Refusal INVALID where the key is missing or another one, or the manifest was altered */
export function checkSeal(
  manifest: Manifest & { readonly seal: string | null },
  key: BackupKey | null,
): BackupKey | null {
  if (manifest.key === null) return null
  if (key?.id !== manifest.key) throw otherKey(manifest.name, manifest.key, key?.id ?? null)
  const { seal, ...body } = manifest
  if (seal !== sealOf(JSON.stringify(bodySchema.parse(body)), key)) throw altered(manifest.name)
  return key
}

const altered = (name: string) =>
  new Refusal(
    'INVALID',
    text(
      `备份 ${name} 的清单被改动过，不能使用。请另选一份备份。`,
      `The manifest of the backup ${name} was altered. Choose another one.`,
    ),
    { name },
  )
