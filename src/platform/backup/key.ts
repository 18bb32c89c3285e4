import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** What backups are enciphered with: 32 bytes, known in a backup's header by four bytes that tell nothing of them. */
export type BackupKey = { readonly id: string; readonly secret: Buffer }

/**
 * Reads a key file: 64 hexadecimal digits, as `openssl rand -hex 32` prints them.
 * @throws Refusal INVALID for a file that holds anything else
 */
export async function readBackupKey(path: string): Promise<BackupKey> {
  const content = (await readFile(path, 'utf8')).trim()
  if (!/^[0-9a-f]{64}$/i.test(content)) throw noKey(path)
  return keyOf(Buffer.from(content, 'hex'))
}

export function keyOf(secret: Buffer): BackupKey {
  return {
    id: createHash('sha256').update('xiaoma/backup key').update(secret).digest('hex').slice(0, 8),
    secret,
  }
}

/** HMAC-SHA-256 of a text, by a key derived for this purpose alone (RFC 5869). */
export function sealOf(content: string, key: BackupKey): string {
  const derived = Buffer.from(hkdfSync('sha256', key.secret, '', 'xiaoma/backup manifest', 32))
  return createHmac('sha256', derived).update(content).digest('hex')
}

const noKey = (path: string) =>
  new Refusal(
    'INVALID',
    text(
      `备份密钥文件 ${path} 应为64位十六进制数字。可用 openssl rand -hex 32 生成。`,
      `The backup key ${path} should be 64 hexadecimal digits. openssl rand -hex 32 makes one.`,
    ),
    { path },
  )
