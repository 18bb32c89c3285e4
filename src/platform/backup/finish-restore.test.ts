import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { KeptBackup } from './backup-folder.ts'
import { appendErasures, journalIn } from './erasure-journal.ts'
import { fromBackup } from './finish-restore.ts'
import { keepAncestors, lineageOf } from './lineage.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-journals-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const made = async () => await mkdtemp(join(folder, 'data-'))
const backupOf = (lineage: string): KeptBackup => ({
  folder: join(folder, 'backups/one'),
  manifest: {
    format: 1,
    name: 'one',
    lineage,
    at: '2026-01-01T00:00:00.000Z',
    restorePoint: '',
    database: 'xiaoma',
    postgres: 180_000,
    machine: '',
    segments: [],
    key: null,
    tables: null,
    folders: [],
    files: [],
  },
})

test('what was erased after a restore is known to a restore of a backup from before it, and to none of another installation', async () => {
  const [first, second, third, other] = [await made(), await made(), await made(), await made()]
  const lineage = await lineageOf(first)
  await keepAncestors(second, first, lineage)
  await keepAncestors(third, second, await lineageOf(second))
  for (const root of [first, second, third]) {
    await lineageOf(root)
    const erased = { office: 1, change: '7', schema: 'people', table: 'person', record: root }
    await appendErasures(journalIn(root), [erased])
    expect((await fromBackup(backupOf(lineage), root)).journals).toContain(journalIn(root))
  }
  await writeFile(journalIn(other), '')
  expect((await fromBackup(backupOf(lineage), other)).journals).not.toContain(journalIn(other))
})
