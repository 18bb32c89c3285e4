import { comingFrom, fromMachine } from '../platform/audit/origin.ts'
import { Refusal } from '../platform/refusal.ts'
import { readBundleManifest } from './bundle.ts'
import { type Command, commandActor, complain, UsageError } from './commands/command.ts'
import { systemErrorWords } from './commands/system-error.ts'

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  test: async () => (await import('./commands/test.ts')).test,
  help: async () => (await import('./commands/help.ts')).help,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  template: async () => (await import('./commands/template.ts')).template,
  import: async () => (await import('./commands/import.ts')).importFiles,
  export: async () => (await import('./commands/export.ts')).exportLedger,
  figures: async () => (await import('./commands/figures.ts')).figures,
  figure: async () => (await import('./commands/figures.ts')).figure,
  rows: async () => (await import('./commands/rows.ts')).rows,
  explain: async () => (await import('./commands/explain.ts')).explainFigure,
  account: async () => (await import('./commands/account.ts')).account,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  keys: async () => (await import('./commands/keys.ts')).keys,
  drill: async () => (await import('./commands/drill.ts')).drill,
  verify: async () => (await import('./commands/verify.ts')).verify,
  demo: async () => (await import('./commands/demo.ts')).demo,
  bundle: async () => (await import('./commands/bundle.ts')).bundle,
  'check-bundle': async () => (await import('./commands/check-bundle.ts')).checkBundle,
}
/** They need the tools that made the program, which a bundle does not carry. */
const ofTheProject = ['test', 'bundle']

async function run(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  const wanted = name === '--help' || name === '-h' || rest.includes('--help') ? 'help' : name
  const load = commands[wanted]
  if (!load) {
    complain(
      `没有“${name}”命令。./xiaoma help 列出全部命令。`,
      `There is no command “${name}”. ./xiaoma help lists them all.`,
    )
    return 2
  }
  if (ofTheProject.includes(wanted) && readBundleManifest()) {
    complain(
      `安装包里没有“${wanted}”命令，请在源代码中运行。`,
      `A bundle has no command “${wanted}”. Run it in the sources.`,
    )
    return 2
  }
  try {
    const command = await load()
    return await comingFrom(fromMachine(commandActor(), wanted), () => command(rest))
  } catch (error) {
    if (error instanceof Refusal) complain(error.words.zh, error.words.en)
    else if (error instanceof UsageError) console.error(error.message)
    else {
      const words = systemErrorWords(error)
      if (words) complain(words.zh, words.en)
      else console.error(error)
    }
    return error instanceof UsageError ? 2 : 1
  }
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2))
