import { resolveKnown } from '../figures/resolve.ts'
import { Refusal } from '../refusal.ts'
import type { Override } from '../rules/judge.ts'
import { callerOf, type GuardedContext } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { changesSince } from './changes.ts'
import { recordsContract } from './contract.ts'
import { findingsOn } from './findings.ts'
import { listRecords } from './list.ts'
import type { Records } from './records.ts'
import { viewRecord } from './view.ts'
import { type Asking, correctRecord, eraseRecord, recordEvent, removeRecord } from './write.ts'

/** The procedures of the records contract, the same for every record type. */
export function recordsProcedures(records: Records) {
  const os = implementer(recordsContract)
  const asking = (context: GuardedContext): Asking => {
    const { id, name } = callerOf(context)
    return { scope: context.scope, actor: { id, name } }
  }
  /** A stale write is answered with what stands now, so that both versions can be shown. */
  const withBothVersions = async <T>(context: GuardedContext, input: { type: string; id?: string | undefined }, act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'STALE' || input.id === undefined) throw error
      const now = await viewRecord(records, context.scope, { type: input.type, id: input.id, asOf: undefined, known: null }, { record: true, correct: true })
      throw new Refusal('STALE', error.words, { ...error.data, current: now })
    }
  }
  const overrides = (given: readonly { rule: string; reason: string; documentNo?: string | undefined; approver?: string | undefined }[]) => given as readonly Override[]

  return {
    list: os.list.handler(async ({ input, context }) => listRecords(records, context.scope, input, await resolveKnown(records, context.scope, input.knownAt))),
    get: os.get.handler(async ({ input, context }) => {
      const known = await resolveKnown(records, context.scope, input.knownAt)
      const { permissions } = callerOf(context)
      const may = { record: permissions.has('records.record'), correct: permissions.has('records.correct') }
      return await viewRecord(records, context.scope, { type: input.type, id: input.id, asOf: input.asOf, known }, may)
    }),
    record: os.record.handler(({ input, context }) =>
      withBothVersions(context, input, () => recordEvent(records, asking(context), { ...input, overrides: overrides(input.overrides) })),
    ),
    correct: os.correct.handler(({ input, context }) =>
      withBothVersions(context, input, () => correctRecord(records, asking(context), { ...input, overrides: overrides(input.overrides) })),
    ),
    remove: os.remove.handler(({ input, context }) => removeRecord(records, asking(context), { ...input, overrides: [] })),
    erase: os.erase.handler(({ input, context }) => eraseRecord(records, asking(context), { ...input, overrides: [] })),
    changes: os.changes.handler(({ input, context }) => changesSince(records, context.scope, input)),
    findings: os.findings.handler(async ({ input, context }) => ({
      findings: await findingsOn(records, context.scope, input, await resolveKnown(records, context.scope, input.knownAt)),
    })),
  }
}

