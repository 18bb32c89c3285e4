import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { streamXlsxRows } from 'hucre/xlsx'
import type { Client } from 'pg'
import { composeProgram } from '../src/app/program.ts'
import type { Database } from '../src/platform/db/database.ts'
import { read } from '../src/platform/db/transaction.ts'
import type { CountedFile } from '../src/platform/ledgers/counted-workbook.ts'
import { exportLedger } from '../src/platform/ledgers/export-ledger.ts'
import { day } from '../src/platform/values/day.ts'
import { fillOffice } from './fill-office.ts'
import { inOffice, office } from './open-office.ts'

/** Promise P8: 500 000 rows into a workbook, memory flat, rows counted. */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const times = Number(process.env['XIAOMA_ROWS'] ?? 500_000) / 100_000
const scope = { office, places: 'all' } as const

async function measure(database: Database, client: Client): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-export-'))
  try {
    await fillOffice(database, office, seed)
    await multiply(client)
    await client.query('vacuum analyze')
    const program = composeProgram(database)
    const ledger = program.ledgers.find((one) => one.id === 'organisation.party_organisations')
    if (!ledger) throw new Error('the ledger is not there')
    const memory: number[] = []
    const timer = setInterval(() => memory.push(process.memoryUsage.rss()), 250)
    const path = join(folder, 'export.xlsx')
    const from = performance.now()
    const exported = await read<unknown, CountedFile>(database, scope, (reader) =>
      exportLedger(
        reader,
        program.records.engine,
        ledger,
        {
          language: 'zh',
          knownAt: '1',
          office: { zh: '测试', en: 'Test' },
          by: 'bench',
          on: day('2018-07-29'),
        },
        path,
      ),
    )
    const seconds = (performance.now() - from) / 1_000
    clearInterval(timer)
    const mb = (bytes: number) => Math.round(bytes / 1e6)
    const tenths = Array.from({ length: 11 }, (_, n) =>
      mb(memory[Math.floor(((memory.length - 1) * n) / 10)] ?? 0),
    )
    console.log(`seed ${seed}: ${exported.rows} rows in ${exported.sheets} sheets, ${seconds.toFixed(1)} s`)
    console.log(`digest ${exported.digest}, file ${mb((await stat(path)).size)} MB`)
    console.log(`memory of the process over time ${tenths.join(' ')} MB, highest ${mb(Math.max(...memory))}`)
    await judge(exported, memory, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @throws Error where rows are missing, the file read back by another library says something else, or memory grew with the rows */
async function judge(exported: CountedFile, memory: readonly number[], path: string): Promise<void> {
  if (exported.rows !== times * 100_000) throw new Error(`${exported.rows} of ${times * 100_000} rows`)
  const hash = createHash('sha256')
  let rows = 0
  const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  let width = 0
  for await (const { values } of streamXlsxRows(stream, { sheet: 1 })) {
    width ||= values.length
    if (rows > 0) {
      const line = Array.from({ length: width }, (_, at) => values[at] ?? '')
      hash.update(`${JSON.stringify(line)}\n`)
    }
    rows += 1
  }
  const digest = hash.digest('hex')
  if (rows - 1 !== exported.rows || digest !== exported.digest)
    throw new Error(`read back: ${rows - 1} rows, digest ${digest}`)
  const half = Math.floor(memory.length / 2)
  const grown = Math.max(...memory.slice(half)) - Math.max(...memory.slice(0, half))
  if (grown > 50_000_000) throw new Error(`memory grew by ${Math.round(grown / 1e6)} MB in the second half`)
  console.log(`read back with hucre: ${rows - 1} rows and the same digest`)
}

/** The same hundred thousand again and again, under other ids and codes. */
async function multiply(client: Client): Promise<void> {
  const columns = async (table: string) => {
    const { rows } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [`organisation.${table}`],
    )
    return rows.map((row) => row.name)
  }
  await client.query(`select set_config('app.change', '1', false)`)
  await client.query('create temporary table originals as select id from organisation.party_organisation')
  for (let nth = 1; nth < times; nth += 1) {
    const other = (column: string) =>
      ['id', 'record_id'].includes(column)
        ? `md5(${column}::text || '${nth}')::uuid`
        : ['label', 'code'].includes(column)
          ? `${column} || '-${nth}'`
          : column
    for (const [table, id] of [
      ['party_organisation', 'id'],
      ['party_organisation_event', 'record_id'],
      ['party_organisation_spell', 'record_id'],
    ] as const) {
      const names = await columns(table)
      await client.query(`insert into organisation.${table} (${names.join(', ')})
        select ${names.map(other).join(', ')} from organisation.${table} where ${id} in (select id from originals)`)
    }
  }
}

await inOffice(measure)
