import type { ClientConfig } from 'pg'
import { deriveSecret, type DataDirectory } from '../db/server/data-directory.ts'
import type { Placement } from '../db/server/placement.ts'
import { type ProcessLock, tryProcessLock } from '../db/server/process-lock.ts'
import type { RunningServer } from '../db/server/running-server.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** What is backed up: the files of an embedded server, beside the rest of its data directory. */
export type BackupSource = {
  readonly data: DataDirectory
  readonly placement: Placement
  /** Of the administrator, to the program's own database. */
  readonly config: ClientConfig
}

/** @throws Refusal UNAVAILABLE for a server that is not the program's own */
export function backupSource(
  data: DataDirectory,
  { placement, admin }: Pick<RunningServer, 'placement' | 'admin'>,
  database: string,
): BackupSource {
  if (!placement) throw itsOwnTools()
  return { data, placement, config: { ...admin, database } }
}

/**
 * One process at a time makes, moves or removes backups of a cluster.
 * @throws Refusal CONFLICT where another does
 */
export async function lockBackups({
  data,
  placement,
}: Pick<BackupSource, 'data' | 'placement'>): Promise<ProcessLock> {
  const lock = await tryProcessLock(`back up ${placement.cluster}`, deriveSecret(data, 'process lock'))
  if (!lock) throw underWay()
  return lock
}

export const itsOwnTools = () =>
  new Refusal(
    'UNAVAILABLE',
    text(
      '已设置 DATABASE_URL，数据库由该服务器管理，请用它自己的备份工具（如 pg_basebackup、pgBackRest），并另外保存数据目录中的 secret 文件和主密钥：数据目录中以 master.key 开头的文件，或 XIAOMA_MASTER_KEY 指明的文件及其旁边以它的名称开头的文件；缺了主密钥，已加密的内容就读不出来。',
      'DATABASE_URL is set: that server looks after the database. Back it up with its own tools (pg_basebackup, pgBackRest), and keep the file “secret” of the data directory as well as the master keys: the files there whose names begin with master.key, or the one that XIAOMA_MASTER_KEY names and those beside it that begin with its name. Without them nothing opens what is enciphered.',
    ),
  )

const underWay = () =>
  new Refusal('CONFLICT', text('正在备份，请等它完成。', 'A backup is under way. Wait until it has ended.'))
