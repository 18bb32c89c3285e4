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
      context.log.info({ event: 'backup begun' })
      return { begun: true }
    }),
  })
}
