import type { ExportsReaching } from '../../audit/exports-reaching.ts'
import { callerOf } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import { scopeOfDeed } from '../procedures.ts'
import type { Records } from '../records.ts'
import { copyContract } from './contract.ts'
import { copyRecord } from './copy-record.ts'
import { viewLooks } from './view-looks.ts'

export function copyProcedures(records: Records, exportsReaching: ExportsReaching) {
  const os = implementer(copyContract)
  return {
    copy: os.copy.handler(({ input, context }) => {
      const { permissions } = callerOf(context)
      const scope = scopeOfDeed(records, context, input.type, 'see')
      return copyRecord(
        records,
        scope,
        input,
        (type) => permissions.has(type.permissions.see),
        exportsReaching,
      )
    }),
    looks: os.looks.handler(({ input, context }) =>
      viewLooks(records, scopeOfDeed(records, context, input.type, 'see'), input, exportsReaching),
    ),
  }
}
