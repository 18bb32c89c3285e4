import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import { resolveKnown } from '../figures/resolve.ts'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Override } from '../rules/judge.ts'
import { callerOf, type GuardedContext } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { changesSince } from './changes.ts'
import { recordsContract } from './contract.ts'
import { findingsOn, type OpenTypes } from './findings.ts'
import { keepView } from './keep-view.ts'
import { listRecords, newestChange } from './list.ts'
import { today } from '../values/day.ts'
import type { RecordType } from './record-type.ts'
import { behaviourNamed, type Records } from './records.ts'
import { revealValue } from './reveal.ts'
import { searchRecords } from './search.ts'
import { viewRecord } from './view.ts'
import { correctRecord, eraseRecord, recordEvent, removeRecord } from './write.ts'
import type { Asking } from './write-change.ts'

/** The procedures of the records contract, the same for every record type. */
export function recordsProcedures(records: Records) {
  const os = implementer(recordsContract)
  const asking = (context: GuardedContext, type: string, deed: 'record' | 'correct' | 'see'): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, type, deed), actor: { id, name } }
  }
  const openTo = (context: GuardedContext): OpenTypes => {
    const { permissions } = callerOf(context)
    return [...records.engine.types.values()]
      .filter((type) => permissions.has(type.permissions.see))
      .map((type) => ({ type, scope: scopeOfDeed(records, context, type.id, 'see') }))
  }
  /** A stale write is answered with what stands now, so that both versions can be shown. */
  const withBothVersions = async <T>(
    context: GuardedContext,
    input: { type: string; id?: string | undefined },
    act: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'STALE' || input.id === undefined) throw error
      const now = await viewRecord(
        records,
        context.scope,
        { type: input.type, id: input.id, asOf: undefined, known: null },
        { record: true, correct: true },
      )
      throw new Refusal('STALE', error.words, { ...error.data, current: now })
    }
  }
  const overrides = (
    given: readonly {
      rule: string
      reason: string
      documentNo?: string | undefined
      approver?: string | undefined
    }[],
  ) => given as readonly Override[]

  return {
    list: os.list.handler(async ({ input, context }) =>
      listRecords(
        records,
        scopeOfDeed(records, context, input.type, 'see'),
        input,
        await resolveKnown(records, context.scope, input.knownAt),
      ),
    ),
    search: os.search.handler(async ({ input, context }) => {
      const { asOf = today(), find, limit } = input
      const known = await resolveKnown(records, context.scope, input.knownAt)
      const caller = callerOf(context)
      const groups = await Promise.all(
        openTo(context).map(({ type, scope }) => {
          const whole = caller.permissions.has('records.reveal')
            ? { whole: intersection(scope, caller.scopeOf('records.reveal')) }
            : {}
          return searchRecords(records, scope, type, { find, asOf, known, limit, ...whole })
        }),
      )
      // Who is found by the whole of a personal value was looked up by it: the chain says so before the answer goes out.
      for (const { type, held } of groups)
        for (const { id, field } of held)
          await appendEvent(context.database.pool, caller.office, {
            ...originOf(),
            kind: 'reveal',
            subject: { type, id },
            details: { field, found: 'whole value' },
          })
      return {
        groups: groups.flatMap(({ type, total, records: found }) =>
          total > 0 ? [{ type, total, records: found }] : [],
        ),
        asOf,
        knownAt: String(known ?? (await newestChange(records, context.scope))),
      }
    }),
    get: os.get.handler(async ({ input, context }) => {
      const known = await resolveKnown(records, context.scope, input.knownAt)
      const { permissions } = callerOf(context)
      const { type } = behaviourNamed(records, input.type)
      const { permissions: needed } = type
      const may = {
        record: permissions.has('records.record') && permissions.has(needed.record),
        correct: permissions.has('records.correct') && permissions.has(needed.correct),
      }
      const shown = await viewRecord(
        records,
        scopeOfDeed(records, context, input.type, 'see'),
        { type: input.type, id: input.id, asOf: input.asOf, known },
        may,
      )
      await keepView(records, context.scope.office, type, shown.id)
      return shown
    }),
    reveal: os.reveal.handler(async ({ input, context }) => ({
      value: await revealValue(records, scopeOfDeed(records, context, input.type, 'see'), {
        ...input,
        known: await resolveKnown(records, context.scope, input.knownAt),
      }),
    })),
    record: os.record.handler(({ input, context }) =>
      withBothVersions(context, input, () => {
        refuseFromOutside(behaviourNamed(records, input.type).type, input.act)
        return recordEvent(records, asking(context, input.type, 'record'), {
          ...input,
          overrides: overrides(input.overrides),
        })
      }),
    ),
    correct: os.correct.handler(({ input, context }) =>
      withBothVersions(context, input, () =>
        correctRecord(records, asking(context, input.type, 'correct'), {
          ...input,
          overrides: overrides(input.overrides),
        }),
      ),
    ),
    remove: os.remove.handler(({ input, context }) =>
      removeRecord(records, asking(context, input.type, 'correct'), { ...input, overrides: [] }),
    ),
    erase: os.erase.handler(({ input, context }) =>
      eraseRecord(records, asking(context, input.type, 'see'), { ...input, overrides: [] }),
    ),
    changes: os.changes.handler(async ({ input, context }) =>
      changesSince(records, context.scope, {
        ...input,
        known: await resolveKnown(records, context.scope, input.knownAt),
      }),
    ),
    findings: os.findings.handler(async ({ input, context }) => ({
      findings: await findingsOn(
        records,
        openTo(context),
        input,
        await resolveKnown(records, context.scope, input.knownAt),
      ),
    })),
  }
}

/**
 * The places where the caller may do this with records of this type: a record type asks for a permission of its area of
 * work beside the general one. @throws Refusal FORBIDDEN
 */
export function scopeOfDeed(
  records: Records,
  context: GuardedContext,
  type: string,
  deed: 'see' | 'record' | 'correct',
): Scope {
  const permission = behaviourNamed(records, type).type.permissions[deed]
  const caller = callerOf(context)
  if (!caller.permissions.has(permission))
    throw new Refusal('FORBIDDEN', notYours(permission), { permission })
  return intersection(context.scope, caller.scopeOf(permission))
}

function intersection(a: Scope, b: Scope): Scope {
  if (a.places === 'all') return b
  const { places } = b
  return places === 'all'
    ? a
    : { office: a.office, places: a.places.filter((place) => places.includes(place)) }
}

const notYours = (permission: string) =>
  text(
    `您的角色没有此项权限（${permission}）。如工作需要，请联系系统管理员。`,
    `Your roles do not hold the permission “${permission}”. Ask the administrator if your work needs it.`,
  )

function refuseFromOutside({ acts }: RecordType, kind: string): void {
  const act = acts.find((one) => one.kind === kind)
  if (act?.onlyByProgram)
    throw new Refusal(
      'INVALID',
      text(
        `“${act.label.zh}”由程序自动登记，不能人工录入。`,
        `“${act.label.en}” is recorded by the program itself and cannot be entered.`,
      ),
      { act: kind },
    )
}
