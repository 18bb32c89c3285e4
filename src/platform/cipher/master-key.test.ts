import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAsOwner, type Database } from '../db/database.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { openKeys, renewMasterKey } from './data-keys.ts'
import { KeyRing } from './key-ring.ts'
import { carryMasterKeys, masterKeyFile, type MasterKeys } from './master-key.ts'

let database: TestDatabase
let owner: Database
let folder: string
let path: string

beforeAll(async () => {
  database = await testDatabase([])
  owner = openAsOwner(database, database.admin, database.admin.database as string)
})
afterAll(async () => {
  await owner.close()
  await database.drop()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-master-'))
  path = join(folder, 'master.key')
  await owner.pool.query('delete from platform.data_key')
  return async () => await rm(folder, { recursive: true })
})

type Connection = Parameters<typeof renewMasterKey>[0]
const connected = async <Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> => {
  const connection = await owner.pool.connect()
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}
const opened = (masters: MasterKeys = masterKeyFile(path)) =>
  connected((connection) => openKeys(connection, masters))
const renewed = (ring: KeyRing) => connected((connection) => renewMasterKey(connection, ring))
const secretsOf = (ring: KeyRing) => ring.all.map(({ secret }) => secret.toString('hex'))
const wrapsName = async () =>
  (await owner.pool.query<{ id: string }>('select distinct master_id as id from platform.data_key')).rows.map(
    ({ id }) => id,
  )

test('a key that gave way is kept beside, its owner’s alone, and opens what it wrapped', async () => {
  const ring = await opened()
  const first = await readFile(path, 'utf8')
  const [id] = await wrapsName()
  const wrapped = await owner.pool.query('select * from platform.data_key')
  await renewed(ring)
  expect(await readFile(path, 'utf8')).not.toBe(first)
  expect(await readFile(`${path}.${id}`, 'utf8')).toBe(first)
  expect((await stat(`${path}.${id}`)).mode & 0o777).toBe(0o600)
  const old = new KeyRing(masterKeyFile(path))
  await old.load(async () => wrapped.rows)
  expect(secretsOf(old)).toEqual(secretsOf(ring))
})

test('two changes at once, the first taking its place last, and one that was killed: nothing is lost', async () => {
  const ring = await opened()
  const secrets = secretsOf(ring)
  const files = masterKeyFile(path)
  const late: (() => Promise<void>)[] = []
  const slow = new KeyRing({
    ...files,
    renew: async () => {
      const next = await files.renew()
      late.push(() => next.take())
      return { ...next, take: async () => undefined }
    },
  })
  // Committed and never put in its place: what a kill leaves, and what another process finds between.
  await renewed(slow)
  const second = await renewed(ring)
  await late[0]?.()
  expect(await wrapsName()).toEqual([second])
  expect(secretsOf(await opened())).toEqual(secrets)
  const killed = new KeyRing({
    ...files,
    renew: () => files.renew().then(() => Promise.reject(new Error('x'))),
  })
  await renewed(slow)
  await expect(renewed(killed)).rejects.toThrow('x')
  expect(secretsOf(await opened())).toEqual(secrets)
  await Promise.all([1, 2, 3].map(async () => await renewed(new KeyRing(masterKeyFile(path)))))
  expect(secretsOf(await opened())).toEqual(secrets)
  expect((await masterKeyFile(path).read())?.id).toEqual((await wrapsName())[0])
})

test('a data directory of before opens what was wrapped later by the keys of the one that gives way', async () => {
  const secrets = secretsOf(await opened())
  const [first] = await wrapsName()
  const draft = await mkdtemp(join(tmpdir(), 'xiaoma-master-'))
  const there = masterKeyFile(join(draft, 'master.key'))
  await expect(opened(there)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  await carryMasterKeys(folder, draft)
  // Of before there was any: the one that fits takes its place.
  expect(secretsOf(await opened(there))).toEqual(secrets)
  expect((await there.read())?.id).toBe(first)
  await renewed(await opened())
  await expect(opened(there)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  await carryMasterKeys(folder, draft)
  expect(secretsOf(await opened(there))).toEqual(secrets)
  await rm(draft, { recursive: true })
})
