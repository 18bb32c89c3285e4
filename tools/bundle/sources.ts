import { builtinModules } from 'node:module'
import { importsOf } from '../gates/imports.ts'
import type { TreeFile } from '../gates/tree.ts'

/** Where the program begins, and the processes that it starts besides. */
const entries = [
  'src/app/cli.ts',
  'src/platform/ledgers/errors-child.ts',
  'src/platform/ledgers/reading/child.ts',
]
/** Commands of the project itself: they need the tools that made it, and refuse in a bundle. */
const ofTheProject = ['src/app/commands/test.ts', 'src/app/commands/bundle.ts']

export type Sources = { readonly paths: readonly string[]; readonly packages: readonly string[] }

/** The files that run on the server, found by following the imports from the entries, their migrations, and the packages that they import. */
export function sourcesThatRun(tree: readonly TreeFile[]): Sources {
  const files = new Map(tree.map((file) => [file.path, file]))
  const paths = new Set<string>()
  const packages = new Set<string>()
  const follow = (path: string) => {
    if (paths.has(path) || ofTheProject.includes(path)) return
    const file = files.get(path)
    if (!file) {
      packages.add(nameOf(path))
      return
    }
    paths.add(path)
    for (const { to, typeOnly } of importsOf(file)) if (!typeOnly) follow(to)
  }
  for (const entry of entries) follow(entry)
  for (const { path } of tree) if (/^src\/.*\/migrations\/[^/]+\.sql$/.test(path)) paths.add(path)
  for (const builtin of builtinModules) for (const name of [builtin, `node:${builtin}`]) packages.delete(name)
  return { paths: [...paths].sort(), packages: [...packages].sort() }
}

/** `fs/promises` of `node:fs/promises`, `@scope/name` of a package's file. */
function nameOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
