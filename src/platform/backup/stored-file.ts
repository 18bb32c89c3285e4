import { createCipheriv, createDecipheriv, createHash, type Hash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { BackupKey } from './key.ts'

/** A file as it lies in a backup: bytes before, bytes stored, and the SHA-256 of what is stored. */
export type StoredFile = { readonly size: number; readonly stored: number; readonly sha256: string }

const magic = Buffer.from('XMB1')
const idBytes = 4
const nonceBytes = 12
const tagBytes = 16
const headBytes = magic.length + idBytes + nonceBytes

/** What a stored file is called: a plain gzip file that any tool opens, or an enciphered one. */
export const storedName = (path: string, key: unknown) => (key ? `${path}.gz.enc` : `${path}.gz`)

/**
 * Writes compressed, with a key also enciphered (AES-256-GCM), and flushes to the disk. `name` is bound to an enciphered file, so
 * that none can stand in another's place.
 */
export async function storeFile(
  source: Iterable<Buffer> | AsyncIterable<Buffer>,
  target: string,
  name: string,
  key: BackupKey | null,
  signal?: AbortSignal,
): Promise<StoredFile> {
  let size = 0
  let stored = 0
  const hash = createHash('sha256')
  await pipeline(
    counted(source, (bytes) => {
      size += bytes
    }),
    createGzip({ level: 1 }),
    (compressed: AsyncIterable<Buffer>) => (key ? enciphered(compressed, name, key) : compressed),
    (written: AsyncIterable<Buffer>) =>
      counted(written, (bytes, chunk) => {
        stored += bytes
        hash.update(chunk)
      }),
    createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
    ...(signal ? [{ signal }] : []),
  )
  return { size, stored, sha256: hash.digest('hex') }
}

/** The file as it was. @throws Error where it was altered or is of another key or name */
export async function restoreFile(
  source: string,
  target: string,
  name: string,
  key: BackupKey | null,
): Promise<void> {
  await pipeline(
    createReadStream(source, { highWaterMark: 1 << 18 }),
    (read: AsyncIterable<Buffer>) => (key ? deciphered(read, name, key) : read),
    createGunzip(),
    createWriteStream(target, { mode: 0o600, flush: true }),
  )
}

/** Bytes and SHA-256 of a file as it lies there. */
export async function weigh(path: string): Promise<Omit<StoredFile, 'size'>> {
  let stored = 0
  const hash: Hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    stored += (chunk as Buffer).length
    hash.update(chunk as Buffer)
  }
  return { stored, sha256: hash.digest('hex') }
}

async function* counted(
  source: Iterable<Buffer> | AsyncIterable<Buffer>,
  count: (bytes: number, chunk: Buffer) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    count(chunk.length, chunk)
    yield chunk
  }
}

async function* enciphered(
  source: AsyncIterable<Buffer>,
  name: string,
  key: BackupKey,
): AsyncGenerator<Buffer> {
  const nonce = randomBytes(nonceBytes)
  const head = Buffer.concat([magic, Buffer.from(key.id, 'hex'), nonce])
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce)
  cipher.setAAD(Buffer.concat([head, Buffer.from(name)]))
  yield head
  for await (const chunk of source) yield cipher.update(chunk)
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()])
}

async function* deciphered(
  source: AsyncIterable<Buffer>,
  name: string,
  key: BackupKey,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  let decipher: ReturnType<typeof begin> | undefined
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk])
    if (!decipher) {
      if (held.length < headBytes) continue
      decipher = begin(held.subarray(0, headBytes), name, key)
      held = held.subarray(headBytes)
    }
    if (held.length <= tagBytes) continue
    yield decipher.update(held.subarray(0, -tagBytes))
    held = held.subarray(-tagBytes)
  }
  if (!decipher || held.length !== tagBytes) throw new Error(`${name} is cut off`)
  decipher.setAuthTag(held)
  yield decipher.final()
}

function begin(head: Buffer, name: string, key: BackupKey) {
  if (!head.subarray(0, magic.length).equals(magic)) throw new Error(`${name} is not an enciphered file`)
  const id = head.subarray(magic.length, magic.length + idBytes).toString('hex')
  if (id !== key.id) throw otherKey(name, id, key.id)
  const decipher = createDecipheriv('aes-256-gcm', key.secret, head.subarray(magic.length + idBytes))
  decipher.setAAD(Buffer.concat([head, Buffer.from(name)]))
  return decipher
}

export const otherKey = (name: string, needed: string, given: string | null) =>
  new Refusal(
    'INVALID',
    text(
      `${name} 已加密，需要编号为 ${needed} 的密钥（${given ? `现有的是 ${given}` : '未提供'}）。请用 XIAOMA_BACKUP_KEY 指定密钥文件。`,
      `${name} is enciphered with the key ${needed} (${given ? `the one given is ${given}` : 'none is given'}). Name its file in XIAOMA_BACKUP_KEY.`,
    ),
    { name, needed, given },
  )
