import { createInterface } from 'node:readline/promises'
import type { Logger } from 'pino'
import { BackupKeeper } from '../../platform/backup/keeper.ts'
import { backupSettings } from '../../platform/backup/settings.ts'
import { backupSource } from '../../platform/backup/source.ts'
import { takeOwnership } from '../../platform/db/server/sole-owner.ts'
import { ensureFirstAdministrators } from '../../platform/access/first-administrators.ts'
import { type Accounts, requireRole } from '../../platform/access/accounts.ts'
import { holdsDemo } from '../../platform/access/demo.ts'
import { createLog } from '../../platform/rpc/server/log.ts'
import { metricsPort } from '../../platform/rpc/server/metrics-server.ts'
import { listenSettings } from '../../platform/rpc/server/listen.ts'
import { accountPlaces } from '../account-places.ts'
import { areaFunctions } from '../area-functions.ts'
import { postsAsHoldings } from '../posts-as-holdings.ts'
import { titlesOfPlaces } from '../titles-of-places.ts'
import { text } from '../../platform/text.ts'
import { jinshan } from '../../../demo/totals.ts'
import { buildWebWhenStale } from '../build-web.ts'
import { foundOffice, isUntouched } from '../found-office.ts'
import { isDemoUnfinished, loadDemo, roster } from '../load-demo.ts'
import { measure } from '../measure.ts'
import { keepAnchors } from '../keep-anchors.ts'
import { office, openProgram, type Program } from '../program.ts'
import { roles } from '../roles.ts'
import { routersOf } from '../routers.ts'
import { accountsFor, startHttp } from '../server.ts'
import { type Command, complain, parse } from './command.ts'
import { lineOf } from './figures.ts'
import { askValue } from './question.ts'

const usage = './xiaoma start [--yes | --empty] [--name 名称]'

/** Starts everything, prints the address, and serves until it is told to stop. */
export const start: Command = async (args) => {
  const { values } = parse(
    args,
    { yes: { type: 'boolean' }, empty: { type: 'boolean' }, name: { type: 'string' } },
    usage,
  )
  const stopped = stopSignal()
  // What no data can make right is refused before anything is made.
  listenSettings(process.env, false)
  metricsPort(process.env)
  const program = await openProgram({ env: process.env, say: (words) => complain(words.zh, words.en) })
  const closing: (() => Promise<void>)[] = [() => program.close()]
  try {
    const ownership = await takeOwnership(program.admin, program.databaseName)
    closing.push(() => ownership.release())
    if (await isDemoUnfinished(program.database)) await fillWithDemo(program)
    else if (await isUntouched(program.database)) await fill(program, values)
    const web = await buildWebWhenStale(process.env, complain)
    const log = createLog(undefined, process.env['XIAOMA_LOG'] ?? 'warn')
    const stopAnchors = await keepAnchors(program, (error) =>
      log.error({ err: error, event: 'not anchored' }),
    )
    closing.push(stopAnchors)
    const demo = await holdsDemo(program.database)
    const backups = await keepBackups(program, log)
    if (backups) {
      closing.push(() => backups.close())
      closing.unshift(() => backups.keepRest())
    }
    const measured = await measure(process.env, program, backups)
    if (measured) closing.push(() => measured.close())
    const http = await startHttp({
      env: process.env,
      database: program.database,
      routers: routersOf(program, log, backups),
      secret: program.sessionSecret,
      web,
      log,
      demoRoster: demo ? await roster(program) : [],
      namePlaces: titlesOfPlaces(program),
      accountPlaces,
      functions: areaFunctions,
      holdings: postsAsHoldings(program),
      metrics: measured?.metrics ?? null,
    })
    closing.push(() => http.close())
    await ownership.announce(http.url)
    if (!demo) await makeAdministrators(program, http.accounts)
    if (demo) await printFigures(program)
    process.stdout.write(`\n小马已启动 Xiaoma is running: ${http.url}\n`)
    const lost = await Promise.race([stopped, ownership.lost])
    if (lost) complain(lost.words.zh, lost.words.en)
    return lost ? 1 : 0
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

/** The server of `DATABASE_URL` has backups of its own. */
async function keepBackups(program: Program, log: Logger): Promise<BackupKeeper | null> {
  const { data, placement, admin, databaseName } = program
  if (!placement) return null
  const settings = await backupSettings(process.env, data.root)
  return new BackupKeeper(backupSource(data, { placement, admin }, databaseName), settings, log)
}

/** Different people are to hold these two; a third, the audit administrator, is granted by the security administrator. */
async function makeAdministrators(program: Program, accounts: Accounts): Promise<void> {
  const made = await ensureFirstAdministrators(program.database, accounts, office)
  for (const { role, username, password } of made) {
    const { words } = requireRole(roles, role)
    complain(
      `首个${words.zh}：${username}，一次性密码：${password}（只显示这一次，首次登录须修改）`,
      `First ${words.en.toLowerCase()}: ${username}, one-time password: ${password} (shown this once; to be changed at the first sign-in)`,
    )
  }
  if (made.length > 0) {
    complain(
      '系统管理员新增账号，安全管理员授予角色（包括审计管理员）；请把两个密码交给两个不同的人。',
      'The system administrator adds accounts; the security administrator grants roles, the audit administrator’s among them. Give the two passwords to two different people.',
    )
  }
}

/** Resolves at Ctrl-C or SIGTERM, which may come before anything runs. */
function stopSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(null))
  })
}

async function fill(
  program: Program,
  values: { yes?: boolean | undefined; empty?: boolean | undefined; name?: string | undefined },
): Promise<void> {
  if (values.empty || !(values.yes || (await wantsDemo()))) {
    const { name } = values
    await foundOffice(program.database, name ? text(name, name) : text('本街道', 'This subdistrict office'))
  } else await fillWithDemo(program)
}

async function fillWithDemo(program: Program): Promise<void> {
  complain('正在载入演示数据……', 'Loading the demo …')
  const accounts = accountsFor(program.database, program.sessionSecret, listenSettings(process.env, true))
  await loadDemo(program, accounts, jinshan)
}

/** Asks on a terminal; where nobody can answer, the demo is loaded. */
async function wantsDemo(): Promise<boolean> {
  if (!process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    '这是新的数据目录。载入演示数据吗？ This is a new data directory. Load the demo? [Y/n] ',
  )
  terminal.close()
  return !/^n/i.test(answer.trim())
}

async function printFigures(program: Program): Promise<void> {
  process.stdout.write(`\n${jinshan.street.name} ${jinshan.asOf}\n`)
  for (const { id, apart } of program.figures.byId.values()) {
    // What is shown together on a page of its own would drown the rest.
    if (apart) continue
    const period = { from: `${jinshan.asOf.slice(0, 4)}-01-01` as typeof jinshan.asOf, through: jinshan.asOf }
    process.stdout.write(`${lineOf(await askValue(program, { figure: id, asOf: jinshan.asOf, period }))}\n`)
  }
}
