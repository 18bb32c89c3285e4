import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs Debian packages as root or through sudo without a question; false where neither is possible or it fails. */
export function installPackages(names: readonly string[]): boolean {
  const prefix = rootPrefix()
  if (!existsSync('/usr/bin/apt-get') || !prefix) return false
  console.log(`installing ${names.join(', ')}`)
  const apt = (args: readonly string[]) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  }
  return apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...names])
}

function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}
