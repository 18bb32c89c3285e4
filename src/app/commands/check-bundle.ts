import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Text, text } from '../../platform/text.ts'
import { bundleFiles, sha256Of } from '../bundle-files.ts'
import { readBundleManifest, sumsName } from '../bundle.ts'
import { projectRoot } from '../data-root.ts'
import { type Command, complain, parse, UsageError } from './command.ts'

const usage = './xiaoma check-bundle'

/** Compares every file of an unpacked bundle with the digests that came with it. Exit code 1 where something differs. */
export const checkBundle: Command = async (args) => {
  const { positionals } = parse(args, {}, usage)
  if (positionals.length > 0) throw new UsageError(usage)
  const manifest = readBundleManifest()
  if (!manifest)
    throw new UsageError(
      '这不是安装包，没有可核对的清单。\nThis is no bundle: there is no list to compare with.',
    )
  const { files, links } = await bundleFiles(projectRoot)
  const sums = await readSums()
  const differences: Text[] = []
  for (const file of files) {
    const sum = sums.get(file)
    if (sum === undefined) differences.push(text(`${file}：多出的文件`, `${file}: not of the bundle`))
    else if (sum !== (await sha256Of(join(projectRoot, file))))
      differences.push(text(`${file}：内容不符`, `${file}: not as it was made`))
  }
  for (const file of sums.keys())
    if (!files.includes(file)) differences.push(text(`${file}：缺失`, `${file}: missing`))
  for (const link of new Set([...Object.keys(links), ...Object.keys(manifest.links)]))
    if (links[link] !== manifest.links[link])
      differences.push(text(`${link}：链接不符`, `${link}: a link that is not as it was made`))
  for (const { zh, en } of differences) process.stdout.write(`${zh}\n  ${en}\n`)
  complain(
    differences.length === 0 ? `${files.length} 个文件全部一致。` : `${differences.length} 处不符。`,
    differences.length === 0 ? `All ${files.length} files agree.` : `${differences.length} differences.`,
  )
  return differences.length === 0 ? 0 : 1
}

async function readSums(): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(join(projectRoot, sumsName), 'utf8')).split('\n').filter(Boolean)
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}
