import { read } from '../../db/transaction.ts'
import type { Scope } from '../../db/scope.ts'
import { today } from '../../values/day.ts'
import { foundRecords, type Question } from '../list.ts'
import { behaviourNamed, type Records } from '../records.ts'
import { mostAtOnce } from './bulk-acts.ts'

type Selected = { id: string; title: string; version: string }

/** All records that a list holds, with their versions as of now; none, but their number, where an act takes no so many. */
export async function selectRecords(
  records: Records,
  scope: Scope,
  question: Question,
): Promise<{ records: Selected[]; total: number }> {
  const behaviour = behaviourNamed(records, question.type)
  return await read<unknown, { records: Selected[]; total: number }>(
    records.database,
    scope,
    async (reader) => {
      const found = await foundRecords(records, reader, behaviour, question, question.asOf ?? today())
      if (found.length > mostAtOnce) return { records: [], total: found.length }
      const ids = found.map(({ id }) => id)
      const stored = await records.engine.load(reader, behaviour.type, ids)
      return {
        records: found.map(({ id, title }) => ({
          id,
          title: title ?? '',
          version: String(stored.get(id)?.version ?? 0n),
        })),
        total: found.length,
      }
    },
  )
}
