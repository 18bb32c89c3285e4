import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { connectExternal } from '../../platform/db/server/external.ts'
import { stopPostmaster } from '../../platform/db/server/postmaster.ts'
import { temporaryData } from '../../platform/db/server/testing/temporary-data.ts'
import { copyDemo } from './demo-data.ts'
import type { Environment } from './spawn-command.ts'

/** A place of its own for the program: a data directory, and on the server of `DATABASE_URL` a database. */
export type Installation = {
  readonly data: string
  /** A folder beside the data, for files. */
  readonly folder: string
  readonly cluster: string
  readonly env: Environment
  /** The name of the database on a server that is not ours to kill; null where the server is the installation's own. */
  readonly external: string | null
  /** Removes everything. Whatever works on it must have ended. */
  remove(): Promise<void>
}

/** What a program needs of the surroundings, without the settings that a person may have made for theirs. */
const surroundings = () =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_COMPILE_CACHE'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** With `demo`, as a first start with the demo leaves it; the next start loads it only where it could not be copied. */
export async function makeInstallation({ demo = false } = {}): Promise<Installation> {
  const temporary = await temporaryData()
  const data = temporary.path
  const folder = dirname(data)
  const web = join(folder, 'web')
  await mkdir(web)
  await writeFile(join(web, 'index.html'), '<!doctype html><title>pages</title>')
  const external = process.env['DATABASE_URL']?.trim()
  const name = external ? `xiaoma_test_${randomBytes(5).toString('hex')}` : null
  const env = {
    ...surroundings(),
    XIAOMA_DATA: data,
    XIAOMA_PORT: '0',
    XIAOMA_WEB: web,
    ...(external && name ? { DATABASE_URL: withDatabase(external, name) } : {}),
  }
  if (external && name)
    await administer(external, [
      `create database ${name} encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0`,
    ])
  if (demo) await copyDemo(data)
  const cluster = join(data, 'server/cluster')
  return {
    data,
    folder,
    cluster,
    env,
    external: name,
    remove: async () => {
      if (external && name) await administer(external, dropping(name))
      else await stopPostmaster(cluster)
      await temporary.remove()
    },
  }
}

/** The same address with another database; the host may be left out where a socket's folder is given. */
function withDatabase(address: string, name: string): string {
  const url = new URL(address.replace('@/', '@localhost/'))
  url.pathname = `/${name}`
  return address.includes('@/') ? url.href.replace('@localhost/', '@/') : url.href
}

const dropping = (name: string) => [
  `drop database if exists ${name} with (force)`,
  `drop role if exists ${name}_app`,
  `drop role if exists ${name}_owner`,
]

async function administer(address: string, statements: readonly string[]): Promise<void> {
  const { admin } = await connectExternal(address)
  const client = new pg.Client(admin)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
