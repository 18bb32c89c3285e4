import { backupSource, itsOwnTools, lockBackups } from '../../platform/backup/source.ts'
import { keepLog } from '../../platform/backup/keep-log.ts'
import { makeBackup } from '../../platform/backup/make-backup.ts'
import { weightOf } from '../../platform/backup/manifest.ts'
import { removeSurplus } from '../../platform/backup/retention.ts'
import { backupSettings } from '../../platform/backup/settings.ts'
import { openDataDirectory } from '../../platform/db/server/data-directory.ts'
import { startServer } from '../../platform/db/server/server.ts'
import { projectRoot } from '../data-root.ts'
import { databaseOf } from '../program.ts'
import { type Command, complain, fromCaller, parse, printJson, UsageError } from './command.ts'
import { isRefusedAsEmpty } from './data-there.ts'
import { phaseLine } from './phase-line.ts'

const usage = './xiaoma backup [--out DIR] [--json]'
const phases = { copying: '复制 copying', counting: '核对 counting', checking: '读回检查 checking' }

/** Copies everything that must not be lost, while the program runs or not, and reads it back. */
export const backup: Command = async (args) => {
  const { values, positionals } = parse(args, { out: { type: 'string' }, json: { type: 'boolean' } }, usage)
  if (positionals.length > 0) throw new UsageError(usage)
  const { env } = process
  if (env['DATABASE_URL']?.trim()) throw itsOwnTools()
  await isRefusedAsEmpty(env)
  const data = await openDataDirectory({ env, projectRoot })
  const settings = await backupSettings(env, data.root)
  const folder = values.out === undefined ? settings.folder : fromCaller(values.out)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort(stopped))
  const server = await startServer({ env, projectRoot, data, log: (words) => complain(words.zh, words.en) })
  try {
    const source = backupSource(data, server, databaseOf(env))
    const lock = await lockBackups(source)
    try {
      const { key, folder: backups } = settings
      const options = { folder, backups, key, signal: stop.signal, onProgress: phaseLine(phases) }
      const made = await makeBackup(source, options)
      if (values.out === undefined) {
        await removeSurplus(source, folder, settings.keep)
        await keepLog(source, settings)
      }
      const { manifest } = made
      if (values.json)
        printJson({
          folder: made.folder,
          at: manifest.at,
          bytes: weightOf(manifest),
          tables: manifest.tables,
        })
      else process.stdout.write(`${made.folder}\n`)
      complain(
        `备份完成：${manifest.at}，${megabytes(weightOf(manifest))} MB，${manifest.files.length}个文件已读回检查${manifest.tables ? `，${manifest.tables.length}张表已计数` : '；期间一直有写入，未能逐表计数'}。`,
        `Backed up as of ${manifest.at}: ${megabytes(weightOf(manifest))} MB, ${manifest.files.length} files read back${manifest.tables ? `, ${manifest.tables.length} tables counted` : '; somebody wrote without a pause, so the tables were not counted'}.`,
      )
      return 0
    } finally {
      await lock.release()
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error
    complain('已停止，没有留下备份。', 'Stopped. No backup was left.')
    return 130
  } finally {
    await server.stop()
  }
}

const stopped = new Error('stopped by a person')
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)
