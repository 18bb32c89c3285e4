import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { randomFrom } from '../../demo/random.ts'
import { composeProgram } from '../../src/app/program.ts'
import { appendAnchor, readAnchors } from '../../src/platform/audit/anchors.ts'
import { appendEvent } from '../../src/platform/audit/append-event.ts'
import { originOf } from '../../src/platform/audit/origin.ts'
import { tamperOnce, vouchedFor } from '../../src/platform/audit/testing/tamper.ts'
import { silent, verifyOn } from '../../src/platform/audit/verify.ts'
import { handleOn } from '../../src/platform/db/transaction.ts'
import { importFile } from '../../src/platform/ledgers/import-file.ts'
import { filledLedger } from '../../src/platform/ledgers/ledger-sheet.ts'
import { day } from '../../src/platform/values/day.ts'
import { organisationRows, placeRows } from '../office-rows.ts'
import { inOffice, office } from '../open-office.ts'

/** Promise S5: XIAOMA_TAMPERINGS (1 000) random tamperings with an administrator's rights, each taken back; how many `verify` finds. */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const wanted = Number(process.env['XIAOMA_TAMPERINGS'] ?? 1_000)

await inOffice(async (database, client) => {
  const random = randomFrom(seed)
  const { records, ledgers } = composeProgram(database)
  const scope = { office, places: 'all' } as const
  const actor = { id: 'bench', name: 'bench' }
  const filled = async (id: string, rows: Parameters<typeof filledLedger>[2], changesOn: string | null) => {
    const ledger = ledgers.find((one) => one.id === id)
    if (!ledger) throw new Error(`no ledger ${id}`)
    const bytes = await filledLedger(ledger, 'zh', rows)
    const files = [{ name: `${id}.xlsx`, bytes }]
    const asked = { scope, actor, files, changesOn: changesOn === null ? null : day(changesOn) }
    const { errors } = await importFile(database, records.engine, ledgers, asked)
    if (errors[0]) throw new Error(JSON.stringify(errors[0]))
  }
  await filled('organisation.places', placeRows(), null)
  await filled('organisation.party_organisations', organisationRows(40, seed), null)
  // Other names for the same: each is a correction that leaves an earlier version.
  await filled('organisation.party_organisations', organisationRows(40, seed + 1), null)
  for (let n = 0; n < 10; n += 1)
    await appendEvent(database.pool, office, { ...originOf(), kind: 'act', details: { n } })
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-tamper-'))
  const path = join(folder, 'anchors.jsonl')
  await appendAnchor(database, office, path)
  const anchors = await readAnchors(path)
  await rm(folder, { recursive: true })
  const tables = (await vouchedFor(client)).filter(({ name }) => !name.startsWith('people'))
  const began = performance.now()
  const missed: string[] = []
  for (let n = 0; n < wanted; n += 1) {
    await client.query('begin')
    const words = await tamperOnce(client, tables, (least, most) => random.between(least, most))
    const { faults } = await verifyOn(handleOn(client), office, anchors, silent)
    if (faults.length === 0) missed.push(words)
    await client.query('rollback')
  }
  const { faults } = await verifyOn(handleOn(client), office, anchors, silent)
  if (faults[0]) throw new Error(`without a tampering: ${faults[0].words.en}`)
  for (const words of missed) console.log(`not found: ${words}`)
  const seconds = ((performance.now() - began) / 1_000).toFixed(0)
  console.log(`seed ${seed}: ${wanted - missed.length} of ${wanted} tamperings found, in ${seconds} s`)
  process.exitCode = missed.length > 0 ? 1 : 0
})
