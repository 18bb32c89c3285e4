import type { PoolClient } from 'pg'
import { appendEvent } from '../../platform/audit/append-event.ts'
import { originOf } from '../../platform/audit/origin.ts'
import { countByKey } from '../../platform/cipher/count-by-key.ts'
import { makeDataKey, renewMasterKey } from '../../platform/cipher/data-keys.ts'
import { reencipher } from '../../platform/cipher/reencipher.ts'
import { algorithmNamed } from '../../platform/cipher/settings.ts'
import type { Database } from '../../platform/db/database.ts'
import { read } from '../../platform/db/transaction.ts'
import { encipheredColumns } from '../../platform/records/enciphered-columns.ts'
import { asOwner, office, type Program } from '../program.ts'
import {
  type Command,
  commandActor,
  complain,
  parse,
  printJson,
  UsageError,
  wholeOffice,
  withProgram,
} from './command.ts'

const usage = `./xiaoma keys [--json]
./xiaoma keys new [--cipher aes-256-gcm|sm4-ctr-hmac-sm3]
./xiaoma keys reencipher
./xiaoma keys master`

/** The keys of enciphered values: what there is, another one for new values, all values under it, another master key. */
export const keys: Command = async (args) => {
  const { values, positionals } = parse(
    args,
    { cipher: { type: 'string' }, json: { type: 'boolean' } },
    usage,
  )
  const [deed = 'show', ...more] = positionals
  const perform = deeds[deed]
  const unfit = (values.cipher !== undefined && deed !== 'new') || (values.json && deed !== 'show')
  if (!perform || more.length > 0 || unfit) throw new UsageError(usage)
  const algorithm = values.cipher === undefined ? undefined : algorithmNamed(values.cipher)
  return await withProgram((program) => perform(program, { algorithm, json: values.json ?? false }))
}

type Asked = { readonly algorithm: ReturnType<typeof algorithmNamed> | undefined; readonly json: boolean }

const columnsOf = ({ records }: Program) => encipheredColumns(records.engine.types.values())

async function show(program: Program, { json }: Asked): Promise<number> {
  const { database } = program
  const counts = await read<unknown, Map<number, number>>(database, wholeOffice, (reader) =>
    countByKey(reader, columnsOf(program)),
  )
  const { newest, masters } = database.keys
  const found = database.keys.all.map(({ no, algorithm }) => ({ no, algorithm, values: counts.get(no) ?? 0 }))
  if (json) printJson({ masterKey: masters.path, newest: newest.no, keys: found })
  else
    for (const { no, algorithm, values } of found)
      process.stdout.write(`${no}\t${algorithm}\t${values}${no === newest.no ? '\t*' : ''}\n`)
  return 0
}

async function add(program: Program, { algorithm }: Asked): Promise<number> {
  const { keys: ring } = program.database
  const no = await onOwner(program, (owner) => makeDataKey(owner, ring, algorithm ?? ring.newest.algorithm))
  await tellChain(program.database, { key: no, algorithm: ring.newest.algorithm })
  complain(
    `已启用第${no}号数据密钥（${ring.newest.algorithm}），新内容用它加密。要让已有内容也改用它，运行 ./xiaoma keys reencipher。`,
    `Data key ${no} (${ring.newest.algorithm}) enciphers new values from now on. ./xiaoma keys reencipher brings older ones under it.`,
  )
  return 0
}

/** Stops between two changes at Ctrl-C; called again, it goes on. */
async function everything(program: Program): Promise<number> {
  let stopped = false
  process.once('SIGINT', () => (stopped = true))
  let all = 0
  await asOwner(program, async (owner) => {
    for (const column of columnsOf(program)) {
      const before = all
      const onProgress = (_: unknown, done: number) => {
        all = before + done
        if (process.stderr.isTTY)
          process.stderr.write(`\r${all} ${column.area}.${column.name}.${column.column}\x1b[K`)
        return !stopped
      }
      if (!stopped)
        await reencipher({ owner, office, actor: commandActor(), clear: false, onProgress }, column)
    }
  })
  complain(
    stopped ? `已停止，已重新加密${all}处，再次运行即继续。` : `已重新加密${all}处。`,
    stopped ? `Stopped after ${all} values. Run it again to go on.` : `${all} values are enciphered anew.`,
  )
  return stopped ? 130 : 0
}

async function renewMaster(program: Program): Promise<number> {
  const { keys: ring } = program.database
  const id = await onOwner(program, (owner) => renewMasterKey(owner, ring))
  await tellChain(program.database, { masterKey: id })
  complain(
    `已换用新的主密钥 ${id}（${ring.masters.path}）。请另存一份；原来的主密钥保留在旁边，此前的备份仍需要它。`,
    `The master key is now ${id} (${ring.masters.path}). Keep a copy elsewhere; the former one stays beside it, for earlier backups need it.`,
  )
  return 0
}

const deeds: Readonly<Record<string, (program: Program, asked: Asked) => Promise<number>>> = {
  show,
  new: add,
  reencipher: everything,
  master: renewMaster,
}

async function onOwner<Result>(
  program: Program,
  work: (owner: PoolClient) => Promise<Result>,
): Promise<Result> {
  return await asOwner(program, async ({ pool }) => {
    const connection = await pool.connect()
    try {
      return await work(connection)
    } finally {
      connection.release()
    }
  })
}

async function tellChain({ pool }: Database, details: Readonly<Record<string, unknown>>): Promise<void> {
  await appendEvent(pool, office, { ...originOf(), kind: 'act', subject: { type: 'keys' }, details })
}
