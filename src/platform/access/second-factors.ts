import { Secret, TOTP } from 'otpauth'
import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { appendAct } from './account-events.ts'
import type { Cipher } from './cipher.ts'
import { inTransaction, officeOf } from './grants.ts'
import { readableCharacters } from './one-time-password.ts'

/** One period before and after, for clocks that differ and codes that are typed slowly (RFC 6238, 5.2). */
const periodsAround = 1
const recoveryCodes = 10
/** Some 138 bits, of which a plain keyed hash may be kept (OWASP ASVS 5.0, 6.5.2 and 11.5.1); typed in groups of four. */
const recoveryLength = 28

/** The device's side of a second factor: the secret, and the same as an address that a device reads from a picture. */
export type DeviceSecret = { readonly secret: string; readonly address: string }

/** Time-based codes (RFC 6238, the form that every authenticator application reads) and recovery codes. Each act is an event, kept with it. */
export type SecondFactors = {
  has(account: string): Promise<boolean>
  /** A new secret, which counts once {@link SecondFactors.confirm} was given a code of it. Null where one counts already. */
  begin(account: string, label: string): Promise<DeviceSecret | null>
  /** The recovery codes, which nobody can read again; null where the code is wrong or nothing was begun. `also` is done with it. */
  confirm(account: string, code: string, also: Also): Promise<readonly string[] | null>
  /** Takes a code of the device, each once (RFC 6238, 5.2), or a recovery code, which is used up. */
  take(account: string, code: string): Promise<boolean>
  /** Recovery codes in place of those that were. */
  renewCodes(account: string): Promise<readonly string[]>
  /** `what` names the act: the person's own, or an administrator's. */
  remove(account: string, what: 'second factor removed' | 'second factor reset', also?: Also): Promise<void>
}

/** What belongs to the same act, in its transaction. */
type Also = (client: PoolClient) => Promise<unknown>
type Kept = { readonly secret: string; readonly confirmed: boolean }
type Speaking = Pick<PoolClient, 'query'>

/** `now` in milliseconds; a test turns the clock by it. */
export function openSecondFactors(
  database: Database,
  cipher: Cipher,
  issuer: string,
  now: () => number = Date.now,
): SecondFactors {
  const { pool } = database

  async function kept(account: string): Promise<Kept | undefined> {
    const { rows } = await pool.query<Kept>(
      'select secret, confirmed_at is not null as confirmed from access.second_factor where account_id = $1',
      [account],
    )
    return rows[0]
  }

  /** The period of a right code, once: whoever brings the same or an older one comes too late. */
  async function takeStep(on: Speaking, account: string, found: Kept, code: string): Promise<boolean> {
    const totp = totpOf(cipher.decipher(found.secret, account), issuer)
    const timestamp = now()
    const apart = totp.validate({ token: code, timestamp, window: periodsAround })
    if (apart === null) return false
    const taken = await on.query(
      'update access.second_factor set last_step = $2 where account_id = $1 and last_step < $2',
      [account, totp.counter({ timestamp }) + apart],
    )
    return taken.rowCount === 1
  }

  return {
    has: async (account) => (await kept(account))?.confirmed ?? false,
    async begin(account, label) {
      const secret = new Secret({ size: 20 }).base32
      return await inTransaction(database, async (client) => {
        const begun = await client.query(
          `insert into access.second_factor (account_id, secret) values ($1, $2)
           on conflict (account_id) do update set secret = excluded.secret, last_step = 0
           where second_factor.confirmed_at is null`,
          [account, cipher.encipher(secret, account)],
        )
        if (begun.rowCount !== 1) return null
        await append(client, account, 'second factor begun')
        return { secret, address: totpOf(secret, issuer, label).toString() }
      })
    },
    async confirm(account, code, also) {
      const found = await kept(account)
      if (!found || found.confirmed) return null
      return await inTransaction(database, async (client) => {
        if (!(await takeStep(client, account, found, digitsOf(code)))) return null
        await client.query(
          'update access.second_factor set confirmed_at = now() where account_id = $1 and confirmed_at is null',
          [account],
        )
        const codes = await replaceCodes(client, cipher, account)
        await also(client)
        await append(client, account, 'second factor set up')
        return codes
      })
    },
    async take(account, code) {
      const found = await kept(account)
      if (!found?.confirmed) return false
      const typed = digitsOf(code)
      return /^\d{6}$/.test(typed)
        ? await takeStep(pool, account, found, typed)
        : await takeRecoveryCode(pool, cipher, account, typed)
    },
    renewCodes: (account) =>
      inTransaction(database, async (client) => {
        const codes = await replaceCodes(client, cipher, account)
        await append(client, account, 'recovery codes renewed')
        return codes
      }),
    async remove(account, what, also) {
      await inTransaction(database, async (client) => {
        await client.query('delete from access.recovery_code where account_id = $1', [account])
        await client.query('delete from access.second_factor where account_id = $1', [account])
        await also?.(client)
        await append(client, account, what)
      })
    },
  }
}

const append = async (client: PoolClient, account: string, what: string) =>
  await appendAct(client, await officeOf(client, account), account, { what })

/** SHA-1, six digits, 30 seconds: what authenticator applications take for granted. */
const totpOf = (secret: string, issuer: string, label = '') => new TOTP({ issuer, label, secret })

/** Codes are shown in groups, and typed as they are shown. */
const digitsOf = (code: string) => code.replaceAll(/[\s-]/g, '').toLowerCase()

async function takeRecoveryCode(
  on: Speaking,
  cipher: Cipher,
  account: string,
  code: string,
): Promise<boolean> {
  const used = await on.query('delete from access.recovery_code where account_id = $1 and hash = $2', [
    account,
    cipher.digest(code, account),
  ])
  return used.rowCount === 1
}

async function replaceCodes(client: PoolClient, cipher: Cipher, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => readableCharacters(recoveryLength))
  await client.query('delete from access.recovery_code where account_id = $1', [account])
  await client.query('insert into access.recovery_code (account_id, hash) select $1, unnest($2::text[])', [
    account,
    codes.map((code) => cipher.digest(code, account)),
  ])
  return codes.map((code) => code.replaceAll(/.{4}(?=.)/g, '$&-'))
}
