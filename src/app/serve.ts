import type { Logger } from 'pino'
import { ensureFirstAdministrators } from '../platform/access/first-administrators.ts'
import { type Accounts, requireRole } from '../platform/access/accounts.ts'
import { holdsDemo } from '../platform/access/demo.ts'
import { BackupKeeper } from '../platform/backup/keeper.ts'
import type { ReadyRestore } from '../platform/backup/live-restore.ts'
import { endRestores } from '../platform/backup/restore-requests.ts'
import { backupSettings } from '../platform/backup/settings.ts'
import { backupSource } from '../platform/backup/source.ts'
import { takeOwnership } from '../platform/db/server/sole-owner.ts'
import { RetentionWatch } from '../platform/personal/retention/watch.ts'
import type { Refusal } from '../platform/refusal.ts'
import { forgetAnswersDaily } from '../platform/rpc/server/forget-answers.ts'
import { listenSettings } from '../platform/rpc/server/listen.ts'
import { serveMeanwhile } from '../platform/rpc/server/meanwhile.ts'
import { type Text, text } from '../platform/text.ts'
import { accountPlaces } from './account-places.ts'
import { areaFunctions } from './area-functions.ts'
import { closeAll } from './close-all.ts'
import { keepAnchors } from './keep-anchors.ts'
import { roster } from './load-demo.ts'
import { measure } from './measure.ts'
import { postsAsHoldings } from './posts-as-holdings.ts'
import { office, openOn, openProgram, type Program } from './program.ts'
import { publicListenSettings, startPublicPages } from './public-server.ts'
import { roles } from './roles.ts'
import { retainedBy, type Retained, routersOf } from './routers.ts'
import { startHttp } from './server.ts'
import { titlesOfPlaces } from './titles-of-places.ts'

type Meanwhile = { close(): Promise<void> }

/** What outlasts one round of serving. */
export type Round = {
  readonly web: string
  readonly log: Logger
  readonly say: (words: Text) => void
  /** Resolves when the program is told to stop. */
  readonly stopped: Promise<null>
  /** Fills an empty data directory, before anything is served. */
  readonly fill: (program: Program) => Promise<void>
  /** Hears of each address at which the program serves; `open` is that of the public pages. */
  readonly serving: (program: Program, url: string, demo: boolean, open: string | null) => Promise<void>
  /** The port of the round before, and who answers there meanwhile. */
  readonly before: { readonly port: number; readonly meanwhile: Meanwhile } | null
  /** Why the restore for which the round before ended came to nothing. */
  readonly failure: Text | null
}

/** Why serving ended. With a restore everything is closed, and who asks is answered that it is being restored. */
export type Ending =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'lost'; readonly refusal: Refusal }
  | {
      readonly kind: 'restore'
      readonly ready: ReadyRestore
      readonly port: number
      readonly meanwhile: Meanwhile
    }

