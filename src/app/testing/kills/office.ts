import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ClientConfig } from 'pg'
import { newId } from '../../../platform/db/id.ts'
import { listenSettings } from '../../../platform/rpc/server/listen.ts'
import { office, openProgram } from '../../program.ts'
import { accountsFor } from '../../server.ts'
import { type Client, signIn } from '../client.ts'
import type { Installation } from '../installation.ts'
import { type Book, emptyBook } from './book.ts'
import type { Touched } from './inspect.ts'
import { type Ground, organisation, year } from './record-writes.ts'
import { storedContact } from './stored-contact.ts'

export type SmallOffice = {
  readonly client: Client
  readonly admin: ClientConfig
  /** The role that owns the tables. */
  readonly owner: string
  readonly street: string
  readonly grounds: readonly Ground[]
  /** The organisations that stand before anything is killed. */
  readonly book: Book
  readonly expected: Map<string, Touched>
  /** The contact of an organisation as it is stored. */
  readonly contactOf: (id: string | null) => Promise<string | null>
}

const clerk = { username: 'clerk', password: 'a clerk of the office' }

/** A clerk, a street of two communities with two compounds each, and their committees, in a program that runs empty. */
export async function foundSmallOffice(installation: Installation, url: string): Promise<SmallOffice> {
  const program = await openProgram({ env: installation.env })
  const { admin, databaseName } = program
  try {
    const accounts = accountsFor(
      program.database,
      program.sessionSecret,
      listenSettings(installation.env, false),
    )
    const roles = [{ role: 'office_clerk', place: null }]
    await accounts.createAccount({ ...clerk, office, name: '经办人', roles, mustChangePassword: false })
  } finally {
    await program.close()
  }
  const client = await signIn(url, clerk.username, clerk.password)
  const expected = new Map<string, Touched>()
  const book = emptyBook()
  const found = async (
    type: string,
    header: object,
    sets: object,
  ): Promise<{ id: string; version: string }> => {
    const idempotencyKey = newId()
    expected.set(idempotencyKey, { records: 1, events: 1 })
    const body = { act: 'established', onDate: year.first, header, sets, idempotencyKey }
    const answer = await client.post(`/records/${type}/events`, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body as { id: string; version: string }
  }
  const place = async (kind: string, code: string, parent: string | null) =>
    (await found('organisation.place', { kind }, { name: `地点${code}`, code, parent_id: parent })).id
  const committee = async (code: string, kind: string, in_: string, parent: string | null, seat: string) => {
    const sets = { name: `党委${code}`, kind, founded_in: in_, parent_id: parent, seat_id: seat }
    const { id, version } = await found(organisation, { code }, sets)
    book.kept.set(code, { id, code, name: sets.name, contact: null, version, events: 1, dissolved: false })
    return id
  }
  const street = await place('street', '350206099000', null)
  const top = await committee('TOP', '610', 'street', null, street)
  const grounds: Ground[] = []
  for (const number of ['001', '002']) {
    const community = await place('community', `350206099${number}`, street)
    const parentCode = `C-${number}`
    const parent = await committee(parentCode, '611', 'community', top, community)
    for (const one of ['01', '02']) {
      const seatCode = `350206099${number}-${one}`
      grounds.push({ parent, parentCode, seat: await place('compound', seatCode, community), seatCode })
    }
  }
  const config = { ...admin, database: databaseName, application_name: 'inspection' }
  const owner = `${databaseName}_owner`
  const contactOf = (id: string | null) => storedContact(installation, config, owner, id)
  return { client, admin: config, owner, street, grounds, book, expected, contactOf }
}

/** Waits until the server takes sessions again. */
export async function untilConnected(admin: ClientConfig): Promise<void> {
  for (;;) {
    const client = new pg.Client(admin)
    const failure = await client.connect().then(
      () => null,
      (error: unknown) => error as Error & { code?: string },
    )
    if (!failure) return await client.end()
    if (!away.has(failure.code ?? '')) throw failure
    await sleep(20)
  }
}
/** No socket, nobody at it, cut off, or a server that starts, recovers or ends its sessions. */
const away = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'])

/** Waits until no session of the program works any more: on a server that goes on, one may outlive its killed client. */
export async function untilQuiet(admin: ClientConfig): Promise<void> {
  const client = new pg.Client(admin)
  await client.connect()
  for (;;) {
    const { rows } = await client.query(`select from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and state in ('active', 'idle in transaction', 'idle in transaction (aborted)')`)
    if (rows.length === 0) break
  }
  await client.end()
}

/** Waits until the server is about to commit a write, at most 0.3 seconds. */
export async function untilCommit(admin: ClientConfig): Promise<void> {
  await untilSeen(
    admin,
    `exists (select from pg_stat_activity where datname = current_database() and state = 'active' and query = 'commit')`,
    300,
  )
}

/** Waits until a condition of SQL holds, but not longer than so many milliseconds: watched from within, or the moment is over. */
export async function untilSeen(admin: ClientConfig, condition: string, milliseconds: number): Promise<void> {
  const client = new pg.Client(admin)
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`do $$ declare since timestamptz := clock_timestamp(); begin
    while clock_timestamp() < since + interval '${milliseconds} milliseconds' loop
      perform pg_stat_clear_snapshot();
      exit when ${condition};
    end loop; end $$`)
  void client.end().catch(() => undefined)
}
