import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type ElectionStep, electionSteps } from '../rules/elections/steps/election-steps.ts'
import { isAmong, peopleTables } from './people-tables.ts'

export type TermElections = {
  readonly underWay: {
    readonly id: string
    readonly code: string
    /** The last step done by the day. */
    readonly step: ElectionStep
    readonly plannedOn: Day
  } | null
  readonly termNo: number | null
}
type Term = { readonly id: string; readonly termFrom: Day }

/** Of organisations in their terms: the election that is under way on a day, and the number of the term by the election that it came of. */
export async function termElections(
  reader: Reader<unknown>,
  terms: readonly Term[],
  on: Day,
): Promise<ReadonlyMap<string, TermElections>> {
  const tables = peopleTables(reader)
  const ids = terms.map(({ id }) => id)
  const spells = await tables
    .selectFrom('election_spell as s')
    .innerJoin('election as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where('s.kind', '=', 'term')
    .where('s.valid_from', '<=', on)
    .where(isAmong('s.organisation_id', ids))
    .orderBy('s.valid_from')
    .select(['h.id', 'h.code', 's.organisation_id as organisation', 's.term_no', 's.planned_on'])
    .select(['s.valid_from as from', 's.valid_to as to'])
    .execute()
  const events = await tables
    .selectFrom('election_event')
    .where('office_id', '=', reader.scope.office)
    .where(
      isAmong(
        'record_id',
        spells.map(({ id }) => id),
      ),
    )
    .where('on_date', '<=', on)
    .select(['record_id', 'kind'])
    .execute()
  const done = Map.groupBy(events, ({ record_id }) => record_id)
  const has = (id: string, kind: string) => done.get(id)?.some((event) => event.kind === kind) ?? false
  return new Map(
    terms.map(({ id, termFrom }) => {
      const own = spells.filter(({ organisation }) => organisation === id)
      const open = own.findLast(({ to }) => to === null || on < to)
      const past = own.findLast(
        (one) => one.from <= termFrom && one.to !== null && one.to >= termFrom && has(one.id, 'confirmed'),
      )
      const underWay = open && {
        id: open.id,
        code: open.code,
        step: electionSteps.findLast((step) => has(open.id, step)) ?? ('planned' as const),
        plannedOn: open.planned_on,
      }
      return [id, { underWay: underWay ?? null, termNo: past?.term_no ?? null }]
    }),
  )
}
