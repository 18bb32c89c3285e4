import { hostname } from 'node:os'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataDirectory } from './data-directory.ts'
import { startEmbedded } from './embedded.ts'
import type { RunningServer } from './running-server.ts'
import { takeOwnership } from './sole-owner.ts'
import { spawnHolder } from './testing/spawn-holder.ts'
import { type TemporaryData, temporaryData } from './testing/temporary-data.ts'

let temporary: TemporaryData
let server: RunningServer
const now = { patience: 0 }

beforeAll(async () => {
  temporary = await temporaryData()
  const data = await openDataDirectory({ env: { XIAOMA_DATA: temporary.path }, projectRoot: '/' })
  server = await startEmbedded({ data })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await temporary.remove()
})

test('a second owner is refused by the name of the first, and admitted after its release', async () => {
  const first = await takeOwnership(server.admin, 'postgres')
  await first.announce('http://127.0.0.1:8080')
  await expect(takeOwnership(server.admin, 'postgres', now)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { holder: { pid: process.pid, host: hostname().slice(0, 16), address: 'http://127.0.0.1:8080' } },
  })
  await first.release()
  await (await takeOwnership(server.admin, 'postgres', now)).release()
})

test('of racing owners exactly one is admitted', async () => {
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => takeOwnership(server.admin, 'postgres', now)))
  const admitted = tries.filter((each) => each.status === 'fulfilled')
  expect(admitted).toHaveLength(1)
  await admitted[0]?.value.release()
})

test('two databases of one server have an owner each', async () => {
  const one = await takeOwnership(server.admin, 'postgres', now)
  const other = await takeOwnership(server.admin, 'template1', now)
  await expect(takeOwnership(server.admin, 'template1', now)).rejects.toMatchObject({ code: 'CONFLICT' })
  await one.release()
  await other.release()
})

test('a killed owner leaves nothing behind', async () => {
  const holder = await spawnHolder(temporary.path, 'own')
  const refusal = await takeOwnership(server.admin, 'postgres', now).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ data: { holder: { pid: holder.child.pid } } })
  await holder.kill()
  await (await takeOwnership(server.admin, 'postgres')).release()
})

test('an owner whose session breaks takes the database back', async () => {
  const owner = await takeOwnership(server.admin, 'postgres')
  const admin = await connect()
  await admin.query(endOwner)
  const tryAgain = () =>
    takeOwnership(server.admin, 'postgres', now).then(
      (won) => won.release(),
      (error: { code: string }) => error.code,
    )
  await expect.poll(tryAgain, { timeout: 10_000 }).toBe('CONFLICT')
  await admin.end()
  await owner.release()
})

test('an owner whose session breaks while another waits learns that it has lost the database', async () => {
  const owner = await takeOwnership(server.admin, 'postgres')
  const admin = await connect()
  const waiting = await connect()
  const { rows } = await admin.query<{ key: number[] }>(
    `select array[classid::int8::int4, objid::int8::int4] as key from pg_locks where locktype = 'advisory'`,
  )
  const taken = waiting.query('select pg_advisory_lock($1, $2)', rows[0]?.key)
  await admin.query(endOwner)
  await taken
  expect(await owner.lost).toMatchObject({ code: 'CONFLICT' })
  await owner.release()
  await waiting.end()
  await admin.end()
}, 20_000)

const endOwner = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name like 'xiaoma serves:%'`

async function connect(): Promise<pg.Client> {
  const client = new pg.Client(server.admin)
  await client.connect()
  return client
}
