import { read } from '../../db/transaction.ts'
import type { Figures } from '../../figures/registry.ts'
import { callerOf, type GuardedContext } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import type { Override } from '../../rules/judge.ts'
import { scopeOfDeed } from '../procedures.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { Asking } from '../write-change.ts'
import { alikeRecords } from './alike-records.ts'
import { type MergeView, mergeContract } from './contract.ts'
import { performMerge } from './perform-merge.ts'
import { previewMerge } from './preview-merge.ts'
import { previewUnmerge, undoMerge } from './undo-merge.ts'
import { viewMerge } from './view-merge.ts'

/** The procedures of merges, the same for every record type that may be merged. */
export function mergeProcedures(records: Records, figures: Figures) {
  const os = implementer(mergeContract)
  const asking = (context: GuardedContext, type: string): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, type, 'correct'), actor: { id, name } }
  }
  const seeing = (context: GuardedContext, type: string) => scopeOfDeed(records, context, type, 'see')
  const typeOf = (id: string) => behaviourNamed(records, id).type
  return {
    alike: os.alike.handler(async ({ input, context }) =>
      alikeRecords(records, seeing(context, input.type), input),
    ),
    preview: os.preview.handler(async ({ input, context }) =>
      previewMerge(records, figures, asking(context, input.type), { ...input, overrides: [] }),
    ),
    perform: os.perform.handler(async ({ input, context }) =>
      performMerge(records, asking(context, input.type), {
        ...input,
        overrides: input.overrides as readonly Override[],
      }),
    ),
    get: os.get.handler(async ({ input, context }) => {
      const type = typeOf(input.type)
      const { permissions } = callerOf(context)
      const mayUndo = permissions.has('records.correct') && permissions.has(type.permissions.correct)
      return await read<unknown, MergeView>(records.database, seeing(context, type.id), (reader) =>
        viewMerge(records.engine, reader, type, input.change, mayUndo),
      )
    }),
    undoPreview: os.undoPreview.handler(async ({ input, context }) =>
      previewUnmerge(records, asking(context, input.type), typeOf(input.type), input.change),
    ),
    undo: os.undo.handler(async ({ input, context }) =>
      undoMerge(records, asking(context, input.type), typeOf(input.type), { ...input, overrides: [] }),
    ),
  }
}
