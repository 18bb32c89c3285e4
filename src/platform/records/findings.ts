import { read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { type Day, today } from '../values/day.ts'
import { elevenDigits } from '../values/personal-numbers.ts'
import type { FindingView } from './contract.ts'
import { findingView } from './finding-view.ts'
import { freeTextRuleId } from './free-text-rule.ts'
import { judgeStored } from './judge-stored.ts'
import type { RecordType } from './record-type.ts'
import type { Records } from './records.ts'

/** Record types with the places in which the reader may see their records. */
export type OpenTypes = readonly { readonly type: RecordType; readonly scope: Scope }[]

/** What breaks a rule on a day: the state rules of every area, over the records that are open to the reader. */
export async function findingsOn(
  records: Records,
  open: OpenTypes,
  question: { node?: string | undefined; asOf?: Day | undefined },
  known: bigint | null,
): Promise<FindingView[]> {
  const on = question.asOf ?? today()
  const where = { ...(question.node ? { node: question.node } : {}), asOf: on }
  const found: FindingView[] = []
  for (const { type, scope } of open) {
    const rules = records.judges.get(type.id)?.flatMap((judging) => judging.rules) ?? []
    if (rules.length === 0) continue
    // Where nothing but free texts is judged, few records need to be read.
    const texts = rules.every(({ id }) => id === freeTextRuleId) ? { texts: elevenDigits } : {}
    await read<unknown, void>(
      records.database,
      scope,
      async (reader) => {
        for await (const batch of records.engine.each(reader, type, { ...where, ...texts }))
          found.push(...(await judgeStored(records, reader, type, batch, on)).map(findingView))
      },
      known,
    )
  }
  return found
}
