import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { SignInLocks } from './sign-in-locks.ts'

const minutes = 10
const wrongPerAccount = 5
const wrongPerAddress = 30
const remembered = 20_000

/** `kept`: this process has written the lock itself, and what it counted before goes on. */
type Counted = { wrong: number; until: number; kept: boolean }
type Kind = 'name' | 'address'
const allowed: Readonly<Record<Kind, number>> = { name: wrongPerAccount, address: wrongPerAddress }

/** One attempt, counted as wrong until it is said to be something else. */
export type Attempt = {
  succeeded(): Promise<void>
  /** The password was not even looked at. */
  notTried(): Promise<void>
}

/**
 * Five wrong passwords lock a user name for ten minutes, known or not; thirty lock an address. Counting before checking
 * keeps attempts that run side by side from slipping through. Counts are in memory; a lock is kept in the database, so that it holds
 * after a restart and for every process.
 */
export class SignInLimiter {
  readonly #locks: SignInLocks
  readonly #now: () => number
  readonly #counts: Readonly<Record<Kind, Map<string, Counted>>> = { name: new Map(), address: new Map() }

  constructor(locks: SignInLocks, now: () => number = Date.now) {
    this.#locks = locks
    this.#now = now
  }

  /**
   * Without a user name, where nobody says who they are, the address alone counts; without an address, which an attempt around this one
   * counts, the name alone.
   * @throws Refusal TOO_MANY with the minutes to wait
   */
  async begin(username: string | null, address: string | null): Promise<Attempt> {
    const keys: (readonly [Kind, string])[] = [
      ...(username === null ? [] : [['name', nameOf(username)] as const]),
      ...(address === null ? [] : [['address', address] as const]),
    ]
    for (const [kind, key] of keys) this.#refuseHeld(kind, key)
    const counted = keys.map(([kind, key]) => ({ kind, key, count: this.#count(kind, key) }))
    const attempt = this.#attemptOf(counted)
    try {
      await this.#keep(counted)
    } catch (error) {
      await attempt.notTried()
      throw error
    }
    return attempt
  }

  /** Those of the user names that are locked. */
  async lockedOf(usernames: readonly string[]): Promise<ReadonlySet<string>> {
    const now = this.#now()
    const kept = await this.#locks.until(
      usernames.map((name) => subjectOf('name', nameOf(name))),
      now,
    )
    return new Set(
      usernames.filter((name) => {
        const counted = this.#counts.name.get(nameOf(name))
        return isFull('name', counted, now) || kept.has(subjectOf('name', nameOf(name)))
      }),
    )
  }

  /** An administrator's act: the user name may be tried again at once. */
  async unlock(username: string): Promise<void> {
    this.#counts.name.delete(nameOf(username))
    await this.#locks.free(subjectOf('name', nameOf(username)))
  }

  /** Refuses what another process, or this one before its start, has locked; locks what is now full. */
  async #keep(counted: readonly { kind: Kind; key: string; count: Counted }[]): Promise<void> {
    const now = this.#now()
    const subjects = counted.map(({ kind, key }) => subjectOf(kind, key))
    const kept = await this.#locks.until(subjects, now)
    for (const { kind, key, count } of counted) {
      const until = kept.get(subjectOf(kind, key))
      if (until !== undefined && !count.kept) throw tooMany(until - now)
    }
    for (const { kind, key, count } of counted) {
      if (!isFull(kind, count, now) || count.kept) continue
      count.kept = true
      await this.#locks.lock(subjectOf(kind, key), count.until, now)
      // Meanwhile another attempt may have been right, and freed what was not there yet.
      if (isFull(kind, this.#counts[kind].get(key), now)) continue
      count.kept = false
      await this.#locks.free(subjectOf(kind, key))
    }
  }

  #attemptOf(counted: readonly { kind: Kind; key: string; count: Counted }[]): Attempt {
    const giveBack = async (kind: Kind, key: string, count: Counted) => {
      count.wrong -= 1
      if (!count.kept || count.wrong >= allowed[kind]) return
      count.kept = false
      await this.#locks.free(subjectOf(kind, key))
    }
    return {
      succeeded: async () => {
        for (const { kind, key, count } of counted) {
          if (kind === 'name') {
            this.#counts.name.delete(key)
            if (count.kept) await this.#locks.free(subjectOf(kind, key))
          } else await giveBack(kind, key, count)
        }
      },
      notTried: async () => {
        for (const { kind, key, count } of counted) await giveBack(kind, key, count)
      },
    }
  }

  #refuseHeld(kind: Kind, key: string): void {
    const now = this.#now()
    const counted = this.#counts[kind].get(key)
    if (counted && isFull(kind, counted, now)) throw tooMany(counted.until - now)
  }

  #count(kind: Kind, key: string): Counted {
    const counts = this.#counts[kind]
    const until = this.#now() + minutes * 60_000
    const found = counts.get(key)
    if (found && found.until > this.#now()) {
      found.wrong += 1
      found.until = until
      return found
    }
    const counted = { wrong: 1, until, kept: false }
    counts.delete(key)
    counts.set(key, counted)
    // The oldest go first; whoever floods the memory frees old counts but never gets more than the address allows.
    for (const oldest of counts.keys()) {
      if (counts.size <= remembered) break
      counts.delete(oldest)
    }
    return counted
  }
}

const nameOf = (username: string) => username.trim().toLowerCase()
const subjectOf = (kind: Kind, key: string) => `${kind}:${key}`
const isFull = (kind: Kind, counted: Counted | undefined, now: number) =>
  counted !== undefined && counted.wrong >= allowed[kind] && counted.until > now

function tooMany(left: number): Refusal {
  const wait = Math.ceil(left / 60_000)
  return new Refusal(
    'TOO_MANY',
    text(
      `密码或验证码错误次数过多，请 ${wait} 分钟后再试。`,
      `Too many wrong passwords or codes. Try again in ${wait} minute${wait === 1 ? '' : 's'}.`,
    ),
    { minutes: wait },
  )
}
