import { chooseBackup } from '../../platform/backup/choose-backup.ts'
import { drill as drillBackup } from '../../platform/backup/drill.ts'
import { failureWords } from '../../platform/backup/failure-words.ts'
import { appendProof, isVerdict } from '../../platform/backup/proofs.ts'
import { backupSettings } from '../../platform/backup/settings.ts'
import { itsOwnTools } from '../../platform/backup/source.ts'
import { settleData } from '../data-root.ts'
import { openOn } from '../program.ts'
import { type Command, complain, fromCaller, parse, printJson, UsageError } from './command.ts'
import { isRefusedAsEmpty } from './data-there.ts'
import { phaseLine } from './phase-line.ts'
import { restorePhases } from './restore-phases.ts'

const usage = './xiaoma drill [DIR] [--json]'

/** Restores the newest backup on trial, compares and verifies it, throws it away and notes the result; the program may run meanwhile. */
export const drill: Command = async (args) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } }, usage)
  const [path] = positionals
  if (positionals.length > 1) throw new UsageError(usage)
  const { env } = process
  if (env['DATABASE_URL']?.trim()) throw itsOwnTools()
  await isRefusedAsEmpty(env)
  const root = await settleData(env)
  const { key, folder } = await backupSettings(env, root)
  const backup = await chooseBackup(path === undefined ? folder : fromCaller(path), { kind: 'backup' })
  const { name } = backup.manifest
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort(new Error('stopped by a person')))
  const line = phaseLine(restorePhases)
  const note = async (result: Omit<Parameters<typeof appendProof>[1], 'kind' | 'backup' | 'at'>) =>
    await appendProof(root, { kind: 'drill', backup: name, at: new Date().toISOString(), ...result })
  try {
    const found = await drillBackup(backup, {
      root,
      key,
      open: openOn,
      onProgress: (phase, handled, total) => {
        stop.signal.throwIfAborted()
        line(phase, handled, total)
      },
    })
    await note({ ...found, failure: null })
    if (values.json) printJson({ backup: name, ...found })
    complain(
      `备份 ${name} 已试恢复：${found.tables === null ? '备份时未逐表计数' : `${found.tables}张表一致`}，${found.events}个事件、${found.changes}个变更核验通过。试恢复的数据已清除。`,
      `${name} was restored on trial: ${found.tables === null ? 'its tables were not counted when it was made' : `${found.tables} tables the same`}, ${found.events} events and ${found.changes} changes hold. The trial was thrown away.`,
    )
    return 0
  } catch (error) {
    if (stop.signal.aborted) {
      complain('已停止，没有结论。', 'Stopped. Nothing is known of it.')
      return 130
    }
    if (isVerdict(error))
      await note({ tables: null, events: null, changes: null, failure: failureWords(error) })
    throw error
  }
}
