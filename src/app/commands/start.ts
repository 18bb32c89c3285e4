import { createInterface } from 'node:readline/promises'
import { clearDrafts } from '../../platform/backup/beside.ts'
import { singleSignOnSettings } from '../../platform/access/single-sign-on/settings.ts'
import { isSecure } from '../../platform/rpc/server/http-server.ts'
import { createLog } from '../../platform/rpc/server/log.ts'
import { metricsPort } from '../../platform/rpc/server/metrics-server.ts'
import { listenSettings } from '../../platform/rpc/server/listen.ts'
import { type Text, text } from '../../platform/text.ts'
import { jinshan } from '../../../demo/totals.ts'
import { buildWebWhenStale } from '../build-web.ts'
import { readBundleManifest } from '../bundle.ts'
import { settleData } from '../data-root.ts'
import { foundOffice, isUntouched } from '../found-office.ts'
import { isDemoUnfinished, loadDemo } from '../load-demo.ts'
import type { Program } from '../program.ts'
import { publicListenSettings } from '../public-server.ts'
import { serve } from '../serve.ts'
import { accountsFor } from '../server.ts'
import { type Command, complain, parse } from './command.ts'
import { lineOf } from './figures.ts'
import { askValue } from './question.ts'

const usage = './xiaoma start [--yes | --empty] [--name 名称]'

/** Starts everything, prints the address, and serves until it is told to stop; a restored data directory is served in its place. */
export const start: Command = async (args) => {
  const { values } = parse(
    args,
    { yes: { type: 'boolean' }, empty: { type: 'boolean' }, name: { type: 'string' } },
    usage,
  )
  const stopped = stopSignal()
  // What no data can make right is refused before anything is made.
  singleSignOnSettings(process.env, isSecure(listenSettings(process.env, false)))
  metricsPort(process.env)
  publicListenSettings(process.env, false)
  const root = await settleData(process.env, say)
  if ((await clearDrafts(root)) > 0) say(interruptedRestore)
  const lasting = {
    log: createLog(undefined, process.env['XIAOMA_LOG'] ?? 'warn'),
    web: await buildWebWhenStale(process.env, complain),
    say,
    stopped,
    fill: async (program: Program) => {
      if (await isDemoUnfinished(program.database)) await fillWithDemo(program)
      else if (await isUntouched(program.database)) await fill(program, values)
    },
    serving: async (program: Program, url: string, demo: boolean, open: string | null) => {
      if (demo) await printFigures(program)
      process.stdout.write(`\n小马已启动 Xiaoma is running: ${url}\n`)
      if (open) process.stdout.write(`公开页面 Public pages: ${open}\n`)
    },
  }
  let ending = await serve({ ...lasting, before: null, failure: null })
  while (ending.kind === 'restore') {
    const { meanwhile, port, ready } = ending
    try {
      const failure = await ready.finish()
      say(failure ?? restored)
      ending = await serve({ ...lasting, before: { meanwhile, port }, failure })
    } finally {
      await meanwhile.close()
    }
  }
  if (ending.kind === 'lost') say(ending.refusal.words)
  return ending.kind === 'lost' ? 1 : 0
}

const say = ({ zh, en }: Text) => complain(zh, en)
const restored = text(
  '已恢复备份，原有数据另名保留，程序继续运行。',
  'The backup was restored; what was there is kept under another name, and the program goes on.',
)
const interruptedRestore = text(
  '上次恢复备份在完成之前中断，已清理；数据没有改变。',
  'A restore was interrupted before it was complete and has been cleared away. The data are as they were.',
)

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

/** Asks on a terminal. Where nobody answers a checkout loads the demo; a bundle stands in an office, which gets none by accident. */
async function wantsDemo(): Promise<boolean> {
  const usually = !readBundleManifest()
  if (!process.stdin.isTTY) return usually
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    `这是新的数据目录。载入演示数据吗？ This is a new data directory. Load the demo? ${usually ? '[Y/n]' : '[y/N]'} `,
  )
  terminal.close()
  return usually ? !/^n/i.test(answer.trim()) : /^y/i.test(answer.trim())
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
