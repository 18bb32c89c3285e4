import { makeBundle } from '../../../tools/bundle/make-bundle.ts'
import { platforms } from '../../../tools/bundle/packages.ts'
import { type Command, complain, fromCaller, parse, printJson, UsageError } from './command.ts'
import { oneOf } from './one-of.ts'
import { phaseLine } from './phase-line.ts'

const usage = `./xiaoma bundle [--out DIR] [--platform ${platforms.join('|')}] [--json]`
const phases = {
  pages: '网页 pages',
  packages: '软件包 packages',
  list: '清单 list',
  packing: '打包 packing',
}

/** Makes an archive that installs and starts on a machine without a network. */
export const bundle: Command = async (args) => {
  const { values, positionals } = parse(
    args,
    { out: { type: 'string' }, platform: { type: 'string' }, json: { type: 'boolean' } },
    usage,
  )
  if (positionals.length > 0) throw new UsageError(usage)
  const platform = oneOf('platform', values.platform ?? `${process.platform}-${process.arch}`, platforms)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  try {
    const made = await makeBundle({
      platform,
      folder: fromCaller(values.out ?? '.'),
      env: process.env,
      signal: stop.signal,
      onProgress: phaseLine(phases),
    })
    if (values.json) printJson(made)
    else process.stdout.write(`${made.path}\n`)
    const [packed, unpacked] = [made.bytes, made.unpacked].map((bytes) => (bytes / 1024 / 1024).toFixed(1))
    complain(
      `安装包已做好：${packed} MB，解开后 ${unpacked} MB。`,
      `The bundle is made: ${packed} MB, ${unpacked} MB unpacked.`,
    )
    return 0
  } catch (error) {
    if (!stop.signal.aborted) throw error
    complain('已停止，没有留下安装包。', 'Stopped. No bundle was left.')
    return 130
  }
}
