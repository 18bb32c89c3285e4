import { spawn } from 'node:child_process'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { archiveWanted, type Placement } from './placement.ts'
import { spawnOptions } from './server-user.ts'
import { socketPort } from './socket-directory.ts'

export const administrator = 'xiaoma_admin'

/** Written once into the new cluster's own settings file, where an operator may change them. */
const firstSettings = {
  shared_buffers: '256MB',
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
}

/**
 * Makes the cluster where there is none: UTF-8, byte order (`C`), one superuser, no password on the socket and
 * nothing else admitted. It is made beside its place and moved there, so a killed start leaves no half of one.
 * @throws Refusal UNAVAILABLE with PostgreSQL's own words
 */
export async function makeCluster(placement: Placement): Promise<void> {
  if (await stat(placement.cluster).catch(() => undefined)) return
  const draft = join(placement.home, 'cluster.new')
  await rm(draft, { recursive: true, force: true })
  const settings = Object.entries(firstSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  await run(placement, [
    '-D',
    draft,
    '-U',
    administrator,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
    '--auth-local=trust',
    '--auth-host=reject',
    ...settings,
  ])
  await rename(draft, placement.cluster)
  const home = await open(placement.home, 'r')
  try {
    await home.sync()
  } finally {
    await home.close()
  }
}

/** What no settings file may change: no network, the private socket, durable commits, logs without personal data. */
export function serverArguments(placement: Placement): string[] {
  const settings = {
    listen_addresses: '',
    port: String(socketPort),
    unix_socket_directories: `"${placement.socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    logging_collector: 'on',
    log_directory: placement.logDirectory,
    log_filename: 'postgres-%Y%m%d-%H%M%S.log',
    log_rotation_size: '5MB',
    // A refused statement quotes its values: the application reports it, the server's log stays silent.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    archive_mode: 'on',
    archive_command: archiveCommand(placement.archive),
    // Of what happened last, at most so much is not in the archive yet.
    archive_timeout: '5min',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', placement.cluster, ...options]
}

/** Copies a segment whole or not at all, and lets it go where nobody keeps backups; `%p` and `%f` are the server's own. */
function archiveCommand(archive: string): string {
  const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`
  const [wanted, target, draft] = [archiveWanted, '%f', '%f.part'].map(
    (name) => `${quoted(`${archive}/`)}${name}`,
  )
  return `test ! -e ${wanted} || test -e ${target} || { dd if=%p of=${draft} bs=1048576 conv=fsync 2>/dev/null && mv ${draft} ${target} && sync ${quoted(archive)}; }`
}

async function run(placement: Placement, options: readonly string[]): Promise<void> {
  const child = spawn(placement.binaries.initdb, options, {
    ...spawnOptions(placement.user),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-2000)
  })
  const status = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  if (status === 0) return
  const reason = complaint.trim() || String(status)
  throw new Refusal(
    'UNAVAILABLE',
    text(
      `无法在 ${placement.home} 建立数据库：${reason}`,
      `No database could be made in ${placement.home}: ${reason}`,
    ),
    { home: placement.home, status },
  )
}
