import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { callerOf, type Context, type GuardedContext } from '../rpc/server/context.ts'
import { type Text, text } from '../text.ts'
import { appendAct } from './account-events.ts'
import type { accountContract, CatalogueRole } from './account-contract.ts'
import type { AccountManagement } from './account-management.ts'
import { accountRefusals } from './account-refusals.ts'
import { isAdministrator } from './administrators.ts'
import { openClosing } from './closing.ts'
import { grantsHere } from './grants-here.ts'
import type { ListParts } from './list-accounts.ts'
import type { Manager } from './manager.ts'
import { readPolicy, writePolicy } from './policy.ts'
import type { Roles } from './role.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'

function catalogueOf(roles: Roles, permissionWords: Readonly<Record<string, Text>>): CatalogueRole[] {
  return Object.entries(roles).map(([id, { words, permissions }]) => ({
    id,
    words,
    administrator: isAdministrator(id),
    permissions: permissions.map((permission) => ({
      id: permission,
      words: permissionWords[permission] ?? text(permission, permission),
    })),
  }))
}

/** An act that has no transaction of its own to be an event of. */
const done = async (context: Context, account: string, details: Parameters<typeof appendAct>[3]) =>
  await appendAct(context.database.pool, callerOf(context).office, account, details)

type Begun = ImplementerInternalWithMiddlewares<typeof accountContract, Context, GuardedContext>

/** The handlers of account management. What was done is logged by account and role, never with a password. */
export function accountHandlers(
  begun: Begun,
  management: AccountManagement,
  roles: Roles,
  permissionWords: Readonly<Record<string, Text>>,
  limiter: SignInLimiter,
  parts: ListParts,
) {
  const closing = openClosing(parts.database)
  const catalogue = () => catalogueOf(roles, permissionWords)
  const by = (context: Context): Manager => {
    const { office, id } = callerOf(context)
    return { office, account: id }
  }
  return {
    accountsList: begun.accountsList.handler(async ({ context }) => {
      const accounts = await management.list(callerOf(context).office)
      const names = await limiter.lockedOf(accounts.map(({ username }) => username))
      const locked = accounts.filter(({ username }) => names.has(username)).map(({ id }) => id)
      return { accounts, locked }
    }),
    accountsAdd: begun.accountsAdd.handler(async ({ input, context }) => {
      const added = await management.add(by(context), input)
      context.log.info({ event: 'account added', subject: added.id })
      return added
    }),
    accountsClose: begun.accountsClose.handler(async ({ input: { account, reason }, context }) => {
      await closing.close(by(context), account, reason)
      context.log.info({ event: 'account closed', subject: account })
      return { done: true }
    }),
    accountsOpen: begun.accountsOpen.handler(async ({ input: { account, reason }, context }) => {
      await closing.open(by(context), account, reason)
      context.log.info({ event: 'account opened', subject: account })
      return { done: true }
    }),
    accountsEndSessions: begun.accountsEndSessions.handler(async ({ input: { account }, context }) => {
      const ended = await closing.endSessions(by(context), account)
      context.log.info({ event: 'sessions ended', subject: account, ended })
      return { ended }
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
    accountsResetSecondFactor: begun.accountsResetSecondFactor.handler(async ({ input, context }) => {
      await management.resetSecondFactor(by(context), input.account)
      context.log.info({ event: 'second factor reset', subject: input.account })
      return { done: true }
    }),
    accountsUnlink: begun.accountsUnlink.handler(async ({ input, context }) => {
      await management.unlink(by(context), input.account)
      context.log.info({ event: 'provider unlinked', subject: input.account })
      return { done: true }
    }),
    accountsUnlock: begun.accountsUnlock.handler(async ({ input, context }) => {
      await limiter.unlock(await management.usernameOf(callerOf(context).office, input.account))
      await done(context, input.account, { what: 'account unlocked' })
      context.log.info({ event: 'account unlocked', subject: input.account })
      return { done: true }
    }),
    policy: begun.policy.handler(({ context }) =>
      readPolicy(context.database.pool, callerOf(context).office),
    ),
    setPolicy: begun.setPolicy.handler(async ({ input, context }) => {
      const unknown = input.secondFactor.roles.find((role) => !Object.hasOwn(roles, role))
      if (unknown !== undefined) throw accountRefusals.noPolicyRole(unknown)
      await writePolicy(context.database.pool, callerOf(context).office, input)
      await done(context, 'policy', { what: 'rules of sign-in set', ...input })
      context.log.info({ event: 'access policy set', policy: input })
      return { done: true }
    }),
    rolesCatalogue: begun.rolesCatalogue.handler(() => ({ roles: catalogue() })),
    grantsHere: begun.grantsHere.handler(async ({ context }) => {
      const accounts = await grantsHere(parts, context.scope)
      const named = new Set(accounts.flatMap((account) => account.roles.map(({ role }) => role)))
      return { accounts, roles: catalogue().filter(({ id }) => named.has(id)) }
    }),
    accountHoldings: begun.accountHoldings.handler(async ({ input, context }) => ({
      holdings: [...(await management.holdings(callerOf(context).office, input.find))],
    })),
    accountPlaces: begun.accountPlaces.handler(async ({ context }) => ({
      places: [...(await management.places(callerOf(context).office))],
    })),
  }
}
