import type { Pool } from 'pg'
import type { Cipher } from './cipher.ts'

/** Whoever floods with names gets no more rows; further locks hold in memory alone. */
const mostLocks = 20_000

/** The locks of sign-in that outlive a process. A subject is a name or an address; moments are milliseconds since 1970. */
export type SignInLocks = {
  /** Until when each of the subjects that is locked `now` stays so. The same work whether or not anybody bears the name. */
  until(subjects: readonly string[], now: number): Promise<ReadonlyMap<string, number>>
  lock(subject: string, until: number, now: number): Promise<void>
  free(subject: string): Promise<void>
}

export function openSignInLocks(pool: Pool, cipher: Cipher, most = mostLocks): SignInLocks {
  const keyOf = (subject: string) => cipher.digest(subject, 'sign-in lock')
  return {
    async until(subjects, now) {
      const keys = new Map(subjects.map((subject) => [keyOf(subject), subject]))
      const { rows } = await pool.query<{ key: string; until: number }>({
        name: 'sign_in_locks',
        text: `select subject as key, (extract(epoch from until) * 1000)::float8 as until from access.sign_in_lock
          where subject = any($1::text[]) and until > to_timestamp($2::float8 / 1000)`,
        values: [[...keys.keys()], now],
      })
      return new Map(rows.map(({ key, until }) => [keys.get(key) as string, until]))
    },
    async lock(subject, until, now) {
      await pool.query('delete from access.sign_in_lock where until <= to_timestamp($1::float8 / 1000)', [
        now,
      ])
      await pool.query(
        `insert into access.sign_in_lock (subject, until)
         select $1, to_timestamp($2::float8 / 1000) where (select count(*) from access.sign_in_lock) < $3
         on conflict (subject) do update set until = greatest(sign_in_lock.until, excluded.until)`,
        [keyOf(subject), until, most],
      )
    },
    async free(subject) {
      await pool.query('delete from access.sign_in_lock where subject = $1', [keyOf(subject)])
    },
  }
}
