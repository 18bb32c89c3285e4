import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Cell } from './cell.ts'

export const masterMissing = (path: string) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `没有找到主密钥 ${path}，而数据库中已有用它加密的内容。请把另存的主密钥放回该处（权限600），或用 XIAOMA_MASTER_KEY 指明所在；不会另造新的密钥。`,
      `The master key ${path} is not there, and the database holds what it enciphered. Put your copy of it back (mode 600), or name its place in XIAOMA_MASTER_KEY; no other key is made.`,
    ),
    { path },
  )

export const masterWrong = (path: string, found: string, wanted: string) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `${path} 不是这个数据库的主密钥（该文件为 ${found}，数据库用的是 ${wanted}）。请换回原来的主密钥，或用 XIAOMA_MASTER_KEY 指明所在。`,
      `${path} is not the master key of this database (it is ${found}; the database was enciphered by ${wanted}). Put the right one back, or name its place in XIAOMA_MASTER_KEY.`,
    ),
    { path, found, wanted },
  )

export const wrappedDamaged = (keyNo: number) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `数据库中的第${keyNo}号数据密钥已被改动，无法打开。请从备份恢复，并运行 ./xiaoma verify 核验。`,
      `Data key ${keyNo} of the database was altered and does not open. Restore from a backup, and run ./xiaoma verify.`,
    ),
    { keyNo },
  )

/** Tells the place and nothing of what stands there. */
export const notOpened = ({ table, column, record }: Cell) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `${table}.${column} 的一个加密内容无法打开：它被改动过，或者是从别处挪来的（记录 ${record}）。请运行 ./xiaoma verify 核验，并从备份恢复。`,
      `An enciphered value of ${table}.${column} does not open: it was altered or moved here from elsewhere (record ${record}). Run ./xiaoma verify, and restore from a backup.`,
    ),
    { table, column, record },
  )
