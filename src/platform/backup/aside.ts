import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What restores set aside beside a data directory, oldest first: whole data directories, kept until somebody removes them. */
export async function asideOf(root: string): Promise<string[]> {
  const names = await readdir(dirname(root)).catch(() => [])
  const prefix = `${basename(root)}.before-`
  return names
    .filter((name) => name.startsWith(prefix) && /^\d{8}T\d{6}Z$/.test(name.slice(prefix.length)))
    .sort()
    .map((name) => join(dirname(root), name))
}
