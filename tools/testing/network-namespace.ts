import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { installPackages } from './debian.ts'

/** `ip` brings up the loopback of a network that has nothing else. Without it the tests that need one fail and say so. */
export function installIp(): void {
  if (!hasIp()) installPackages(['iproute2'])
}

const hasIp = () => ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((path) => existsSync(path))

/**
 * The command by which a shell's script runs where there is no network but the loopback and where it may mount; its arguments follow.
 * Root stays root; another account keeps its number and may do so within a world of its own.
 * @throws Error that says what is missing where this machine cannot make such a place
 */
export function withoutNetwork(script: string): readonly [string, ...string[]] {
  const own = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user', '--keep-caps']
  const made = ['unshare', ...own, '--net', '--mount', 'sh', '-ec'] as const
  const [command, ...args] = [...made, 'ip link set lo up']
  const tried = spawnSync(command, args, { encoding: 'utf8' })
  if (tried.status !== 0)
    throw new Error(
      `No network namespace can be made here (unshare of util-linux, ip of iproute2, and root's CAP_SYS_ADMIN or unprivileged user namespaces are needed): ${tried.error?.message ?? tried.stderr}`,
    )
  return [...made, `ip link set lo up\n${script}`, 'sh']
}
