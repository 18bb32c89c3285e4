import { Refusal } from '../refusal.ts'
import type { Attempt } from './sign-in-limiter.ts'

/** What fails for another reason than a wrong password or code is not counted against the account. */
export async function tried<Result>(attempt: Attempt, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    if (!isWrongCode(error)) attempt.notTried()
    throw error
  }
}

export const isWrongCode = (error: unknown): boolean =>
  error instanceof Refusal && error.data['secondFactor'] === 'wrong'
