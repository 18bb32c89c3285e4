import { read } from '../../db/transaction.ts'
import type { Figures } from '../../figures/registry.ts'
import { callerOf, type GuardedContext } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import type { Override } from '../../rules/judge.ts'
import { scopeOfDeed } from '../procedures.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { Asking } from '../write-change.ts'
import { type BulkView, bulkContract } from './contract.ts'
import { performBulk } from './perform-bulk.ts'
import { previewBulk } from './preview-bulk.ts'
import { selectRecords } from './select-records.ts'
import { previewBulkUndo, undoBulk } from './undo-bulk.ts'
import { viewBulk } from './view-bulk.ts'

/** The procedures of acts on many records, the same for every record type. */
export function bulkProcedures(records: Records, figures: Figures) {
  const os = implementer(bulkContract)
  const asking = (context: GuardedContext, type: string, deed: 'record' | 'correct'): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, type, deed), actor: { id, name } }
  }
  const typeOf = (id: string) => behaviourNamed(records, id).type
  return {
    select: os.select.handler(async ({ input, context }) =>
      selectRecords(records, scopeOfDeed(records, context, input.type, 'see'), input),
    ),
    preview: os.preview.handler(async ({ input, context }) =>
      previewBulk(records, figures, asking(context, input.type, 'record'), {
        ...input,
        idempotencyKey: '',
        overrides: input.overrides as readonly Override[],
      }),
    ),
    perform: os.perform.handler(async ({ input, context }) =>
      performBulk(records, asking(context, input.type, 'record'), {
        ...input,
        overrides: input.overrides as readonly Override[],
      }),
    ),
    get: os.get.handler(async ({ input, context }) => {
      const type = typeOf(input.type)
      const { permissions } = callerOf(context)
      const mayUndo = permissions.has('records.correct') && permissions.has(type.permissions.correct)
      const scope = scopeOfDeed(records, context, type.id, 'see')
      return await read<unknown, BulkView>(records.database, scope, (reader) =>
        viewBulk(records, reader, type, input.change, mayUndo),
      )
    }),
    undoPreview: os.undoPreview.handler(async ({ input, context }) =>
      previewBulkUndo(records, asking(context, input.type, 'correct'), typeOf(input.type), input.change),
    ),
    undo: os.undo.handler(async ({ input, context }) =>
      undoBulk(records, asking(context, input.type, 'correct'), typeOf(input.type), {
        ...input,
        overrides: [],
      }),
    ),
  }
}
