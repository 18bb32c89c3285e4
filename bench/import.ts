import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { composeProgram } from '../src/app/program.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/id.ts'
import { write } from '../src/platform/db/transaction.ts'
import { checkImport } from '../src/platform/ledgers/check-import.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import { importFile } from '../src/platform/ledgers/import-file.ts'
import { writeImport } from '../src/platform/ledgers/write-import.ts'
import { organisationRows, placeRows } from './office-rows.ts'
import { inOffice, office } from './open-office.ts'

/** Promise P7: an import with keys, checks and history against COPY of the very same rows. */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rows = Number(process.env['XIAOMA_ROWS'] ?? 100_000)
const scope = { office, places: 'all' } as const
const actor = { id: 'bench', name: 'bench' }
const tables = ['party_organisation', 'party_organisation_event', 'party_organisation_spell'] as const

async function measure(database: Database, client: Client): Promise<void> {
  const program = composeProgram({ ...database })
  const { engine } = program.records
  const ledger = (id: string) => {
    const found = program.ledgers.find((one) => one.id === id)
    if (!found) throw new Error(`no ledger ${id}`)
    return found
  }
  const places = ledger('organisation.places')
  const organisations = ledger('organisation.party_organisations')
  await importFile(database, engine, program.ledgers, {
    scope,
    actor,
    files: [{ name: 'places.xlsx', bytes: await filledLedger(places, 'zh', placeRows()) }],
  })
  await client.query('vacuum analyze')
  const bytes = await filledLedger(organisations, 'zh', organisationRows(rows, seed))
  console.log(`seed ${seed}, ${rows} rows, workbook of ${(bytes.length / 1e6).toFixed(1)} MB`)

  const memory = watchMemory()
  const others = watchOthers(database)
  const began = performance.now()
  const checked = await checkImport(database, engine, scope, {
    files: [{ name: 'organisations.xlsx', bytes }],
    ledgers: program.ledgers,
  })
  if (checked.errors.count > 0) throw new Error(JSON.stringify(checked.errors.first[0]))
  const compared = performance.now()
  await writeImport(database, engine, checked, { scope, actor, id: newId(), key: newId() })
  const written = performance.now()
  await others.stop()
  memory.stop()
  const { rows: kept } = await client.query<{ head_held_ms: number; created: number }>(
    'select head_held_ms, created from platform.import_batch order by change_no desc limit 1',
  )
  const batch = kept[0] as { head_held_ms: number; created: number }
  if (batch.created !== rows) throw new Error(`${batch.created} of ${rows} were created`)
  const [bare, indexed, same] = await copies(client)
  const seconds = (from: number, to: number) => ((to - from) / 1_000).toFixed(1)
  const writing = (written - compared) / 1_000
  const whole = (written - began) / 1_000
  console.log(`read and check  ${seconds(began, compared)} s`)
  console.log(
    `write           ${seconds(compared, written)} s, the head held for ${(batch.head_held_ms / 1_000).toFixed(1)} s`,
  )
  console.log(`others          ${others.told()}`)
  console.log(`memory          ${memory.told()}`)
  console.log(
    `bare COPY       ${bare.toFixed(2)} s: the writing is ${(writing / bare).toFixed(1)} ×, the whole import ${(whole / bare).toFixed(1)} ×`,
  )
  console.log(
    `COPY + indexes  ${indexed.toFixed(2)} s: the writing is ${(writing / indexed).toFixed(1)} ×, the whole import ${(whole / indexed).toFixed(1)} ×`,
  )
  console.log(
    `same tables     ${same.toFixed(2)} s, with keys, constraints and triggers: the writing is ${(writing / same).toFixed(1)} ×, the whole import ${(whole / same).toFixed(1)} ×`,
  )
}

/** Another writer of the same office, all the while. */
function watchOthers(database: Parameters<typeof write>[0]) {
  const waits: number[] = []
  let over = false
  const working = (async () => {
    while (!over) {
      const from = performance.now()
      await write(
        database,
        { scope, actor: { id: 'other', name: 'other' }, kind: 'setup' },
        async () => undefined,
      ).catch(() => undefined)
      waits.push(performance.now() - from)
      await sleep(100)
    }
  })()
  return {
    stop: async () => {
      over = true
      await working
    },
    told: () => {
      const sorted = waits.toSorted((a, b) => a - b)
      const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0)
      return `${waits.length} changes of another writer: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms, the longest ${at(1)} ms`
    },
  }
}

/** Memory of this process and of the server's own part of its backends (Pss leaves out what they share), five times a second. */
function watchMemory() {
  const own: number[] = []
  const servers: number[] = []
  const timer = setInterval(() => {
    own.push(process.memoryUsage.rss())
    servers.push(serverMemory())
  }, 500)
  return {
    stop: () => clearInterval(timer),
    told: () =>
      [
        ['this process', own],
        ['server', servers],
      ]
        .map(([name, values]) => {
          const all = values as number[]
          const mb = (value: number) => Math.round(value / 1e6)
          const tenths = Array.from({ length: 11 }, (_, n) =>
            mb(all[Math.floor(((all.length - 1) * n) / 10)] ?? 0),
          )
          return `${name as string} ${tenths.join(' ')} (highest ${mb(Math.max(...all))}) MB`
        })
        .join('; '),
  }
}

function serverMemory(): number {
  let sum = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres: ')) continue
      const pss = /^Pss_Anon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
      sum += Number(pss?.[1] ?? 0) * 1_024
    } catch {
      // It ended, or is another's.
    }
  }
  return sum
}

/**
 * The same rows by COPY from a file of the server: into tables without an index, with the same ones, and into the tables themselves
 * with all that stands on them, foreign keys and history included.
 */
async function copies(client: Client): Promise<[bare: number, indexed: number, same: number]> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-copy-'))
  await chmod(folder, 0o777)
  try {
    const file = (table: string) => `'${join(folder, table)}'`
    for (const table of tables) await client.query(`copy organisation.${table} to ${file(table)}`)
    const { rows: changes } = await client.query<{ n: string }>(
      `select max(known_from)::text as n from organisation.${tables[0]}`,
    )
    const copied = async (schema: string) => {
      const from = performance.now()
      await client.query(`begin; set local app.change = '${changes[0]?.n ?? ''}'`)
      for (const table of tables) await client.query(`copy ${schema}.${table} from ${file(table)}`)
      // As the import does, lest a vacuum meanwhile leaves the foreign keys a plan for an empty table.
      await client.query(`analyze ${schema}.${tables[0]}`)
      await client.query('commit')
      return (performance.now() - from) / 1_000
    }
    const timed = async (like: string) => {
      for (const table of tables)
        await client.query(
          `drop table if exists public.${table}; create table public.${table} (like organisation.${table} ${like})`,
        )
      await client.query('checkpoint')
      return await copied('public')
    }
    const emptied = async () => {
      await client.query(`truncate ${tables.map((table) => `organisation.${table}`).join(', ')} cascade`)
      await client.query('checkpoint')
      return await copied('organisation')
    }
    const best = async (once: () => Promise<number>) => Math.min(await once(), await once(), await once())
    return [
      await best(() => timed('')),
      await best(() => timed('including constraints including indexes')),
      await best(emptied),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await inOffice(measure)
