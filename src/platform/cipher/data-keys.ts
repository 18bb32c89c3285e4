import type { Client } from 'pg'
import type { Algorithm } from './algorithms.ts'
import { KeyRing, masterNamed, newDataKey, wrap, type WrappedKey, wrappedKeysSql } from './key-ring.ts'
import type { MasterKey, MasterKeys } from './master-key.ts'

/** A connection of the database's owner. */
type Speaking = Pick<Client, 'query'>

// Any two numbers do, as long as nothing else in the database locks them.
const lockSql = 'select pg_advisory_xact_lock(7202, 11)'

const readKeys = (owner: Speaking) => async () => (await owner.query<WrappedKey>(wrappedKeysSql)).rows

/**
 * The keys of a database as its owner opens them: the first of all is made here, and another where new values are to be enciphered in
 * another way. A master key is made only where no data key was ever wrapped.
 * @throws Refusal UNAVAILABLE as {@link KeyRing.load}
 */
export async function openKeys(
  owner: Speaking,
  masters: MasterKeys,
  algorithm?: Algorithm,
): Promise<KeyRing> {
  const ring = new KeyRing(masters)
  await alone(owner, async () => {
    await ring.load(readKeys(owner))
    if (ring.all.length === 0)
      await insertKey(owner, 1, algorithm ?? 'aes-256-gcm', (await masters.read()) ?? (await masters.make()))
    else if (algorithm && ring.newest.algorithm !== algorithm) await addKey(owner, ring, algorithm)
    await ring.load(readKeys(owner))
  })
  return ring
}

/** From now on new values are enciphered under another key; older ones stay readable. Answers its number. */
export async function makeDataKey(owner: Speaking, ring: KeyRing, algorithm: Algorithm): Promise<number> {
  return await alone(owner, async () => {
    await ring.load(readKeys(owner))
    await addKey(owner, ring, algorithm)
    await ring.load(readKeys(owner))
    return ring.newest.no
  })
}

/**
 * Wraps every data key by a new master key. Killed before the commit, the old one holds; after it, the next start takes the new one
 * from beside it. Answers by what the new one is known.
 */
export async function renewMasterKey(owner: Speaking, ring: KeyRing): Promise<string> {
  const renewed = await alone(owner, async () => {
    await ring.load(readKeys(owner))
    // Another process may have committed its own and not yet put it in place: it is to be kept as the one before.
    await presentMaster(owner, ring)
    const next = await ring.masters.renew()
    for (const key of ring.all) {
      const { wrapped, master_id, key_no } = wrap(key, next.key)
      await owner.query('update platform.data_key set wrapped = $1, master_id = $2 where key_no = $3', [
        wrapped,
        master_id,
        key_no,
      ])
    }
    return next
  })
  await renewed.take()
  return renewed.key.id
}

async function addKey(owner: Speaking, ring: KeyRing, algorithm: Algorithm): Promise<void> {
  await insertKey(owner, ring.newest.no + 1, algorithm, await presentMaster(owner, ring))
}

/** The one by which the data keys are wrapped now, put in its place where that was interrupted. */
async function presentMaster(owner: Speaking, { masters }: KeyRing): Promise<MasterKey> {
  const { rows } = await owner.query<{ master_id: string }>('select master_id from platform.data_key limit 1')
  return await masterNamed(masters, rows[0]?.master_id ?? '')
}

async function insertKey(
  owner: Speaking,
  no: number,
  algorithm: Algorithm,
  master: MasterKey,
): Promise<void> {
  const { key_no, wrapped, master_id } = wrap(newDataKey(no, algorithm), master)
  await owner.query(
    'insert into platform.data_key (key_no, algorithm, wrapped, master_id) values ($1, $2, $3, $4)',
    [key_no, algorithm, wrapped, master_id],
  )
}

/** Two processes that start at once make one key. */
async function alone<Result>(owner: Speaking, act: () => Promise<Result>): Promise<Result> {
  await owner.query('begin')
  try {
    await owner.query(lockSql)
    const result = await act()
    await owner.query('commit')
    return result
  } catch (error) {
    await owner.query('rollback').catch(() => undefined)
    throw error
  }
}
