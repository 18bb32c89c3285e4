import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What keeps secrets of accounts unreadable to whoever holds the database alone. */
export type Cipher = {
  /** AES-256-GCM; `about` binds the text to what it belongs to, so that it cannot be moved to another account. */
  encipher(plain: string, about: string): string
  /** @throws Error where the text was changed, moved or enciphered under another key */
  decipher(text: string, about: string): string
  /** A keyed hash (HMAC-SHA-256) of something that nobody can guess. */
  digest(plain: string, about: string): string
}

const nonceBytes = 12
const tagBytes = 16

/** Keys of their own for each use named, so that no use of the installation's secret can stand in for another (RFC 5869). */
export function cipherOf(secret: string, toEncipher: string, toDigest: string): Cipher {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const [enciphering, digesting] = [key(toEncipher), key(toDigest)]
  return {
    encipher(plain, about) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', enciphering, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
    },
    decipher(text, about) {
      const whole = Buffer.from(text, 'base64')
      const nonce = whole.subarray(0, nonceBytes)
      const tag = whole.subarray(nonceBytes, nonceBytes + tagBytes)
      const cipher = createDecipheriv('aes-256-gcm', enciphering, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      return Buffer.concat([cipher.update(whole.subarray(nonceBytes + tagBytes)), cipher.final()]).toString(
        'utf8',
      )
    },
    digest: (plain, about) => createHmac('sha256', digesting).update(`${about}:${plain}`).digest('base64'),
  }
}
