import { resolveKnown } from '../../figures/resolve.ts'
import { callerOf } from '../../rpc/server/context.ts'
import { implementer } from '../../rpc/server/implementer.ts'
import type { Override } from '../../rules/judge.ts'
import { keepView } from '../keep-view.ts'
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
      const { type: declared } = behaviourNamed(records, type)
      const scope = scopeOfDeed(records, context, type, 'see')
      const known = await resolveKnown(records, scope, input.knownAt)
      const mayCorrect = permissions.has('records.correct') && permissions.has(declared.permissions.correct)
      const asked = { type, id, before, after, known }
      const compared = await compareVersions(records, scope, asked, mayCorrect && known === null)
      await keepView(records, scope.office, declared, id)
      return compared
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
