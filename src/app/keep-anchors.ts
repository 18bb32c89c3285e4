import { anchorsIn, appendAnchor } from '../platform/audit/anchors.ts'
import { office, type Program } from './program.ts'

const day = 24 * 60 * 60 * 1000

/** Anchors the chain now, once a day, and when it is told to stop. `report` hears of a day on which that failed. */
export async function keepAnchors(
  { database, data }: Pick<Program, 'database' | 'data'>,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const anchor = () => appendAnchor(database, office, anchorsIn(data.root))
  await anchor()
  const timer = setInterval(() => void anchor().catch(report), day)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await anchor().catch(report)
  }
}
