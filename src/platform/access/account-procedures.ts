import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { callerOf, type Context, type GuardedContext } from '../rpc/server/context.ts'
import { type Text, text } from '../text.ts'
import type { accountContract } from './account-contract.ts'
import type { AccountManagement, Manager } from './account-management.ts'
import type { Roles } from './role.ts'

type Begun = ImplementerInternalWithMiddlewares<typeof accountContract, Context, GuardedContext>

/** The handlers of account management. What was done is logged by account and role, never with a password. */
export function accountHandlers(
  begun: Begun,
  management: AccountManagement,
  roles: Roles,
  permissionWords: Readonly<Record<string, Text>>,
) {
  const by = (context: Context): Manager => {
    const { office, id } = callerOf(context)
    return { office, account: id }
  }
  return {
    accountsList: begun.accountsList.handler(async ({ context }) => ({
      accounts: await management.list(callerOf(context).office),
    })),
    accountsAdd: begun.accountsAdd.handler(async ({ input, context }) => {
      const added = await management.add(by(context), input)
      context.log.info({ event: 'account added', subject: added.id, role: input.role, place: input.place })
      return added
    }),
    accountsGrantRole: begun.accountsGrantRole.handler(async ({ input: { account, ...role }, context }) => {
      const id = await management.grantRole(by(context), account, role)
      context.log.info({
        event: 'role granted',
        subject: account,
        grant: id,
        role: role.role,
        place: role.place,
      })
      return { id }
    }),
    accountsEndRole: begun.accountsEndRole.handler(async ({ input: { id, on }, context }) => {
      await management.endRole(by(context), id, on)
      context.log.info({ event: 'role ended', grant: id })
      return { done: true }
    }),
    accountsResetPassword: begun.accountsResetPassword.handler(async ({ input, context }) => {
      const reset = await management.resetPassword(by(context), input.account)
      context.log.info({ event: 'password reset', subject: input.account })
      return reset
    }),
    rolesCatalogue: begun.rolesCatalogue.handler(() => ({
      roles: Object.entries(roles).map(([id, { words, permissions }]) => ({
        id,
        words,
        permissions: permissions.map((permission) => ({
          id: permission,
          words: permissionWords[permission] ?? text(permission, permission),
        })),
      })),
    })),
    accountPlaces: begun.accountPlaces.handler(async ({ context }) => ({
      places: [...(await management.places(callerOf(context).office))],
    })),
  }
}
