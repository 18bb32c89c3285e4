import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { callerOf, type GuardedContext } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import { scopeOfDeed } from '../../records/procedures.ts'
import { fieldOf, type RecordType } from '../../records/record-type.ts'
import { type Day, today } from '../../values/day.ts'
import { retentionContract, type WhyView } from './contract.ts'
import { keptTypes, type NamedRecord } from './due-records.ts'
import type { Why } from './judge-due.ts'
import { type Period, periodsSet } from './periods.ts'
import { type RetentionCaller, type RetentionParts, retention } from './retention.ts'
import type { RetentionWatch } from './watch.ts'

/** How many due records of a type one answer shows, and how many of a batch. */
const shownOfType = 200
const shownOfBatch = 1000

export function retentionProcedures(parts: RetentionParts & { readonly watch: RetentionWatch | null }) {
  const { records, purposes, watch } = parts
  const does = retention(parts)
  const os = implementer(retentionContract)
  const names = new Map(purposes.map(({ id, name }) => [id, name]))
  const whyOf = (why: readonly Why[]): WhyView[] =>
    why.map(({ purpose, ...rest }) => ({
      ...rest,
      purpose: names.get(purpose) ?? { zh: purpose, en: purpose },
    }))
  const caller = (context: GuardedContext): RetentionCaller => {
    const { id, name, permissions } = callerOf(context)
    return {
      scope: context.scope,
      actor: { id, name },
      mayAgree: permissions.has('retention.agree'),
      scopeOf: (type) =>
        permissions.has(type.permissions.see) ? scopeOfDeed(records, context, type.id, 'see') : null,
    }
  }

  async function overview(context: GuardedContext) {
    const by = caller(context)
    const [due, proposed, set, held] = await Promise.all([
      does.dueFor(by),
      does.proposed(by),
      does.readWhole(by, periodsSet),
      does.readWhole(by, holdsNow),
    ])
    const heldNames = await does.named(by, held.map(recordOf))
    const kept = keptTypes(does.register)
    return {
      asOf: today(),
      purposes: purposes.map(({ id, name, retention: words, keeping }) => ({
        id,
        name,
        retention: words,
        from: Object.values(keeping).map(({ from }) => from),
        periods: set.filter((one) => one.purpose === id).map(periodOf),
      })),
      types: kept.map(({ type }) => {
        const own = due.filter((one) => one.type === type.id)
        return {
          type: type.id,
          label: type.plural,
          count: own.length,
          records: own.slice(0, shownOfType).map(({ why, ...one }) => ({
            ...one,
            why: whyOf(why),
            proposed: proposed.has(`${one.type} ${one.id}`),
          })),
        }
      }),
      held: held.flatMap(({ id, record_type: of, record_id, ...hold }) => {
        const name = heldNames.get(record_id)
        const type = records.engine.types.get(of)
        return name && type
          ? [{ id, record: { type: of, id: record_id }, label: type.label, ...name, ...hold }]
          : []
      }),
    }
  }

  async function batch(context: GuardedContext, id: string) {
    const by = caller(context)
    const { batch: view, items } = await does.batch(by, id)
    const shown = items.slice(0, shownOfBatch)
    const wanted = shown.map(({ record_type: type, record_id }) => ({ type, id: record_id }))
    const [seen, due] = await Promise.all([does.named(by, wanted), does.dueFor(by, wanted)])
    const why = new Map(due.map((one) => [one.id, whyOf(one.why)]))
    return {
      batch: view,
      records: shown.map(({ record_type: type, record_id, state }) => ({
        type,
        id: record_id,
        label: (records.engine.types.get(type) as RecordType).label,
        title: titleOf(records.engine.types.get(type) as RecordType, seen.get(record_id)),
        state,
        why: why.get(record_id) ?? [],
      })),
    }
  }

  return {
    overview: os.overview.handler(({ context }) => overview(context)),
    reminder: os.reminder.handler(async ({ context }) => {
      const by = caller(context)
      const last = watch?.found ?? null
      // What was erased or held back since the night is no reminder any more.
      const still = last ? await does.dueFor(by, last.records) : []
      const batches = await does.batches(by)
      return {
        foundAt: last?.at ?? null,
        due: still.length,
        toDecide: batches.filter(({ mayDecide }) => mayDecide).length,
      }
    }),
    setPeriod: os.setPeriod.handler(({ context, input }) => does.setPeriod(caller(context), input)),
    hold: os.hold.handler(({ context, input }) => does.hold(caller(context), input)),
    lift: os.lift.handler(({ context, input }) => does.lift(caller(context), input)),
    propose: os.propose.handler(({ context, input }) => does.propose(caller(context), input)),
    batches: os.batches.handler(async ({ context }) => ({ batches: await does.batches(caller(context)) })),
    batch: os.batch.handler(({ context, input }) => batch(context, input.id)),
    decide: os.decide.handler(({ context, input }) => does.decide(caller(context), input)),
    proceed: os.proceed.handler(({ context, input }) => does.proceed(caller(context), input.id)),
    stop: os.stop.handler(({ context, input }) => does.stop(caller(context), input.id)),
  }
}

const periodOf = ({ months, basis, by, at }: Period) => ({ months, basis, by, at })

/** The number beside the name, where the two differ. */
function titleOf(type: RecordType, name: { title: string; key: string } | undefined): string | null {
  if (!name) return null
  return name.title === name.key || fieldOf(type, type.title).kind === 'reference'
    ? name.title
    : `${name.title}（${name.key}）`
}

type Hold = { id: string; record_type: string; record_id: string; reason: string; until: Day; by: string }
const recordOf = (hold: Hold): NamedRecord => ({ type: hold.record_type, id: hold.record_id })

async function holdsNow({ db, scope }: Reader<unknown>): Promise<Hold[]> {
  const { rows } =
    await sql<Hold>`select id, record_type, record_id, reason, until, held_name as by from platform.retention_hold
    where office_id = ${scope.office} and lifted_at is null and until >= ${today()} order by until, id`.execute(
      db as Reader<Record<string, never>>['db'],
    )
  return rows
}
