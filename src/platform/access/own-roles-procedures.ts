import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { callerOf, type Context, type GuardedContext } from '../rpc/server/context.ts'
import { isAdministrator } from './administrators.ts'
import { type HandingOn, type Holder, mostDaysHandedOn } from './hand-on.ts'
import { type ListParts, listAccounts } from './list-accounts.ts'
import { listHandedOn } from './list-handed-on.ts'
import type { ownRolesContract } from './own-roles-contract.ts'
import { shownRole } from './shown-role.ts'

type Begun = ImplementerInternalWithMiddlewares<typeof ownRolesContract, Context, GuardedContext>

/** The handlers of what somebody sees of their own roles, and hands on for an absence. */
export function ownRolesHandlers(begun: Begun, parts: ListParts, handingOn: HandingOn) {
  const by = (context: Context): Holder => {
    const { office, id } = callerOf(context)
    return { office, account: id }
  }
  return {
    ownRoles: begun.ownRoles.handler(async ({ context }) => {
      const { office, account } = by(context)
      const [own] = await listAccounts(parts, office, account)
      const roles = (own?.roles ?? []).map((role) => ({
        ...shownRole(role),
        mayHandOn: role.state === 'in_force' && role.why.handedOn === null && !isAdministrator(role.role),
      }))
      return { roles, handedOn: await listHandedOn(parts, office, account), mostDays: mostDaysHandedOn }
    }),
    handOnChoices: begun.handOnChoices.handler(async ({ input, context }) => {
      const { accounts, places, whole } = await handingOn.choices(by(context), input.grant)
      return { accounts: [...accounts], places: [...places], whole }
    }),
    handOnRole: begun.handOnRole.handler(async ({ input: { grant, ...asked }, context }) => {
      const id = await handingOn.handOn(by(context), grant, asked)
      context.log.info({ event: 'role handed on', subject: asked.account, grant: id, from: grant })
      return { id }
    }),
    takeBackRole: begun.takeBackRole.handler(async ({ input, context }) => {
      await handingOn.takeBack(by(context), input.grant)
      context.log.info({ event: 'role taken back', grant: input.grant })
      return { done: true }
    }),
  }
}
