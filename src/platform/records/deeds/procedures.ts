import { read } from '../../db/transaction.ts'
import { resolveKnown } from '../../figures/resolve.ts'
import type { Figures } from '../../figures/registry.ts'
import type { GuardedContext } from '../../rpc/server/context.ts'
import { callerOf } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import type { Override } from '../../rules/judge.ts'
import { scopeOfDeed } from '../procedures.ts'
import { behaviourNamed, noSuchRecord, type Records } from '../records.ts'
import type { Asking } from '../write-change.ts'
import { deedsContract, type Lineage } from './contract.ts'
import { correctDeed } from './correct-deed.ts'
import { lineageOf } from './lineage.ts'
import { performDeed } from './perform-deed.ts'
import { previewDeed } from './preview-deed.ts'
import { viewDeed } from './view-deed.ts'

/** The procedures of the deeds contract, the same for every record type. */
export function deedsProcedures(records: Records, figures: Figures) {
  const os = implementer(deedsContract)
  const asking = (context: GuardedContext, type: string, deed: 'record' | 'correct'): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, type, deed), actor: { id, name } }
  }
  const seeing = (context: GuardedContext, type: string) => scopeOfDeed(records, context, type, 'see')
  const knownOf = (context: GuardedContext, knownAt: string | undefined) =>
    resolveKnown(records, context.scope, knownAt)

  return {
    preview: os.preview.handler(async ({ input, context }) =>
      previewDeed(records, figures, asking(context, input.type, 'record'), {
        ...input,
        idempotencyKey: '',
        overrides: [],
      }),
    ),
    perform: os.perform.handler(async ({ input, context }) =>
      performDeed(records, asking(context, input.type, 'record'), {
        ...input,
        overrides: input.overrides as readonly Override[],
      }),
    ),
    get: os.get.handler(async ({ input, context }) => {
      const { type } = behaviourNamed(records, input.type)
      const known = await knownOf(context, input.knownAt)
      return await viewDeed(records, seeing(context, type.id), type, input.deed, known)
    }),
    correct: os.correct.handler(async ({ input, context }) =>
      correctDeed(records, asking(context, input.type, 'correct'), {
        ...input,
        overrides: input.overrides as readonly Override[],
      }),
    ),
    lineage: os.lineage.handler(async ({ input, context }) => {
      const { type } = behaviourNamed(records, input.type)
      const known = await knownOf(context, input.knownAt)
      return await read<unknown, Lineage>(
        records.database,
        seeing(context, type.id),
        async (reader) => {
          const lineage = await lineageOf(records.engine, reader, type, input.id)
          if (lineage.nodes.length === 0) throw noSuchRecord(type, input.id)
          return lineage
        },
        known,
      )
    }),
  }
}
