import { performance } from 'node:perf_hooks'
import type { Client } from 'pg'
import { randomFrom } from '../demo/random.ts'
import { composeProgram } from '../src/app/program.ts'
import { appendEvent } from '../src/platform/audit/append-event.ts'
import { listEvents } from '../src/platform/audit/list-events.ts'
import { originOf } from '../src/platform/audit/origin.ts'
import { verify } from '../src/platform/audit/verify.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/id.ts'
import { importFile } from '../src/platform/ledgers/import-file.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import { recordEvent } from '../src/platform/records/write.ts'
import { day } from '../src/platform/values/day.ts'
import { organisationRows, placeRows } from './office-rows.ts'
import startTestServer from '../src/platform/testing/global-setup.ts'
import { inOffice, office } from './open-office.ts'

/**
 * What chain and seals cost: an import and ordinary writes without them (the function that appends does nothing, their indexes are away)
 * and with them, in one run, by turns; then how long the question “what did this account do” takes on XIAOMA_EVENTS events.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rows = Number(process.env['XIAOMA_ROWS'] ?? 100_000)
const events = Number(process.env['XIAOMA_EVENTS'] ?? 1_000_000)
const writes = 300
const scope = { office, places: 'all' } as const
const actor = { id: 'bench', name: 'bench' }
type Cost = { readonly whole: number; readonly write: number }

async function costOf(sealed: boolean): Promise<Cost> {
  let cost: Cost = { whole: 0, write: 0 }
  await inOffice(async (database, client) => {
    if (!sealed) await unseal(client)
    const whole = await importing(database)
    cost = { whole, write: await writing(database) }
  })
  console.log(
    `${sealed ? 'sealed  ' : 'unsealed'} import ${cost.whole.toFixed(1)} s, one write ${cost.write.toFixed(1)} ms`,
  )
  return cost
}

/** As it was before there were seals. */
async function unseal(client: Client): Promise<void> {
  await client.query(`create or replace function platform.append_audit_event(office int, event jsonb) returns bigint
    language sql as 'select 0::bigint'`)
  const { rows: indexes } = await client.query<{ drop: string }>(`
    select format('drop index %I.%I', n.nspname, i.relname) as drop from pg_index x join pg_class i on i.oid = x.indexrelid
    join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = i.relnamespace
    where i.relname in (t.relname || '_from', t.relname || '_to')`)
  for (const { drop } of indexes) await client.query(drop)
}

async function importing(database: Database): Promise<number> {
  const { records, ledgers } = composeProgram(database)
  const filled = async (id: string, lines: Record<string, string>[]) => {
    const ledger = ledgers.find((one) => one.id === id)
    if (!ledger) throw new Error(`no ledger ${id}`)
    return [{ name: `${id}.xlsx`, bytes: await filledLedger(ledger, 'zh', lines) }]
  }
  const places = await filled('organisation.places', placeRows())
  const organisations = await filled('organisation.party_organisations', organisationRows(rows, seed))
  await importFile(database, records.engine, ledgers, { scope, actor, files: places })
  const began = performance.now()
  const { errors } = await importFile(database, records.engine, ledgers, {
    scope,
    actor,
    files: organisations,
  })
  if (errors[0]) throw new Error(JSON.stringify(errors[0]))
  return (performance.now() - began) / 1_000
}

/** The middle of many ordinary writes: another place begins. */
async function writing(database: Database): Promise<number> {
  const { records } = composeProgram(database)
  const took: number[] = []
  for (let n = 0; n < writes; n += 1) {
    const began = performance.now()
    await recordEvent(
      records,
      { scope, actor },
      {
        type: 'organisation.legal_person',
        reason: null,
        idempotencyKey: newId(),
        overrides: [],
        act: 'established',
        onDate: day('2018-01-01'),
        documentNo: null,
        header: { credit_code: creditCode(n), kind: 'non_public' },
        sets: { name: `N${n}`, address: null, state: 'operating' },
      },
    )
    took.push(performance.now() - began)
  }
  return took.sort((a, b) => a - b)[Math.floor(writes / 2)] as number
}

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 32100-2015. */
function creditCode(n: number): string {
  const body = `91350206${String(n).padStart(9, '0')}`
  const sum = weights.reduce((all, weight, at) => all + weight * signs.indexOf(body[at] as string), 0)
  return body + (signs[(31 - (sum % 31)) % 31] as string)
}

async function asking(): Promise<void> {
  await inOffice(async (database, client) => {
    const random = randomFrom(seed)
    await appendEvent(database.pool, office, { ...originOf(), kind: 'act', details: { what: 'begun' } })
    // The events themselves are not at issue here, so they come without their hashes.
    await client.query(`insert into platform.audit_event (office_id, event_no, happened_at, kind, act, actor_id, actor_name, roles, places,
        subject_type, subject_id, address, hash)
      select ${office}, n, timestamptz '2020-01-01' + n * interval '3 minutes', (array['reveal', 'export', 'sign_in', 'refused'])[1 + n % 4],
        'records.get', 'account-' || (n * 7919 % 40), 'N', '{}', 'all', 'organisation.place', 'record-' || (n * 104729 % 50000), '10.0.0.1', ''
      from generate_series(2::bigint, ${events}) n`)
    await client.query('analyze platform.audit_event')
    const { records } = composeProgram(database)
    const words = {
      database,
      types: records.engine.types,
      subjects: new Map(),
      exportsReaching: (type: string) => [type],
      roles: {},
    }
    const ask = async (name: string, asked: Parameters<typeof listEvents>[2], limit: number) => {
      const began = performance.now()
      const found = await listEvents(words, office, asked, { limit })
      console.log(`${name}: ${found.length} events in ${(performance.now() - began).toFixed(0)} ms`)
    }
    const who = `account-${random.between(0, 39)}`
    await ask(
      'what one of 40 accounts did in a month, of all its events',
      { who, from: day('2021-03-01'), through: day('2021-03-31') },
      50_001,
    )
    await ask('what one account did, all of it', { who }, 50_001)
    await ask('the newest page of one account', { who }, 50)
    await ask(
      'who looked at one of 50 000 records',
      { subject: `record-${random.between(0, 49_999)}` },
      1_000,
    )
  })
}

const stop = await startTestServer()
if (rows > 0) {
  const before = [await costOf(false)]
  const after = [await costOf(true)]
  before.push(await costOf(false))
  after.push(await costOf(true))
  const best = (all: Cost[], of: keyof Cost) => Math.min(...all.map((cost) => cost[of]))
  for (const part of ['whole', 'write'] as const)
    console.log(
      `${part === 'whole' ? 'import' : 'write'}: ${(best(after, part) / best(before, part)).toFixed(2)} × as long with chain and seals`,
    )
}
if (events > 0) await asking()
if (process.env['XIAOMA_VERIFY'])
  await inOffice(async (database) => {
    await importing(database)
    const began = performance.now()
    const { faults, changes } = await verify(database, office, [])
    console.log(
      `verify of ${changes} changes, ${rows} imported rows: ${faults.length} faults in ${((performance.now() - began) / 1_000).toFixed(1)} s`,
    )
  })
await stop?.()
