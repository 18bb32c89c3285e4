import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies in a cluster and belongs into a backup; paths from the cluster's folder. */
export type ClusterFiles = {
  readonly folders: readonly string[]
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

// PostgreSQL, “Making a Base Backup Using the Low Level API”: their content is of the running server alone.
const emptied = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const ofTheServer = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'tablespace_map',
  'current_logfiles',
  'postgresql.auto.conf.tmp',
  'pg_internal.init',
])
const isTemporary = (name: string) => name.startsWith('pgsql_tmp') || /^t\d+_\d+/.test(name)

/** Lists the cluster; files may come and go meanwhile, which the write-ahead log makes good. */
export async function clusterFiles(cluster: string): Promise<ClusterFiles> {
  const folders: string[] = []
  const files: { path: string; size: number }[] = []
  async function walk(below: string): Promise<void> {
    for (const entry of await readdir(join(cluster, below), { withFileTypes: true }).catch(gone)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (ofTheServer.has(entry.name) || isTemporary(entry.name)) continue
      if (entry.isDirectory()) {
        folders.push(path)
        if (!emptied.includes(path)) await walk(path)
      } else if (entry.isFile()) {
        const found = await lstat(join(cluster, path)).catch(() => undefined)
        if (found) files.push({ path, size: found.size })
      }
    }
  }
  await walk('')
  folders.push('pg_wal/archive_status')
  // The control file last, as the server's own tool does: it tells of everything before.
  files.sort((a, b) => rank(a.path) - rank(b.path))
  return { folders, files }
}

const rank = (path: string) => (path === 'global/pg_control' ? 1 : 0)

function gone(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}
