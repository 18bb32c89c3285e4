import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/** The account that the server runs as, where that is not the account of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root: root's server runs as `xiaoma`, else `postgres`, else a system account made
 * for it, else `nobody`. An existing cluster decides by its owner. Undefined: this process's own account.
 * @throws Refusal FORBIDDEN when another account owns the cluster, UNAVAILABLE when no account can be used
 */
export function chooseServerUser(existingCluster?: string): ServerUser | undefined {
  const own = process.getuid?.()
  const owner = existingCluster === undefined ? undefined : statSync(existingCluster)
  if (own !== 0) {
    if (owner && owner.uid !== own) throw ownedByAnother(existingCluster ?? '', owner.uid)
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = account('xiaoma') ?? account('postgres') ?? makeAccount() ?? account('nobody')
  if (!user || !canRunAs(user, ':')) throw noAccount()
  return user
}

/** Whether the user could enter this folder; asked of a process that runs as the user. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return canRunAs(user, 'cd -- "$1"', folder)
}

/** What to give to `spawn` so that the child runs as the user and keeps none of this process's settings. */
export function spawnOptions(user: ServerUser | undefined) {
  return {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
    ...(user && { uid: user.uid, gid: user.gid }),
  }
}

function canRunAs(user: ServerUser, script: string, argument = ''): boolean {
  const run = spawnSync('/bin/sh', ['-c', script, 'sh', argument], { ...spawnOptions(user), stdio: 'ignore' })
  return run.status === 0
}

function account(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid || Number(uid) === 0) return undefined
  return { uid: Number(uid), gid: Number(gid) }
}

function makeAccount(): ServerUser | undefined {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', 'xiaoma'], { stdio: 'ignore' })
  return account('xiaoma')
}

function ownedByAnother(cluster: string, uid: number): Refusal {
  return new Refusal(
    'FORBIDDEN',
    text(
      `数据库目录 ${cluster} 属于另一账户（uid ${uid}），当前账户不能启动。请用该账户或 root 运行。`,
      `The database in ${cluster} belongs to another account (uid ${uid}). Run as that account, or as root.`,
    ),
    { cluster, uid },
  )
}

function noAccount(): Refusal {
  return new Refusal(
    'UNAVAILABLE',
    text(
      '数据库不能以 root 运行，且本机没有可用的普通账户。请新建账户 xiaoma，或以普通账户运行，或设置 DATABASE_URL。',
      'The database cannot run as root and no other account can be used here. Make an account “xiaoma”, or run as an ordinary account, or set DATABASE_URL.',
    ),
  )
}
