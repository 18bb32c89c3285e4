import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import { callerOf } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { backupContract } from './contract.ts'
import type { BackupKeeper } from './keeper.ts'
import { itsOwnTools } from './source.ts'

/** The handlers of backups; without a keeper the server looks after its own. */
export function backupProcedures(keeper: BackupKeeper | null) {
  const begun = implementer(backupContract)
  return begun.router({
    status: begun.status.handler(async () => (keeper ? await keeper.status() : { kept: null, work: null })),
    begin: begun.begin.handler(async ({ context }) => {
      if (!keeper) throw itsOwnTools()
      await keeper.begin()
      const event = { ...originOf(), kind: 'act', subject: { type: 'backup' } } as const
      await appendEvent(context.database.pool, callerOf(context).office, event)
      context.log.info({ event: 'backup begun' })
      return { begun: true }
    }),
  })
}
