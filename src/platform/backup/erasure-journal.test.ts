import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendErasures, journalIn, readJournal } from './erasure-journal.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-journal-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const entry = (change: number) => ({
  office: 1,
  change: String(change),
  schema: 'box',
  table: 'item',
  record: `00000000-0000-7000-8000-00000000000${change}`,
})

test('each erasure stands in it once, however often it is told', async () => {
  const journal = journalIn(join(folder, 'below'))
  expect(await readJournal(journal)).toBeNull()
  await appendErasures(journal, [])
  expect(await readJournal(journal)).toEqual([])
  await appendErasures(journal, [entry(1)])
  await appendErasures(journal, [entry(1), entry(2)])
  await appendErasures(journal, [entry(2), entry(1)])
  expect(await readJournal(journal)).toEqual([entry(1), entry(2)])
})

test('a line that was cut off is written again, and nothing after it is lost', async () => {
  const journal = journalIn(folder)
  await appendErasures(journal, [entry(1)])
  await appendFile(journal, JSON.stringify(entry(2)).slice(0, 40))
  await appendErasures(journal, [entry(1), entry(2), entry(3)])
  expect(await readJournal(journal)).toEqual([entry(1), entry(2), entry(3)])
  expect(await readFile(journal, 'utf8')).toMatch(/\n$/)
})
