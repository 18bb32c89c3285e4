import { chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { renewMasterKey } from '../platform/cipher/data-keys.ts'
import { KeyRing } from '../platform/cipher/key-ring.ts'
import { masterKeyOf } from '../platform/cipher/master-key.ts'
import { read } from '../platform/db/transaction.ts'
import { removeHome } from '../platform/db/server/testing/temporary-data.ts'
import { tablesHolding } from '../platform/testing/every-text.ts'
import { asOwner, openProgram, type Program } from './program.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { runCommand, spawnCommand } from './testing/spawn-command.ts'
import { startProgram } from './testing/started-program.ts'

const minutes = 60_000
const sm4 = 'sm4-ctr-hmac-sm3'

let installation: Installation
let key: string
const run = (...args: string[]) => runCommand(installation.env, args, installation.folder)
const ok = async (...args: string[]) => {
  const ran = await run(...args)
  expect([args, ran.code, ran.code === 0 ? '' : ran.stderr]).toEqual([args, 0, ''])
  return ran.stdout
}
type Shown = { newest: number; keys: { no: number; algorithm: string; values: number }[] }
const shown = async () => JSON.parse(await ok('keys', '--json')) as Shown
const inProgram = async <Result>(work: (program: Program) => Promise<Result>): Promise<Result> => {
  const program = await openProgram({ env: installation.env })
  try {
    return await work(program)
  } finally {
    await program.close()
  }
}
/** Every fixed value of every organisation, opened. */
const contacts = () =>
  inProgram(async ({ records, database }) => {
    const type = records.engine.types.get('organisation.party_organisation')
    return await read<unknown, string[]>(database, { office: 1, places: 'all' }, async (reader) => {
      const found: string[] = []
      for await (const batch of records.engine.each(reader, type as never, {}))
        found.push(
          ...batch.map(({ id, header }) => `${id} ${header['contact_name']} ${header['contact_phone']}`),
        )
      return found.toSorted()
    })
  })
let before: string[]
const idOf = (content: string) => masterKeyOf(Buffer.from(content.trim(), 'hex')).id

beforeAll(async () => {
  installation = await makeInstallation({ demo: true })
  key = join(installation.data, 'master.key')
  const program = await startProgram(installation, ['--yes'])
  await program.stop()
  before = await contacts()
}, 5 * minutes)
afterAll(async () => {
  const aside = `${basename(installation.data)}.`
  for (const name of await readdir(installation.folder))
    if (name.startsWith(aside)) await removeHome(join(installation.folder, name))
  await installation.remove()
})

test(
  'the demo has telephones, and none of them stands in any table',
  async () => {
    expect((await stat(key)).mode & 0o777).toBe(0o600)
    const phone = / (000-\d{8})$/m.exec(before.join('\n'))?.[1] ?? ''
    expect(phone).toMatch(/^000-/)
    await inProgram(async ({ admin, databaseName }) => {
      expect(await tablesHolding({ admin: { ...admin, database: databaseName } }, phone)).toEqual([])
    })
    const { newest, keys } = await shown()
    expect([newest, keys]).toMatchObject([1, [{ no: 1, algorithm: 'aes-256-gcm' }]])
    expect(keys[0]?.values).toBeGreaterThan(before.length)
  },
  5 * minutes,
)

test(
  'a master key that is missing, another one or open to others is refused in words, and none is made in its place',
  async () => {
    const refused = async (words: RegExp) => {
      const { code, stderr } = await run('keys')
      expect([code, stderr]).toEqual([1, expect.stringMatching(words)])
    }
    await rename(key, `${key}.kept`)
    await refused(/is not there.*no other key is made/)
    await expect(stat(key)).rejects.toMatchObject({ code: 'ENOENT' })
    await writeFile(key, `${'1'.repeat(64)}\n`, { mode: 0o600 })
    await refused(/is not the master key of this database/)
    await writeFile(key, 'not a key')
    await refused(/should be 64 hexadecimal digits/)
    await rename(`${key}.kept`, key)
    if (process.platform !== 'win32') {
      await chmod(key, 0o644)
      await refused(/Others may read the master key/)
      await chmod(key, 0o600)
    }
    await ok('keys')
  },
  5 * minutes,
)

test(
  'another data key by the other cipher: killed while all is enciphered anew, it goes on; nothing else moves, and verify accepts it',
  async () => {
    await ok('keys', 'new', '--cipher', sm4)
    const all = (await shown()).keys[0]?.values ?? 0
    expect(await shown()).toMatchObject({ newest: 2, keys: [{ values: all }, { algorithm: sm4, values: 0 }] })
    for (const wait of [600, 1200, 1800]) {
      const { child, ended } = spawnCommand(installation.env, ['keys', 'reencipher'], installation.folder)
      await sleep(wait)
      child.kill('SIGKILL')
      await ended
      const { keys } = await shown()
      expect(keys.reduce((sum, { values }) => sum + values, 0)).toBe(all)
    }
    await ok('verify')
    await ok('keys', 'reencipher')
    expect((await shown()).keys).toMatchObject([{ values: 0 }, { values: all }])
    expect(await contacts()).toEqual(before)
    await ok('verify')
    expect((await run('keys', 'new', '--cipher', 'rot13')).code).toBe(1)
    expect((await run('keys', 'reencipher', '--json')).code).toBe(2)
  },
  5 * minutes,
)

test(
  'another master key opens the same; killed between the database and the file, the next start takes it',
  async () => {
    const first = await readFile(key, 'utf8')
    await ok('keys', 'master')
    const second = await readFile(key, 'utf8')
    expect(second).not.toBe(first)
    await inProgram(async (program) => {
      const { masters } = program.database.keys
      const killed = new KeyRing({
        ...masters,
        renew: async () => ({ ...(await masters.renew()), take: () => Promise.reject(new Error('killed')) }),
      })
      await asOwner(program, async ({ pool }) => {
        const connection = await pool.connect()
        await expect(renewMasterKey(connection, killed)).rejects.toThrow('killed')
        connection.release()
      })
    })
    expect(await readFile(key, 'utf8')).toBe(second)
    const lying = async () => (await readdir(installation.data)).filter((name) => name.endsWith('.new'))
    const [coming] = await lying()
    const third = await readFile(join(installation.data, coming as string), 'utf8')
    expect(await contacts()).toEqual(before)
    expect(await readFile(key, 'utf8')).toBe(third)
    expect(await lying()).toEqual([])
    await ok('verify')
    // What a backup of before holds, brought to a moment after: the keys that gave way lie beside it.
    await writeFile(key, first)
    await rm(`${key}.${idOf(first)}`)
    await writeFile(`${key}.${idOf(third)}`, third, { mode: 0o600 })
    expect(await contacts()).toEqual(before)
    await ok('keys', 'master')
    expect(await readFile(`${key}.${idOf(first)}`, 'utf8')).toBe(first)
    expect(await contacts()).toEqual(before)
  },
  5 * minutes,
)

test.skipIf(process.env['DATABASE_URL']?.trim())(
  'a backup of before a change of the master key is restored to a moment after it, and to its own; a drill does without the keys beside',
  async () => {
    await ok('backup')
    const former = await readFile(key, 'utf8')
    await ok('keys', 'master')
    const backups = join(installation.data, 'backups')
    await ok('restore', backups, '--to', 'latest', '--aside')
    expect(await readFile(key, 'utf8')).toBe(former)
    expect(await contacts()).toEqual(before)
    await ok('verify')
    await ok('drill')
    await ok('restore', backups, '--aside')
    expect(await contacts()).toEqual(before)
  },
  10 * minutes,
)

test(
  'where a seal is broken before older values are enciphered, nothing starts and verify tells which',
  async () => {
    const asServer = (statement: string) =>
      inProgram(async ({ admin, databaseName }) => {
        const client = new pg.Client({ ...admin, database: databaseName })
        await client.connect()
        await client.query(statement)
        await client.end()
      })
    await asServer(`begin; set local session_replication_role = 'replica';
      update organisation.party_organisation set contact_phone = '000-0' where id = (select min(id::text)::uuid from organisation.party_organisation);
      delete from platform.enciphered_column where column_name = 'contact_phone'; commit`)
    expect(await run('keys')).toMatchObject({ code: 1, stderr: expect.stringMatching(/Run .*verify first/) })
    const { code, stdout } = await run('verify', '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { faults: [{ table: 'organisation.party_organisation' }] },
    ])
  },
  5 * minutes,
)
