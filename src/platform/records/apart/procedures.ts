import { callerOf, type GuardedContext } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import { scopeOfDeed } from '../procedures.ts'
import type { Records } from '../records.ts'
import type { Asking } from '../write-change.ts'
import { apartContract } from './contract.ts'
import { listApart } from './list-apart.ts'
import { takeBackApart, tellApart } from './tell-apart.ts'

/** The procedures of records that look like one and are two, the same for every record type that may be merged. */
export function apartProcedures(records: Records) {
  const os = implementer(apartContract)
  const asking = (context: GuardedContext, type: string): Asking => {
    const { id, name } = callerOf(context)
    return { scope: scopeOfDeed(records, context, type, 'correct'), actor: { id, name } }
  }
  return {
    list: os.list.handler(({ input, context }) =>
      listApart(records, scopeOfDeed(records, context, input.type, 'see'), input),
    ),
    tell: os.tell.handler(({ input, context }) => tellApart(records, asking(context, input.type), input)),
    takeBack: os.takeBack.handler(({ input, context }) =>
      takeBackApart(records, asking(context, input.type), input),
    ),
  }
}
