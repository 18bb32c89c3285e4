import type { ClientConfig } from 'pg'
import type { Algorithm } from '../../../platform/cipher/algorithms.ts'
import { KeyRing, wrappedKeysSql } from '../../../platform/cipher/key-ring.ts'
import { cipherSettings } from '../../../platform/cipher/settings.ts'
import { office } from '../../program.ts'
import type { Installation } from '../installation.ts'
import { inSnapshot } from './inspect.ts'
import { organisation } from './record-writes.ts'

/** Opens the contact of an organisation beside the program, which lets nobody see as many in clear as are judged here. */
export async function storedContact(
  { env, data }: Installation,
  admin: ClientConfig,
  owner: string,
  id: string | null,
): Promise<string | null> {
  return await inSnapshot(admin, owner, async (rows) => {
    const [stored] = await rows(`select contact_name from ${organisation} where id = '${id}'`)
    const text = stored?.[0] ?? null
    if (text === null) return null
    const keys = new KeyRing(cipherSettings(env, data).masters)
    const wrapped = await rows(wrappedKeysSql)
    await keys.load(async () =>
      wrapped.map(([no, algorithm, secret, master]) => ({
        key_no: Number(no),
        algorithm: algorithm as Algorithm,
        wrapped: secret as string,
        master_id: master as string,
      })),
    )
    return keys.decipher(text, { office, table: organisation, column: 'contact_name', record: id as string })
  })
}
