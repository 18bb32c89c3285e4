import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ClientConfig } from 'pg'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/** Who serves a database. */
export type Holder = {
  readonly pid: number
  readonly host: string
  /** Start of its session, ISO 8601. */
  readonly since: string
  /** The address that it serves, if it has told. */
  readonly address: string
}

export type Ownership = {
  /** Tells the address served, for the refusal that a second start gets. */
  announce(address: string): Promise<void>
  /** Settles only if the session broke and another process took the database over: this one must then stop. */
  readonly lost: Promise<Refusal>
  release(): Promise<void>
}

export type OwnershipOptions = {
  readonly address?: string
  /** How long a start waits for a predecessor that is just ending, in milliseconds. */
  readonly patience?: number
}

// Any two numbers do, as long as nothing else in the database locks them.
const lockKey = [0x7869_616f, 0x6d61] as const
const title = 'xiaoma serves:'

/**
 * Makes this process the one that serves the database, by a session advisory lock on a connection of its own. The
 * holder's name is that session's `application_name`: it ends with the session, so a killed holder leaves neither.
 * Not through a pooler that hands one session to several clients.
 * @throws Refusal CONFLICT that names the holder
 */
export async function takeOwnership(
  admin: ClientConfig,
  databaseName: string,
  options: OwnershipOptions = {},
): Promise<Ownership> {
  const { address = '', patience = 5000 } = options
  const config = { ...admin, database: databaseName, keepAlive: true }
  let current = await acquire(config, address, patience)
  let announced = address
  let released = false
  const lost = (async () => {
    for (;;) {
      await current.broken
      if (released) return new Promise<Refusal>(() => undefined)
      const next = await acquireAgain(
        config,
        () => announced,
        () => released,
      )
      if (next instanceof Refusal) return next
      current = next
    }
  })()
  return {
    lost,
    announce: async (told) => {
      announced = told
      await describe(current.client, told)
    },
    release: async () => {
      released = true
      await current.client.query('select pg_advisory_unlock($1, $2)', [...lockKey]).catch(() => undefined)
      await current.client.end().catch(() => undefined)
    },
  }
}

type Session = { readonly client: pg.Client; readonly broken: Promise<void> }

async function acquire(config: ClientConfig, address: string, patience: number): Promise<Session> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config })
  const broken = new Promise<void>((resolve) => {
    client.on('error', () => resolve())
    client.on('end', () => resolve())
  })
  await client.connect()
  try {
    // A holder whose machine went silent is dropped by its server within 15 s; on a Unix socket these do nothing.
    await client.query(
      'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2; set idle_session_timeout = 0',
    )
    await describe(client, address)
    for (let waited = 0; !(await tryLock(client)); waited += 100) {
      if (waited >= patience) throw servedBy(config.database ?? '', await findHolder(client))
      await sleep(100)
    }
    return { client, broken }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

async function acquireAgain(
  config: ClientConfig,
  address: () => string,
  isReleased: () => boolean,
): Promise<Session | Refusal> {
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    await sleep(pause, undefined, { ref: false })
    if (isReleased()) return new Promise(() => undefined)
    try {
      const session = await acquire(config, address(), 5000)
      if (!isReleased()) return session
      await session.client.end()
      return await new Promise(() => undefined)
    } catch (error) {
      if (error instanceof Refusal) return error
    }
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
    ...lockKey,
  ])
  return rows[0]?.taken === true
}

// PostgreSQL keeps 63 bytes of a name and only plain ASCII of it.
async function describe(client: pg.Client, address: string): Promise<void> {
  const host = hostname().slice(0, 16)
  const name = `${title}${process.pid}@${host} ${address}`.slice(0, 63)
  await client.query(`select set_config('application_name', $1, false)`, [name])
}

async function findHolder(client: pg.Client): Promise<Holder | undefined> {
  const { rows } = await client.query<{ name: string; since: string }>(
    `select a.application_name as name,
            to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid = $1::bigint and l.objid = $2::bigint
        and l.database = (select oid from pg_database where datname = current_database())`,
    [...lockKey],
  )
  const [, pid, host, address] = rows[0]?.name.match(/^xiaoma serves:(\d+)@(\S*) (.*)$/) ?? []
  if (!rows[0] || !pid) return undefined
  return { pid: Number(pid), host: host ?? '', since: rows[0].since, address: address ?? '' }
}

function servedBy(database: string, holder: Holder | undefined): Refusal {
  const zh = holder
    ? `进程 ${holder.pid}（主机 ${holder.host}，自 ${holder.since} 起${holder.address && `，地址 ${holder.address}`}）`
    : '另一进程'
  const en = holder
    ? `process ${holder.pid} on ${holder.host} since ${holder.since}${holder.address && `, at ${holder.address}`}`
    : 'another process'
  return new Refusal(
    'CONFLICT',
    text(
      `数据库 ${database} 正由${zh}使用，不能同时启动第二个。请直接使用该地址，或先停止该进程。`,
      `The database ${database} is already served by ${en}. Use that one, or stop it first.`,
    ),
    { database, holder },
  )
}
