import type { Server } from 'node:http'
import type { BackupKeeper } from '../platform/backup/keeper.ts'
import { Metrics } from '../platform/rpc/server/metrics.ts'
import { metricsPort, serveMetrics } from '../platform/rpc/server/metrics-server.ts'
import type { Program } from './program.ts'

const further = {
  xiaoma_disk_free_bytes: 'Bytes free on the disk of the data',
  xiaoma_backups: 'Backups that are kept',
  xiaoma_backup_last_seconds: 'When the newest backup was made, seconds since 1970',
  xiaoma_backup_last_bytes: 'Bytes of the newest backup',
  xiaoma_backup_failed: '1 where the last attempt at a backup failed',
}

/** Measures the program where `XIAOMA_METRICS_PORT` asks for it; `close` ends the answering. */
export async function measure(
  env: Readonly<Record<string, string | undefined>>,
  { database }: Pick<Program, 'database'>,
  backups: BackupKeeper | null,
): Promise<{ readonly metrics: Metrics; close(): Promise<void> } | null> {
  const port = metricsPort(env)
  if (port === null) return null
  const metrics = new Metrics({
    pool: database.pool,
    further,
    read: async () => {
      const { kept } = backups ? await backups.status() : { kept: null }
      const newest = kept?.backups[0]
      return {
        ...(database.room && { xiaoma_disk_free_bytes: database.room.free }),
        ...(kept && { xiaoma_backups: kept.backups.length, xiaoma_backup_failed: kept.failure ? 1 : 0 }),
        ...(newest && {
          xiaoma_backup_last_seconds: Date.parse(newest.at) / 1000,
          xiaoma_backup_last_bytes: newest.bytes,
        }),
      }
    },
  })
  const server = await serveMetrics(metrics, port)
  return { metrics, close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
