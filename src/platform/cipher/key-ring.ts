import { createHmac, randomBytes } from 'node:crypto'
import { type Algorithm, type Cipher, cipherOf, derived } from './algorithms.ts'
import type { Cell } from './cell.ts'
import type { MasterKey, MasterKeys } from './master-key.ts'
import { masterMissing, masterWrong, notOpened, wrappedDamaged } from './refusals.ts'
import { digestLength, readStored, type StoredText, writeStored } from './stored-text.ts'

/** A data key as the database has it: `platform.data_key`. */
export type WrappedKey = {
  readonly key_no: number
  readonly algorithm: Algorithm
  readonly wrapped: string
  readonly master_id: string
}
export type DataKey = {
  readonly no: number
  readonly algorithm: Algorithm
  readonly secret: Buffer
  readonly cipher: Cipher
  readonly digestKey: Buffer
}

/** Reads the newest state of `platform.data_key`. */
export type ReadKeys = () => Promise<readonly WrappedKey[]>
/** The columns of `platform.data_key` that a ring reads. */
export const wrappedKeysSql =
  'select key_no, algorithm, wrapped, master_id from platform.data_key order by key_no'

/**
 * The data keys of an installation, opened by its master key: the newest enciphers, each opens what it enciphered. Another process may
 * add one: what is under an unknown key, and what is about to be written, asks the database again.
 */
export class KeyRing {
  readonly masters: MasterKeys
  readonly #keys = new Map<number, DataKey>()
  #newest: DataKey | undefined

  constructor(masters: MasterKeys) {
    this.masters = masters
  }

  /** @throws Refusal UNAVAILABLE where the master key is missing or another one, or a wrapped key is damaged */
  async load(read: ReadKeys): Promise<void> {
    const rows = await read()
    const strange = rows.filter(({ key_no }) => !this.#keys.has(key_no))
    const [first] = strange
    if (first) {
      const master = await masterNamed(this.masters, first.master_id)
      for (const row of strange) this.#keys.set(row.key_no, unwrap(row, master))
    }
    const last = rows.at(-1)
    if (last) this.#newest = this.#keys.get(last.key_no)
  }

  get newest(): DataKey {
    if (!this.#newest) throw new Error('no data key was loaded')
    return this.#newest
  }

  get all(): readonly DataKey[] {
    return [...this.#keys.values()]
  }

  /** Whether what is stored here can be opened without asking the database again. */
  knows(stored: string): boolean {
    const keyNo = readStored(stored)?.keyNo
    return keyNo === undefined || this.#keys.has(keyNo)
  }

  /** The text to store, under the newest key; `found`: equal values of the column can be told by it. */
  encipher(plain: string, cell: Cell, found: boolean): string {
    const { no, algorithm, cipher, digestKey } = this.newest
    const sealed = cipher.seal(plain, aboutOf(cell))
    return writeStored({
      ...sealed,
      algorithm,
      keyNo: no,
      digest: found ? digestOf(digestKey, plain, cell) : '',
    })
  }

  /** Whether this is what is stored here, under whichever key; not where it does not open. */
  opensTo(plain: string, stored: string, cell: Cell): boolean {
    try {
      return this.decipher(stored, cell) === plain
    } catch {
      return false
    }
  }

  /** @throws Refusal UNAVAILABLE for what was altered, moved here from another place, stands in clear or is under a key that is gone */
  decipher(stored: string, cell: Cell): string {
    const text = readStored(stored)
    const key = text && this.#keys.get(text.keyNo)
    if (!text || key?.algorithm !== text.algorithm) throw notOpened(cell)
    const plain = opened(key, text, cell)
    if (plain === null || (text.digest !== '' && text.digest !== digestOf(key.digestKey, plain, cell)))
      throw notOpened(cell)
    return plain
  }

  /**
   * What a request is known again by: a keyed digest of its digest. Without the key a short value could be guessed from it, for all
   * else of a request stands in the rows that it made. By the first key, which every process knows and no rotation takes away.
   */
  requestDigest(digest: string): string {
    const first = this.#keys.get(1)
    if (!first) throw new Error('no data key was loaded')
    const key = derived(first.secret, 'request', 32)
    return `${requestMark}${createHmac('sha256', key).update(digest).digest('hex')}`
  }

  /** What the stored texts of equal values end with, one for each key. */
  digestsOf(plain: string, column: Omit<Cell, 'record'>): string[] {
    return this.all.map(({ digestKey }) => digestOf(digestKey, plain, column))
  }
}

/** @throws Refusal UNAVAILABLE where it is missing or another one */
export async function masterNamed(masters: MasterKeys, id: string): Promise<MasterKey> {
  const master = await masters.read(id)
  if (!master) throw masterMissing(masters.path)
  if (master.id !== id) throw masterWrong(masters.path, master.id, id)
  return master
}

/** What a keyed digest of a request begins with; one without it is of an older version. */
export const requestMark = 'hmac:'

const aboutOf = ({ office, table, column, record }: Cell) => JSON.stringify([office, table, column, record])

function opened(key: DataKey, text: StoredText, cell: Cell): string | null {
  try {
    return key.cipher.open(text, aboutOf(cell))
  } catch {
    return null
  }
}

/** HMAC-SHA-256, its first 128 bits. Half width, without blanks, hyphens and case: so are likely duplicates compared as well. */
function digestOf(key: Buffer, plain: string, { office, table, column }: Omit<Cell, 'record'>): string {
  const same = plain.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()
  return createHmac('sha256', key)
    .update(JSON.stringify([office, table, column, same]))
    .digest('base64url')
    .slice(0, digestLength)
}

const wrappedAbout = (keyNo: number, algorithm: Algorithm) => `data key ${keyNo} ${algorithm}`

function keyOf(no: number, algorithm: Algorithm, secret: Buffer): DataKey {
  const digestKey = derived(secret, 'digest', 32)
  return { no, algorithm, secret, cipher: cipherOf[algorithm](secret), digestKey }
}

export const newDataKey = (no: number, algorithm: Algorithm): DataKey => keyOf(no, algorithm, randomBytes(32))

/** A data key for the database, by the master key and the algorithm that it is for. */
export function wrap({ no, algorithm, secret }: DataKey, master: MasterKey): WrappedKey {
  const sealed = cipherOf[algorithm](master.secret).seal(secret.toString('hex'), wrappedAbout(no, algorithm))
  const wrapped = writeStored({ ...sealed, algorithm, keyNo: no, digest: '' })
  return { key_no: no, algorithm, wrapped, master_id: master.id }
}

function unwrap({ key_no: no, algorithm, wrapped }: WrappedKey, master: MasterKey): DataKey {
  try {
    const sealed = readStored(wrapped)
    if (!sealed) throw new Error('no enciphered text')
    const secret = cipherOf[algorithm](master.secret).open(sealed, wrappedAbout(no, algorithm))
    return keyOf(no, algorithm, Buffer.from(secret, 'hex'))
  } catch {
    throw wrappedDamaged(no)
  }
}
