import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/audit/verify.ts'
import { read } from '../../platform/db/transaction.ts'
import { checkImport } from '../../platform/ledgers/check-import.ts'
import { exportLedger } from '../../platform/ledgers/export-ledger.ts'
import { importFile } from '../../platform/ledgers/import-file.ts'
import { filledLedger } from '../../platform/ledgers/ledger-sheet.ts'
import { tablesHolding } from '../../platform/testing/every-text.ts'
import { clerk } from '../../platform/testing/office.ts'
import { today } from '../../platform/values/day.ts'
import { peopleLedger } from './ledgers/people.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-enciphered-'))
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await at.close()
})

async function exportedInClear(): Promise<Uint8Array> {
  const path = join(folder, 'people.xlsx')
  const words = { zh: '测试街道', en: 'Test' }
  const asked = { language: 'zh', knownAt: '1', office: words, by: '测试', on: today(), clear: true } as const
  await read(at.database, at.whole, (reader) => exportLedger(reader, at.engine, peopleLedger, asked, path))
  return new Uint8Array(await readFile(path))
}

const canary = '1390000'
const lines = Array.from({ length: 1_000 }, (_, nth) => ({
  code: `RY-J${nth}`,
  name: `加密${nth}`,
  sex: '女',
  education: '大学专科毕业',
  begins: '2015-01-01',
  birth: '1980-05',
  phone: `${canary}${String(nth).padStart(4, '0')}`,
}))
const bring = async (some: readonly Record<string, string>[]) =>
  await importFile(at.database, at.engine, at.ledgers, {
    scope: at.whole,
    actor: clerk,
    files: [{ name: 'people.xlsx', bytes: await filledLedger(peopleLedger, 'zh', some) }],
    dryRun: false,
  })

test('a thousand persons that are imported and exported again differ in nothing, and no telephone stands in any table', async () => {
  expect((await bring(lines)).counts).toMatchObject({ created: 1_000, refused: 0 })
  const bytes = await exportedInClear()
  const files = [{ name: 'people.xlsx', bytes }]
  const { counts, errors } = await checkImport(at.database, at.engine, at.whole, {
    files,
    ledgers: at.ledgers,
  })
  expect(errors.first).toEqual([])
  expect(counts).toMatchObject({ created: 0, updated: 0, refused: 0, unchanged: 1_000 })
  expect((await bring(lines)).counts).toMatchObject({ unchanged: 1_000 })
  expect(await tablesHolding(at.database, canary)).toEqual([])
})

test('nor after single acts, corrections, a line that is refused, an erasure and what was sent twice', async () => {
  const [branch] = street.branches
  const id = await register(at, '2010-01-01', { branch }, { name: '甲' })
  await at.correct('person', id, undefined, { phone: `${canary}8888` })
  await at.correct('person', id, undefined, { phone: `${canary}9999` })
  await at.correct('person', id, undefined, { phone: `0592-${canary}` })
  const refused = await bring([{ ...lines[0], sex: '不详', phone: `${canary}7777` }])
  expect(refused.counts.refused).toBe(1)
  expect(await tablesHolding(at.database, canary)).toEqual([])
  expect((await at.load('person', id, (await at.head()) - 1n))?.header['phone']).toBe(`${canary}9999`)
  await at.erase('person', id)
  expect((await verify(at.database, 1, [])).faults).toEqual([])
})
