import { read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { judge } from '../rules/judge.ts'
import { type Day, today } from '../values/day.ts'
import type { FindingView } from './contract.ts'
import { findingView } from './finding-view.ts'
import type { Records } from './records.ts'
import { titlesIn } from './titles.ts'

/** What breaks a rule on a day: every state rule of every record type, over the records in scope. */
export async function findingsOn(
  records: Records,
  scope: Scope,
  question: { node?: string | undefined; asOf?: Day | undefined },
  known: bigint | null,
): Promise<FindingView[]> {
  const on = question.asOf ?? today()
  return await read(
    records.database,
    scope,
    async (reader) => {
      const found: FindingView[] = []
      for (const { type, rules, facts } of records.behaviours.values()) {
        const stateRules = rules.filter((rule) => rule.judges === 'state')
        if (stateRules.length === 0) continue
        const where = { ...(question.node ? { node: question.node } : {}), asOf: on }
        for await (const batch of records.engine.each(reader, type, where)) {
          const titles = await titlesIn(records.engine, reader, type, batch)
          const judged = batch.map(({ id, header, events, spells }) => ({
            id,
            title: titles.get(id) ?? '',
            header,
            events,
            spells,
          }))
          const beside = facts ? await facts(reader, judged) : new Map<string, unknown>()
          for (const record of judged) {
            const about = { type: type.id, id: record.id, name: record.title }
            found.push(
              ...judge(stateRules, { ...record, facts: beside.get(record.id) }, on, about).map((finding) =>
                findingView(finding),
              ),
            )
          }
        }
      }
      return found
    },
    known,
  )
}
