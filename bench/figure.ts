import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { roles } from '../src/app/roles.ts'
import { openAccounts } from '../src/platform/access/accounts.ts'
import startTestServer from '../src/platform/testing/global-setup.ts'
import { type Filled, fillOffice } from './fill-office.ts'
import { answerOf, median, requestsPerSecond, type Target } from './load.ts'
import { office, openOffice, type Place } from './open-office.ts'
import { type Variant, variants } from './serve.ts'

/** Promise P1: a figure over the API against the same SQL through a bare server that does the same work. */
const figure = 'organisation.organisations'
const asOf = '2018-06-30'
const seed = Number(process.env['XIAOMA_SEED'] ?? 1)
const rounds = Number(process.env['XIAOMA_ROUNDS'] ?? 13)
const atOnce = 4
// Short turns, so that whatever else the machine does falls on all of them.
const milliseconds = 250
/** At most so long for each place, however busy the machine is. */
const budget = 8_000
const limit = 1.3

type Server = { readonly variant: Variant; readonly url: string; stop(): void }

async function measure(): Promise<void> {
  const stopServer = await startTestServer()
  const admin = JSON.parse(process.env['XIAOMA_TEST_ADMIN'] as string) as ClientConfig
  const place: Place = {
    admin,
    database: `xiaoma_bench_${randomBytes(4).toString('hex')}`,
    secret: randomBytes(32).toString('hex'),
  }
  const servers: Server[] = []
  try {
    const { filled, cookie } = await prepare(place)
    for (const variant of variants) servers.push(await start(variant, place))
    await compare(servers, cookie, filled)
  } finally {
    for (const server of servers) server.stop()
    await drop(place)
    await stopServer?.()
  }
}

async function prepare(place: Place): Promise<{ filled: Filled; cookie: string }> {
  const database = await openOffice(place)
  const found = {
    name: 'found',
    text: `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试', 'Test')`,
  }
  await database.query({ office, places: 'all' }, { ...found, values: [String(office)] })
  const filled = await fillOffice(database, office, seed)
  const client = new Client({ ...place.admin, database: place.database })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
  const accounts = openAccounts({ database, secret: place.secret, roles, secure: false })
  const account = { username: 'bench', password: randomBytes(9).toString('hex'), name: 'bench' }
  await accounts.createAccount({
    ...account,
    office,
    roles: [{ role: 'office_clerk', place: null }],
    mustChangePassword: false,
  })
  const signedIn = await accounts.signIn(account.username, account.password, {
    ip: '127.0.0.1',
    userAgent: 'bench',
  })
  const cookie = signedIn?.cookies.map((value) => value.split(';')[0]).join('; ') ?? ''
  await database.close()
  return { filled, cookie }
}

async function start(variant: Variant, place: Place): Promise<Server> {
  const order = JSON.stringify({ ...place, variant, figure, asOf })
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, XIAOMA_BENCH: order },
  })
  const [address] = (await once(child.stdout, 'data')) as [Buffer]
  return { variant, url: address.toString().trim(), stop: () => void child.kill() }
}

async function compare(
  servers: readonly Server[],
  cookie: string,
  { street, community, compound, organisations }: Filled,
): Promise<void> {
  console.log(
    `${organisations} organisations of one office, seed ${seed}, ${rounds} rounds of ${milliseconds} ms, ${atOnce} at once`,
  )
  for (const [name, node] of [
    ['street', street],
    ['community', community],
    ['compound', compound],
  ] as const) {
    const targets = new Map(servers.map((server) => [server.variant, targetOf(server, node, cookie)]))
    const value = await agreed([...targets.values()])
    for (const target of targets.values()) await requestsPerSecond(target, atOnce, 400)
    const measured = new Map<Variant, number[]>(variants.map((variant) => [variant, []]))
    const until = performance.now() + budget
    for (let round = 0; round < rounds && (round < 3 || performance.now() < until); round += 1)
      for (const [variant, target] of targets)
        measured.get(variant)?.push(await requestsPerSecond(target, atOnce, milliseconds))
    report(name, value, measured)
  }
}

function targetOf({ variant, url }: Server, node: string, cookie: string): Target {
  return {
    url:
      variant === 'product'
        ? `${url}/api/figures/${figure}?node=${node}&asOf=${asOf}`
        : `${url}/?node=${node}`,
    cookie,
  }
}

/** @throws Error where the servers do not answer the same number: then their speeds say nothing. */
async function agreed(targets: readonly Target[]): Promise<string> {
  const values = new Set<string>()
  for (const target of targets) values.add((JSON.parse(await answerOf(target)) as { value: string }).value)
  const [value] = values
  if (values.size !== 1 || value === undefined)
    throw new Error(`the servers disagree: ${[...values].join(', ')}`)
  return value
}

function report(name: string, value: string, measured: ReadonlyMap<Variant, readonly number[]>): void {
  const product = measured.get('product') ?? []
  const ratioTo = (variant: Variant) =>
    median((measured.get(variant) ?? []).map((speed, round) => speed / (product[round] as number)))
  console.log(`\n${name}: the figure is ${value}`)
  for (const variant of variants)
    console.log(
      `  ${variant.padEnd(10)} ${median(measured.get(variant) ?? [])
        .toFixed(0)
        .padStart(6)} requests a second (median)`,
    )
  const same = ratioTo('same work')
  const kept = same <= limit ? 'kept' : 'not reached'
  console.log(
    `  cost against the same work ${same.toFixed(2)} (promised: at most ${limit}: ${kept}), against the bare query ${ratioTo('bare').toFixed(2)}`,
  )
}

async function drop({ admin, database }: Place): Promise<void> {
  const client = new Client({ ...admin, database: admin.database ?? 'postgres' })
  await client.connect()
  await client.query(`drop database if exists ${database} with (force)`)
  for (const role of ['app', 'owner']) await client.query(`drop role if exists ${database}_${role}`)
  await client.end()
}

if (import.meta.main) await measure()
