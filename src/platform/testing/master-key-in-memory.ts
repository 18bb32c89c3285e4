import { randomBytes } from 'node:crypto'
import { type MasterKey, type MasterKeys, masterKeyOf } from '../cipher/master-key.ts'

/** A master key that no file holds, for a database that is gone after the test. */
export function masterKeyInMemory(secret: Buffer): MasterKeys {
  let present: MasterKey = masterKeyOf(secret)
  return {
    path: 'memory',
    read: async () => present,
    make: async () => present,
    renew: async () => {
      const key = masterKeyOf(randomBytes(32))
      return {
        key,
        take: async () => {
          present = key
        },
      }
    },
  }
}
