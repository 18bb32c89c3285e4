import { Refusal } from '../../../platform/refusal.ts'

/** What an act is refused with. */
export async function refused(act: () => Promise<unknown>): Promise<{ code: string; words: string }> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, words: error.words.zh }
    throw error
  }
  throw new Error('it was not refused')
}
