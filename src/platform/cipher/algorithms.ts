import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** `aes-256-gcm`: NIST SP 800-38D. `sm4-ctr-hmac-sm3`: GB/T 32907-2016 in counter mode (GB/T 17964), then a MAC over it by SM3 (GB/T 32905-2016). */
export const algorithms = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const
export type Algorithm = (typeof algorithms)[number]

export type Sealed = { readonly nonce: Buffer; readonly body: Buffer; readonly tag: Buffer }

/** One way to encipher, under one key. */
export type Cipher = {
  /** The same value about the same thing gives the same text, so that a record saved again differs in nothing; nothing else repeats. */
  seal(plain: string, about: string): Sealed
  /** @throws Error where it was altered, is about something else or was sealed under another key */
  open(sealed: Sealed, about: string): string
}

/** Keys of their own for each use of 32 secret bytes (HKDF-SHA-256, RFC 5869). */
export const derived = (secret: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `xiaoma/values ${use}`, bytes))

const tagBytes = 16
const gcmNonceBytes = 12
const blockBytes = 16

/** Its length stands before it, so that no two pairs of texts are one. */
const framed = (about: string, rest: Buffer | string): Buffer => {
  const named = Buffer.from(about)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(named.length)
  return Buffer.concat([length, named, Buffer.from(rest as string)])
}

function aes256Gcm(secret: Buffer): Cipher {
  const key = derived(secret, 'aes-256-gcm', 32)
  const nonceKey = derived(secret, 'aes-256-gcm nonce', 32)
  return {
    seal(plain, about) {
      const nonce = mac('sha256', nonceKey, framed(about, plain)).subarray(0, gcmNonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return { nonce, body, tag: cipher.getAuthTag() }
    },
    open({ nonce, body, tag }, about) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

/** OpenSSL has no SM4 in GCM for Node: counter mode, and the MAC is checked before anything is opened. */
function sm4CtrHmacSm3(secret: Buffer): Cipher {
  const key = derived(secret, 'sm4-ctr', 16)
  const macKey = derived(secret, 'sm4-ctr hmac-sm3', 32)
  const nonceKey = derived(secret, 'sm4-ctr nonce', 32)
  const tagOf = (nonce: Buffer, body: Buffer, about: string) =>
    mac('sm3', macKey, framed(about, Buffer.concat([nonce, body])))
  return {
    seal(plain, about) {
      const nonce = mac('sm3', nonceKey, framed(about, plain)).subarray(0, blockBytes)
      const cipher = createCipheriv('sm4-ctr', key, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return { nonce, body, tag: tagOf(nonce, body, about) }
    },
    open({ nonce, body, tag }, about) {
      const wanted = tagOf(nonce, body, about)
      if (tag.length !== wanted.length || !timingSafeEqual(tag, wanted)) throw new Error('the tag differs')
      const decipher = createDecipheriv('sm4-ctr', key, nonce)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

const mac = (hash: 'sha256' | 'sm3', key: Buffer, content: Buffer): Buffer =>
  createHmac(hash, key).update(content).digest()

export const cipherOf: Readonly<Record<Algorithm, (secret: Buffer) => Cipher>> = {
  'aes-256-gcm': aes256Gcm,
  'sm4-ctr-hmac-sm3': sm4CtrHmacSm3,
}
