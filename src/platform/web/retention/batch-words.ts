import type { RetentionBatch } from '../../personal/retention/contract.ts'
import type { Say } from '../language/use-say.ts'
import { retentionWords as words } from './words.ts'

/** How many records of which types a proposal names. */
export const whatOf = ({ types }: RetentionBatch, say: Say): string =>
  types.map(({ label, count }) => say(words.count(label, count))).join(say({ zh: '；', en: '; ' }))

export const countsOf = ({ counts }: RetentionBatch) =>
  words.counts(counts.erased, counts.kept, counts.failed)
