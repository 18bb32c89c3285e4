import { performance } from 'node:perf_hooks'
import { Client } from 'pg'
import { jinshan } from '../demo/totals.ts'
import { loadDemo } from '../src/app/load-demo.ts'
import { office, openProgram, type Program } from '../src/app/program.ts'
import { accountsFor } from '../src/app/server.ts'
import { makeInstallation } from '../src/app/testing/installation.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/id.ts'
import type { DeedInput } from '../src/platform/records/deeds/deed-input.ts'
import { previewDeed } from '../src/platform/records/deeds/preview-deed.ts'
import { listenSettings } from '../src/platform/rpc/server/listen.ts'

/**
 * The preview of a merger of two branches of the demo, all of it and what the statements of figures take: before the server has gathered
 * statistics of what was loaded, and with them. The median of rounds, after one that warms up.
 */
const rounds = Number(process.env['XIAOMA_RUNS'] ?? 5)
const scope = { office, places: 'all' } as const

async function merger(database: Database): Promise<DeedInput> {
  const { rows } = await database.query(scope, {
    name: 'two',
    text: `select record_id, seat_id, parent_id from organisation.party_organisation_spell s
      where kind = '631' and founded_in = 'unit' and valid_to is null
        and not exists (select from organisation.covered_unit_spell c where c.organisation_id = s.record_id)
      order by record_id limit 2`,
    values: [],
  })
  const [first] = rows
  const sets = { kind: '631', founded_in: 'unit', seat_id: first?.[1] ?? null, parent_id: first?.[2] ?? null }
  return {
    type: 'organisation.party_organisation',
    reason: null,
    idempotencyKey: newId(),
    overrides: [],
    deed: 'merge',
    onDate: jinshan.asOf,
    documentNo: null,
    ending: rows.map(([id]) => ({ id: id as string, sets: {} })),
    lasting: [],
    beginning: [{ name: '合并', header: { code: 'X1' }, sets: { ...sets, name: '合并支部' } }],
    moves: [],
  }
}

type Asked = { readonly figure: boolean; readonly ms: number }

/** Notes every statement of the pool's connections. */
function watch({ pool }: Database): Asked[] {
  const asked: Asked[] = []
  pool.on('acquire', (client) => {
    if (Object.hasOwn(client, 'query')) return
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const timed = async (...given: unknown[]) => {
      const from = performance.now()
      const result = await query(...given)
      const text = (given[0] as { text?: string }).text ?? ''
      asked.push({ figure: text.startsWith('select o.head'), ms: performance.now() - from })
      return result
    }
    Object.assign(client, { query: timed })
  })
  return asked
}

async function measure({ database, records, figures }: Program, when: string, asked: Asked[]): Promise<void> {
  const input = await merger(database)
  const taken: { all: number; figures: number; statements: number; moved: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    asked.length = 0
    const from = performance.now()
    const { figures: moved } = await previewDeed(
      records,
      figures,
      { scope, actor: { id: 'bench', name: 'bench' } },
      input,
    )
    const counting = asked.filter(({ figure }) => figure)
    taken.push({
      all: performance.now() - from,
      figures: counting.reduce((sum, { ms }) => sum + ms, 0),
      statements: counting.length,
      moved: moved.length,
    })
  }
  const middle = taken.slice(1).sort((a, b) => a.all - b.all)[
    Math.floor(rounds / 2)
  ] as (typeof taken)[number]
  console.log(
    `${when.padEnd(20)} ${middle.all.toFixed(0).padStart(6)} ms, of which ${middle.figures.toFixed(0)} ms in ${middle.statements} statements of figures; ${middle.moved} values moved`,
  )
}

const installation = await makeInstallation()
let program: Program | undefined
try {
  program = await openProgram({ env: installation.env })
  await loadDemo(
    program,
    accountsFor(program.database, program.sessionSecret, listenSettings(installation.env, true)),
  )
  const asked = watch(program.database)
  await measure(program, 'just loaded', asked)
  const client = new Client({ ...program.admin, database: program.databaseName })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
  await measure(program, 'with statistics', asked)
} finally {
  await program?.close()
  await installation.remove()
}
