import { demoWorkbooks, makeDemo } from '../../demo/make.ts'
import { type DemoTotals, jinshan } from '../../demo/totals.ts'
import type { Accounts } from '../platform/access/accounts.ts'
import { createDemoAccounts, holdsDemo, markDemo, publishedUsernames } from '../platform/access/demo.ts'
import type { Database } from '../platform/db/database.ts'
import { type Actor, read } from '../platform/db/transaction.ts'
import { resolveNode } from '../platform/figures/hierarchy.ts'
import { type ImportResult, importFile } from '../platform/ledgers/import-file.ts'
import { text } from '../platform/text.ts'
import { foundOffice } from './found-office.ts'
import { performLife } from './perform-life.ts'
import { office, type Program } from './program.ts'
import { demoRoster } from './roles.ts'

const whole = { office, places: 'all' } as const
const demoCommunity = '350206005023'

/** Whether a load was cut short: the accounts come last. */
export async function isDemoUnfinished(database: Database): Promise<boolean> {
  if (!(await holdsDemo(database))) return false
  return (await publishedUsernames(database)).size < demoRoster('').length
}

/** Makes the demo office, or finishes one that was cut short: its workbooks go the way of a user's file, so what does not import is an error here too. */
export async function loadDemo(
  program: Program,
  accounts: Accounts,
  totals: DemoTotals = jinshan,
  onProgress?: (handled: number, total: number) => void,
): Promise<ImportResult> {
  const { database, records } = program
  await foundOffice(
    database,
    text(`${totals.street.name}（演示）`, `Jinshan Subdistrict ${totals.street.name} (demo)`),
  )
  if (!(await holdsDemo(database))) await markDemo(database, office)
  const demo = makeDemo(totals)
  const actor = { id: 'demo', name: '演示数据 Demo data' }
  const result = await importOnce(program, totals, actor, onProgress)
  await performLife(records, { scope: whole, actor }, demo.life, `demo-${totals.seed}`)
  await createDemoAccounts(database, accounts, office, await roster(program, totals))
  return result
}

/** The workbooks are one change; once it is there, what was done since must stay. */
async function importOnce(
  { database, records, ledgers }: Program,
  totals: DemoTotals,
  actor: Actor,
  onProgress?: (handled: number, total: number) => void,
): Promise<ImportResult> {
  const nothing = { created: 0, updated: 0, unchanged: 0, refused: 0, read: 0 }
  if ((await headOf(database)) > 0n)
    return { counts: nothing, errors: [], errorCount: 0, preview: [], findings: [], change: null }
  const result = await importFile(database, records.engine, ledgers, {
    scope: whole,
    actor,
    files: await demoWorkbooks(totals),
    reason: '载入演示数据 Loading the demo',
    onProgress: (phase, handled, total) => {
      if (phase === 'write') onProgress?.(handled, total)
    },
  })
  if (result.errorCount > 0)
    throw new Error(`the demo does not import: ${JSON.stringify(result.errors.slice(0, 3))}`)
  return result
}

async function headOf(database: Database): Promise<bigint> {
  const { rows } = await database.query(whole, {
    name: 'demo_head',
    text: 'select head from platform.office where office_id = $1::int',
    values: [String(office)],
  })
  return BigInt(rows[0]?.[0] ?? '0')
}

/** The demo's accounts, the community clerk in a community of these totals. */
export async function roster(program: Program, totals: DemoTotals = jinshan) {
  const community = totals.communities.find(({ code }) => code === demoCommunity) ?? totals.communities[0]
  const place = await read<unknown, string>(
    program.database,
    whole,
    async (reader) => (await resolveNode(reader, program.records.place, community?.code, totals.asOf)).id,
  )
  return demoRoster(place)
}
