import pg from 'pg'
import type { ClientConfig } from 'pg'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { RunningServer } from './running-server.ts'

const oldestVersion = 150_000

/**
 * Uses the server that `DATABASE_URL` names (`postgres://user:password@host:port/database`, also with a socket's
 * folder as `?host=`). Stopping leaves it running.
 * @throws Refusal INVALID for an unreadable address or a version before 15, UNAVAILABLE when it does not answer
 */
export async function connectExternal(url: string): Promise<RunningServer> {
  const admin = configOf(url)
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...admin })
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw doesNotAnswer(admin, error)
  })
  try {
    const { rows } = await client.query<{ number: string; name: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
    )
    for (const { number, name } of rows) refuseOldVersion(admin, Number(number), name)
  } finally {
    await client.end()
  }
  return { admin, placement: null, adopted: false, shared: true, stop: () => Promise.resolve() }
}

/** @throws Refusal INVALID that names the version found; `version` as PostgreSQL counts it, 150004 for 15.4 */
export function refuseOldVersion(admin: ClientConfig, version: number, name: string): void {
  if (version < oldestVersion) throw tooOld(admin, name)
}

/** The address in parts, so that whoever connects may put another database or user in place of the given one. */
function configOf(url: string): ClientConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('no such protocol')
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
    return {
      host,
      port,
      ssl,
      keepAlive: true,
      ...(user !== undefined && { user }),
      ...(database !== undefined && { database }),
      ...(typeof password === 'string' && { password }),
    }
  } catch {
    throw unreadable()
  }
}

function unreadable(): Refusal {
  const form = 'postgres://user:password@host:5432/database'
  return new Refusal(
    'INVALID',
    text(`DATABASE_URL 无法识别，应形如 ${form}。`, `DATABASE_URL cannot be read. Its form is ${form}.`),
  )
}

function doesNotAnswer({ host, port, database }: ClientConfig, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return new Refusal(
    'UNAVAILABLE',
    text(
      `无法连接 DATABASE_URL 指定的数据库 ${database}（${host}:${port}）：${reason}`,
      `The database ${database} at ${host}:${port} that DATABASE_URL names does not answer: ${reason}`,
    ),
    { host, port, database },
  )
}

function tooOld({ host, port }: ClientConfig, found: string): Refusal {
  return new Refusal(
    'INVALID',
    text(
      `DATABASE_URL 指定的服务器（${host}:${port}）为 PostgreSQL ${found}，需要 15 或以上版本。请升级，或不设 DATABASE_URL 而用内置数据库。`,
      `The server that DATABASE_URL names (${host}:${port}) is PostgreSQL ${found}; version 15 or later is needed. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
    ),
    { found, needed: 15 },
  )
}
