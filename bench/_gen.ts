import { composeProgram } from '../src/app/program.ts'
import { openOffice, office } from './open-office.ts'
import { statement } from '../src/platform/figures/compile.ts'
import { inputsOf } from '../src/platform/figures/figure.ts'
const admin = JSON.parse(process.env.XIAOMA_TEST_ADMIN)
const database = await openOffice({ admin, database: 'xiaoma_bench_explore', secret: 'x'.repeat(32) })
const p = composeProgram(database)
const f = p.figures.byId.get('organisation.organisations')
const st = (node) => statement({ rows: inputsOf(f)[0].rows, hierarchy: p.figures.place, places: p.figures.place, past: false, structure: 'then', answer: 'value', distinct: false }, { office: '1', node, asOf: '2018-06-30', from: null, through: null, structureDay: '2018-06-30', afterDay: null, afterRecord: null, afterKey: null, limit: null })
const nodes = {}
for (const [k, path] of [['leaf', "path like '/s/sc0/sc0p0/'"], ['community', "path = '/s/sc0/'"], ['street', "path = '/s/'"]]) nodes[k] = (await database.query({ office: 1, places: 'all' }, { name: k, text: `select record_id from organisation.place_spell where ${path}`, values: [] })).rows[0]?.[0]
console.log(nodes)
for (const mode of ['auto', 'force_generic_plan', 'force_custom_plan']) {
  // one connection
  const c = await database.pool.connect(); await c.query(`set plan_cache_mode = '${mode}'`); await c.query('deallocate all'); (c as any).connection.parsedStatements = {}
  c.release()
  for (const k of ['leaf', 'community', 'street']) {
    for (let i = 0; i < 8; i++) await database.query({ office: 1, places: 'all' }, st(nodes[k]))
    const n = k === 'street' ? 10 : 100
    const t = performance.now(); for (let i = 0; i < n; i++) await database.query({ office: 1, places: 'all' }, st(nodes[k])); console.log(mode, k, ((performance.now() - t) / n).toFixed(2), 'ms')
  }
  console.log((await database.pool.query('select name, generic_plans, custom_plans from pg_prepared_statements')).rows)
}
await database.close()
