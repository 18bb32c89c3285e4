import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
import { composeProgram } from '../src/app/program.ts'
import { roles } from '../src/app/roles.ts'
import { routersOf } from '../src/app/routers.ts'
import { startHttp } from '../src/app/server.ts'
import { createLog } from '../src/platform/rpc/server/log.ts'
import { openOffice } from './open-office.ts'
import { requestsPerSecond, answerOf } from './load.ts'
const admin = JSON.parse(process.env.XIAOMA_TEST_ADMIN)
const database = await openOffice({ admin, database: 'xiaoma_bench_explore', secret: 'x'.repeat(32) })
const log = createLog({ write: () => undefined }, 'warn')
const http = await startHttp({ env: { XIAOMA_PORT: '0' }, database, routers: routersOf({ ...composeProgram(database), database } as any, log), secret: 'x'.repeat(40), web: '/tmp/none', log, demoRoster: [], namePlaces: async () => [] })
await http.accounts.createAccount({ office: 1, username: 'bench', password: 'bench-bench', name: 'b', roles: [{ role: 'office_clerk', place: null }], mustChangePassword: false }).catch(() => 0)
const s = await http.accounts.signIn('bench', 'bench-bench', { ip: '127.0.0.1', userAgent: 'b' })
const cookie = s.cookies.map((c) => c.split(';')[0]).join('; ')
const node = (await database.query({ office: 1, places: 'all' }, { name: 'n', text: process.env.NODESQL ?? `select record_id from organisation.place_spell where path = '/s/sc0/scp0/' or path='/s/sc0/sc0p0/'`, values: [] })).rows[0][0]
const target = { url: `${http.url}/api/figures/organisation.organisations?node=${node}&asOf=2018-06-30`, cookie }
console.log(await answerOf(target))
await requestsPerSecond(target, 8, 1500)
import { createServer } from 'node:http'
import { statement } from '../src/platform/figures/compile.ts'
import { inputsOf } from '../src/platform/figures/figure.ts'
const prog = composeProgram(database)
const f = prog.figures.byId.get('organisation.organisations')
const st = (node) => statement({ rows: inputsOf(f)[0].rows, hierarchy: prog.figures.place, places: prog.figures.place, past: false, structure: 'then', answer: 'value', distinct: false }, { office: '1', node, asOf: '2018-06-30', from: null, through: null, structureDay: '2018-06-30', afterDay: null, afterRecord: null, afterKey: null, limit: null })
const server = createServer(async (q, r) => { const caller = await http.accounts.session(q.headers); const { rows } = await database.query(caller.scopeOf('figures.see_value'), st(node)); r.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: rows[0][4] })) })
await new Promise((ok) => server.listen(0, '127.0.0.1', () => ok(0)))
const floor = { url: `http://127.0.0.1:${(server.address() as any).port}/`, cookie }
await requestsPerSecond(floor, 8, 1000)
const cpu = async (t, name) => { const a = process.cpuUsage(); const b = performance.now(); const rps = await requestsPerSecond(t, 8, 1500); const u = process.cpuUsage(a); const n = rps * (performance.now() - b) / 1000; console.log(name, 'cpu ms per request', ((u.user + u.system) / 1000 / n).toFixed(3), 'rps', rps.toFixed(0)) }
for (let i = 0; i < 3; i++) { await cpu(target, 'product'); await cpu(floor, 'floor') }
const session = new Session(); session.connect()
await session.post('Profiler.enable'); await session.post('Profiler.setSamplingInterval', { interval: 200 }); await session.post('Profiler.start')
const t0 = process.cpuUsage()
console.log('rps', await requestsPerSecond(target, 8, 4000), process.cpuUsage(t0))
const { profile } = await session.post('Profiler.stop')
writeFileSync('/tmp/prof.json', JSON.stringify(profile))
await http.close(); await database.close(); process.exit(0)
