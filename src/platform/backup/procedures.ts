import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import { type Context, callerOf } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { backupContract } from './contract.ts'
import type { BackupKeeper } from './keeper.ts'
import { restoreProcedures } from './restore-procedures.ts'
import { itsOwnTools } from './source.ts'

/** The handlers of backups; without a keeper the server looks after its own. */
export function backupProcedures(keeper: BackupKeeper | null) {
  const begun = implementer(backupContract)
  const kept = () => {
    if (!keeper) throw itsOwnTools()
    return keeper
  }
  const tell = async (context: Context, id?: string) => {
    const event = { ...originOf(), kind: 'act', subject: { type: 'backup', id } } as const
    await appendEvent(context.database.pool, callerOf(context).office, event)
  }
  return begun.router({
    status: begun.status.handler(async () => (keeper ? await keeper.status() : { kept: null, work: null })),
    begin: begun.begin.handler(async ({ context }) => {
      await kept().begin()
      await tell(context)
      context.log.info({ event: 'backup begun' })
      return { begun: true }
    }),
    check: begun.check.handler(async ({ context, input }) => {
      await kept().desk.check(input.name)
      await tell(context, input.name)
      return { begun: true }
    }),
    drill: begun.drill.handler(async ({ context, input }) => {
      await kept().desk.drill(input.name)
      await tell(context, input.name)
      return { begun: true }
    }),
    stop: begun.stop.handler(async ({ context }) => {
      const stopped = await kept().stop()
      await tell(context)
      return { stopped }
    }),
    ...restoreProcedures(kept),
  })
}
