import { importFile } from '../../platform/ledgers/import-file.ts'
import { day } from '../../platform/values/day.ts'
import {
  type Command,
  commandActor,
  complain,
  fromCaller,
  parse,
  printJson,
  UsageError,
  wholeOffice,
  withProgram,
} from './command.ts'
import { ledgerNamed } from './ledger-named.ts'

const usage = `./xiaoma import FILE… [--ledger LEDGER] [--dry-run] [--changes-on DAY] [--reason TEXT] [--json]
  --changes-on DAY  不同之处自该日起变更；不写则为更正  differing values hold from that day; without it they are corrections`

/** Checks workbooks and writes them as one change, all or nothing. */
export const importFiles: Command = async (args) => {
  const options = {
    ledger: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'changes-on': { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  } as const
  const { values, positionals } = parse(args, options, usage)
  if (positionals.length === 0) throw new UsageError(usage)
  return await withProgram(async ({ database, records, ledgers }) => {
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const result = await importFile(database, records.engine, ledgers, {
      scope: wholeOffice,
      actor: commandActor(),
      files: positionals.map(fromCaller),
      ledger: values.ledger ? ledgerNamed(ledgers, values.ledger, usage) : null,
      dryRun: values['dry-run'] ?? false,
      changesOn: values['changes-on'] ? day(values['changes-on']) : null,
      reason: values.reason ?? null,
      signal: stop.signal,
      onProgress: progressLine(),
    })
    if (values.json) printJson(result)
    const { read, created, updated, unchanged, refused } = result.counts
    complain(
      `读取${read}行：新增${created}，更新${updated}，未变${unchanged}，不能导入${refused}。${result.errorCount > 0 ? '有错误，未写入任何内容。' : ''}`,
      `${read} rows: ${created} new, ${updated} updated, ${unchanged} unchanged, ${refused} refused.${result.errorCount > 0 ? ' Nothing was written.' : ''}`,
    )
    for (const error of result.errors) {
      const where = `${error.sheet} ${error.column}${error.row}`
      complain(
        `${where} “${error.value}”：${error.message.zh}`,
        `${where} “${error.value}”: ${error.message.en}`,
      )
    }
    return result.errorCount > 0 ? 1 : 0
  })
}

/** On a terminal one line that moves; elsewhere silence. */
function progressLine() {
  return (phase: 'check' | 'write', handled: number, total: number) => {
    if (!process.stderr.isTTY) return
    const words = phase === 'check' ? '核对 checking' : '写入 writing'
    process.stderr.write(`\r${words} ${handled} / ${total}${handled >= total ? '\n' : ''}`)
  }
}
