import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

const minutes = 10
const wrongPerAccount = 5
const wrongPerAddress = 30
const remembered = 20_000

type Counted = { wrong: number; until: number }

/** One attempt, counted as wrong until it is said to be something else. */
export type Attempt = {
  succeeded(): void
  /** The password was not even looked at. */
  notTried(): void
}

/**
 * Five wrong passwords lock a user name for ten minutes, known or not; thirty lock an address. Counting before checking
 * keeps attempts that run side by side from slipping through. Kept in memory: a restart forgets.
 */
export class SignInLimiter {
  readonly #now: () => number
  readonly #accounts = new Map<string, Counted>()
  readonly #addresses = new Map<string, Counted>()

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** @throws Refusal TOO_MANY with the minutes to wait */
  begin(username: string, address: string): Attempt {
    const name = username.trim().toLowerCase()
    this.#refuseLocked(this.#accounts.get(name), wrongPerAccount)
    this.#refuseLocked(this.#addresses.get(address), wrongPerAddress)
    const account = this.#count(this.#accounts, name)
    const from = this.#count(this.#addresses, address)
    return {
      succeeded: () => {
        this.#accounts.delete(name)
        from.wrong -= 1
      },
      notTried: () => {
        account.wrong -= 1
        from.wrong -= 1
      },
    }
  }

  isLocked(username: string): boolean {
    const counted = this.#accounts.get(username)
    return counted !== undefined && counted.wrong >= wrongPerAccount && counted.until > this.#now()
  }

  /** An administrator's act: the user name may be tried again at once. */
  unlock(username: string): void {
    this.#accounts.delete(username.trim().toLowerCase())
  }

  #refuseLocked(counted: Counted | undefined, allowed: number): void {
    const left = counted && counted.wrong >= allowed ? counted.until - this.#now() : 0
    if (left <= 0) return
    const wait = Math.ceil(left / 60_000)
    throw new Refusal(
      'TOO_MANY',
      text(
        `密码或验证码错误次数过多，请 ${wait} 分钟后再试。`,
        `Too many wrong passwords or codes. Try again in ${wait} minute${wait === 1 ? '' : 's'}.`,
      ),
      { minutes: wait },
    )
  }

  #count(counts: Map<string, Counted>, key: string): Counted {
    const until = this.#now() + minutes * 60_000
    const found = counts.get(key)
    if (found && found.until > this.#now()) {
      found.wrong += 1
      found.until = until
      return found
    }
    const counted = { wrong: 1, until }
    counts.delete(key)
    counts.set(key, counted)
    // The oldest go first; whoever floods the memory frees old locks but never gets more than the address allows.
    for (const oldest of counts.keys()) {
      if (counts.size <= remembered) break
      counts.delete(oldest)
    }
    return counted
  }
}
