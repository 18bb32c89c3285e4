import { callerOf } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import { scopeOfDeed } from '../procedures.ts'
import type { Records } from '../records.ts'
import { copyContract } from './contract.ts'
import { copyRecord } from './copy-record.ts'

export function copyProcedures(records: Records) {
  const os = implementer(copyContract)
  return {
    copy: os.copy.handler(({ input, context }) => {
      const { permissions } = callerOf(context)
      const scope = scopeOfDeed(records, context, input.type, 'see')
      return copyRecord(records, scope, input, (type) => permissions.has(type.permissions.see))
    }),
  }
}