/** Opens the program and serves until it is told to stop, or to make way for a restored data directory. */
export async function serve(round: Round): Promise<Ending> {
  const { env } = process
  const { log, say } = round
  const program = await openProgram({ env, say })
  const closing: (() => Promise<void>)[] = [() => program.close()]
  let ending: Ending = { kind: 'stopped' }
  const failures: unknown[] = []
  try {
    const ownership = await takeOwnership(program.admin, program.databaseName)
    closing.push(() => ownership.release())
    await round.fill(program)
    closing.push(await keepAnchors(program, (error) => log.error({ err: error, event: 'not anchored' })))
    const demo = await holdsDemo(program.database)
    await endRestores(program.database, office, round.failure ?? interrupted)
    const backups = await keepBackups(program, log)
    if (backups) {
      // What was built in the very moment of a stop waits for nobody: its server would outlive the program.
      closing.push(async () => {
        if (ending.kind !== 'restore') await backups.desk.giveUp()
      })
      closing.push(() => backups.close())
      closing.unshift(() => backups.keepRest())
    }
    const measured = await measure(env, program, backups)
    if (measured) closing.push(() => measured.close())
    closing.push(
      forgetAnswersDaily(program.database, office, (error) =>
        log.error({ err: error, event: 'answers not forgotten' }),
      ),
    )
    const retained = keepRetention(program, log)
    closing.push(() => retained.close())
    await round.before?.meanwhile.close()
    const http = await startHttp({
      env: { ...env, ...(round.before && { XIAOMA_PORT: String(round.before.port) }) },
      database: program.database,
      routers: routersOf(program, log, backups, retained),
      secret: program.sessionSecret,
      web: round.web,
      log,
      demoRoster: demo ? await roster(program) : [],
      namePlaces: titlesOfPlaces(program),
      accountPlaces,
      functions: areaFunctions,
      holdings: postsAsHoldings(program),
      metrics: measured?.metrics ?? null,
    })
    const port = Number(new URL(http.url).port || (http.url.startsWith('https') ? 443 : 80))
    closing.push(async () => {
      await http.close()
      if (ending.kind === 'restore')
        Object.assign(ending, { meanwhile: await serveMeanwhile(listenSettings(env, demo), port) })
    })
    const open = publicListenSettings(env, demo)
    const publicPages = open && (await startPublicPages(program, open, round.web, log))
    if (publicPages) closing.push(() => publicPages.close())
    await ownership.announce(http.url)
    if (!demo) await makeAdministrators(program, http.accounts, say)
    await round.serving(program, http.url, demo, publicPages?.url ?? null)
    const never = new Promise<ReadyRestore>(() => undefined)
    const what = await Promise.race([
      round.stopped,
      ownership.lost.then((refusal) => ({ refusal })),
      (backups?.desk.ready ?? never).then((ready) => ({ ready })),
    ])
    if (what && 'refusal' in what) ending = { kind: 'lost', refusal: what.refusal }
    if (what && 'ready' in what)
      ending = { kind: 'restore', ready: what.ready, port, meanwhile: { close: async () => undefined } }
  } catch (error) {
    failures.push(error)
  }
  failures.push(...(await closeAll(closing.reverse())))
  if (failures.length === 0) return ending
  if (ending.kind === 'restore') {
    const { meanwhile, ready } = ending
    failures.push(...(await closeAll([() => meanwhile.close(), () => ready.giveUp()])))
  }
  for (const error of failures.slice(1)) log.error({ err: error, event: 'not closed' })
  throw failures[0]
}

/** The server of `DATABASE_URL` has backups of its own. */
async function keepBackups(program: Program, log: Logger): Promise<BackupKeeper | null> {
  const { data, placement, admin, databaseName } = program
  if (!placement) return null
  const settings = await backupSettings(process.env, data.root)
  return new BackupKeeper(backupSource(data, { placement, admin }, databaseName), settings, log, openOn)
}

/** Searches at night for what need not be kept any more; what is being erased at the stop waits to be gone on with. */
function keepRetention(program: Program, log: Logger): Retained & { close(): Promise<void> } {
  const { erasing } = retainedBy(program, log)
  const watch = new RetentionWatch(program.records, program.purposes, office, (error) =>
    log.error({ err: error, event: 'not searched for what is due' }),
  )
  return {
    erasing,
    watch,
    close: async () => {
      await erasing.close()
      await watch.close()
    },
  }
}

/** Different people are to hold these two; a third, the audit administrator, is granted by the security administrator. */
async function makeAdministrators(program: Program, accounts: Accounts, say: Round['say']): Promise<void> {
  const made = await ensureFirstAdministrators(program.database, accounts, office)
  for (const { role, username, password } of made) {
    const { words } = requireRole(roles, role)
    say(
      text(
        `首个${words.zh}：${username}，一次性密码：${password}（只显示这一次，首次登录须修改）`,
        `First ${words.en.toLowerCase()}: ${username}, one-time password: ${password} (shown this once; to be changed at the first sign-in)`,
      ),
    )
  }
  if (made.length > 0) {
    say(
      text(
        '系统管理员新增账号，安全管理员授予角色（包括审计管理员）；请把两个密码交给两个不同的人。',
        'The system administrator adds accounts; the security administrator grants roles, the audit administrator’s among them. Give the two passwords to two different people.',
      ),
    )
  }
}

const interrupted = text(
  '恢复完成之前程序停止了，数据未动。',
  'The program ended before the restore was complete. The data were not touched.',
)
