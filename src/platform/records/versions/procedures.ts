import { resolveKnown } from '../../figures/resolve.ts'
import { callerOf } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import type { Override } from '../../rules/judge.ts'
import { scopeOfDeed } from '../procedures.ts'
import { behaviourNamed, type Records } from '../records.ts'
import { compareVersions } from './compare-versions.ts'
import { versionsContract } from './contract.ts'
import { restoreParts } from './restore-parts.ts'

/** The procedures of versions, the same for every record type. */
export function versionsProcedures(records: Records) {
  const os = implementer(versionsContract)
  return {
    compare: os.compare.handler(async ({ input, context }) => {
      const { id, before, after, type } = input
      const { permissions } = callerOf(context)
      const needed = behaviourNamed(records, type).type.permissions.correct
      const scope = scopeOfDeed(records, context, type, 'see')
      const known = await resolveKnown(records, scope, input.knownAt)
      const mayRestore = permissions.has('records.correct') && permissions.has(needed) && known === null
      return await compareVersions(records, scope, { type, id, before, after, known }, mayRestore)
    }),
    restore: os.restore.handler(async ({ input, context }) => {
      const { id, name } = callerOf(context)
      const scope = scopeOfDeed(records, context, input.type, 'correct')
      return await restoreParts(
        records,
        { scope, actor: { id, name } },
        { ...input, overrides: input.overrides as readonly Override[] },
      )
    }),
  }
}
