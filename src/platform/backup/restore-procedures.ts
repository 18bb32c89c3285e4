import { originOf } from '../audit/origin.ts'
import { Refusal } from '../refusal.ts'
import { callerOf } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { text } from '../text.ts'
import { consequencesOf } from './consequences.ts'
import type { BackupDesk } from './desk.ts'
import type { BackupKeeper } from './keeper.ts'
import { restoreContract } from './restore-contract.ts'
import {
  askRestore,
  beginRestore,
  decideRestore,
  endRestores,
  listRestores,
  readyRestore,
} from './restore-requests.ts'

type Wanted = { readonly backup: string; readonly target: string | null }

/** The handlers of restores: what one would do, the asking, the agreement of a second person, and the beginning. */
export function restoreProcedures(kept: () => Pick<BackupKeeper, 'desk'>) {
  const begun = implementer(restoreContract)
  return {
    consequences: begun.consequences.handler(async ({ context, input }) =>
      consequencesOf(context.database, callerOf(context).office, {
        backup: input.backup,
        at: await momentOf(kept().desk, input),
      }),
    ),
    restores: begun.restores.handler(async ({ context }) =>
      listRestores(context.database, callerOf(context).office, null),
    ),
    askRestore: begun.askRestore.handler(async ({ context, input }) => {
      const { desk } = kept()
      await momentOf(desk, input)
      await desk.refuseImpossible(await desk.backupNamed(input.backup))
      return await askRestore(context.database, callerOf(context), input)
    }),
    restoresToDecide: begun.restoresToDecide.handler(async ({ context }) => {
      const { office, id } = callerOf(context)
      return await listRestores(context.database, office, id)
    }),
    decideRestore: begun.decideRestore.handler(async ({ context, input }) =>
      decideRestore(context.database, callerOf(context), input),
    ),
    beginRestore: begun.beginRestore.handler(async ({ context, input }) => {
      const { desk } = kept()
      const { database } = context
      const by = callerOf(context)
      const { id, office: typed } = input
      const stored = await readyRestore(database, by.office, { id, typed })
      const at = await momentOf(desk, stored)
      const { changes } = await consequencesOf(database, by.office, { backup: stored.backup, at })
      await desk.restore(
        {
          backup: stored.backup,
          target: stored.target,
          reason: stored.reason,
          origin: originOf(),
          details: {
            request: stored.id,
            askedBy: stored.asked_name,
            agreedBy: stored.decided_name ?? '',
            changesGivenUp: String(changes),
          },
        },
        () => beginRestore(database, by, id),
        (failure) => endRestores(database, by.office, failure),
      )
      context.log.info({ event: 'restore begun', backup: stored.backup })
      return { begun: true }
    }),
  }
}

/** The moment that the office would be as of. @throws Refusal where the backup is not there or cannot reach it */
async function momentOf(desk: BackupDesk, { backup, target }: Wanted): Promise<string> {
  const { at } = (await desk.backupNamed(backup)).manifest
  if (target === null) return at
  const wanted = new Date(target).toISOString()
  if (wanted >= at && Date.parse(wanted) <= Date.now()) return wanted
  throw new Refusal(
    'INVALID',
    text(
      `时刻 ${wanted} 应在备份（${at}）之后、现在之前。请改正，或另选一份备份。`,
      `The moment ${wanted} has to lie after the backup (${at}) and before now. Put it right, or choose another backup.`,
    ),
    { field: 'target', value: target },
  )
}
