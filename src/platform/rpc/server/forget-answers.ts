import type { Database } from '../../db/database.ts'

/**
 * How long the answer to a request is kept under its key, in days: over a weekend and a holiday a browser may still send again what it lost
 * the answer to. After that the same key would act anew; the versions that a write names refuse it then.
 */
export const answersKeptDays = 7

const day = 24 * 60 * 60 * 1000

/** Forgets the answers of an office that are older. Answers how many they were. */
export async function forgetAnswers(database: Database, office: number): Promise<number> {
  const { rows } = await database.query(
    { office, places: [] },
    {
      name: 'forget_answers',
      text: 'select platform.forget_answers($1::int)',
      values: [String(answersKeptDays)],
    },
  )
  return Number(rows[0]?.[0] ?? 0)
}

/** Now and once a day, until what it answers is called. */
export function forgetAnswersDaily(
  database: Database,
  office: number,
  report: (error: unknown) => void,
): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve()
  const forget = () => {
    working = working.then(() => forgetAnswers(database, office)).catch(report)
  }
  forget()
  const timer = setInterval(forget, day)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await working
  }
}
