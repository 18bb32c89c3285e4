import type { Database } from '../db/database.ts'
import { Refusal } from '../refusal.ts'
import { appendLockedSignIn } from './sign-in-events.ts'
import type { Attempt, SignInLimiter } from './sign-in-limiter.ts'

/** Begins an attempt. What the limiter refuses is an event, wherever it is met: somebody tries a locked account. */
export async function unlessLocked(
  database: Database,
  limiter: SignInLimiter,
  username: string | null,
  address: string | null,
): Promise<Attempt> {
  try {
    return await limiter.begin(username, address)
  } catch (error) {
    if (error instanceof Refusal) await appendLockedSignIn(database, username ?? '')
    throw error
  }
}

/** What fails for another reason than a wrong password or code is not counted against the account. */
export async function tried<Result>(attempt: Attempt, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (!isWrongCode(error)) await attempt.notTried()
    throw error
  }
}

export const isWrongCode = (error: unknown): boolean =>
  error instanceof Refusal && error.data['secondFactor'] === 'wrong'
