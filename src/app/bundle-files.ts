import { hash } from 'node:crypto'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sumsName } from './bundle.ts'

/** What lies in a folder, by paths relative to it in the order of their names. */
export type BundleFiles = {
  readonly files: readonly string[]
  readonly links: Readonly<Record<string, string>>
}

export async function bundleFiles(root: string): Promise<BundleFiles> {
  const files: string[] = []
  const links: Record<string, string> = {}
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(root, path)
    if (entry.isSymbolicLink()) links[name] = await readlink(path)
    else if (!entry.isDirectory() && name !== sumsName) files.push(name)
  }
  return {
    files: files.sort(),
    links: Object.fromEntries(Object.entries(links).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** SHA-256 in hexadecimal, as `sha256sum` prints it. Most files are small: read whole, thousands take a second. */
export async function sha256Of(path: string): Promise<string> {
  return hash('sha256', await readFile(path), 'hex')
}
