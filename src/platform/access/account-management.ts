import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { type Day, today } from '../values/day.ts'
import type { AccountPlace, ListedAccount, OncePassword } from './account-contract.ts'
import { accountRefusals as refusals } from './account-refusals.ts'
import { type Accounts, requireRole } from './accounts.ts'
import { isAdministrator, mustRemain } from './administrators.ts'
import { grantRefusals } from './grant-refusals.ts'
import { endGrant, grantOne, heldFrom, inTransaction, lockGrants, type NewRole } from './grants.ts'
import { holdingKey } from './holding-key.ts'
import type { Holding } from './holdings.ts'
import { type ListParts, listAccounts } from './list-accounts.ts'
import type { Manager } from './manager.ts'
import { oneTimePassword } from './one-time-password.ts'
import { shownRole } from './shown-role.ts'
import { factorAbsent } from './second-factor-refusals.ts'
import { unlink } from './single-sign-on/unlink.ts'

export type RoleToGrant = {
  readonly role: string
  /** Id or code of a place of {@link AccountManagement.places}; null for the whole office. */
  readonly place: string | null
  readonly from?: Day | undefined
  /** The first day on which it no longer counts. */
  readonly to?: Day | undefined
  /** The id of a holding of the person: the role counts only while that is in force, and is held as on `from`. */
  readonly holding?: string | undefined
}

/** What an administrator does with the accounts of an office. Each act throws a Refusal of account-refusals.ts and then changes nothing. */
export type AccountManagement = {
  list(office: number): Promise<ListedAccount[]>
  places(office: number): Promise<readonly AccountPlace[]>
  holdings(office: number, find: string): Promise<readonly Holding[]>
  /** Without a role the account sees nothing until somebody grants it one. */
  add(by: Manager, account: { username: string; name: string }, role?: RoleToGrant): Promise<OncePassword>
  /** Answers the id by which the role is ended. */
  grantRole(by: Manager, account: string, role: RoleToGrant): Promise<string>
  /** From `on` (today by default) the role no longer counts: on today, from the next request. */
  endRole(by: Manager, grant: string, on?: Day): Promise<void>
  resetPassword(by: Manager, account: string): Promise<OncePassword>
  /** The device and its recovery codes count no longer, and every session of the account ends. */
  resetSecondFactor(by: Manager, account: string): Promise<void>
  /** The provider of single sign-on no longer opens the account, and the sessions that it began end. */
  unlink(by: Manager, account: string): Promise<void>
  /** The user name of the account, for what is remembered by user name. */
  usernameOf(office: number, account: string): Promise<string>
}

export type ManagementOptions = ListParts & {
  readonly accounts: Accounts
  /** The places over which roles are granted, today, by name and code alone; the area that owns places gives them. */
  readonly accountPlaces: (database: Database, office: number) => Promise<readonly AccountPlace[]>
}

const usernameShape = /^[a-z0-9][a-z0-9._-]{1,31}$/

export function manageAccounts(options: ManagementOptions): AccountManagement {
  const { database, accounts, roles, functions = {} } = options
  const places = (office: number) => options.accountPlaces(database, office)

  /** The role with its place found, or the refusal of what is wrong with it. */
  async function checked(by: Manager, asked: RoleToGrant): Promise<NewRole & { from: Day }> {
    const { role: id, place: named, from = today(), to, holding } = asked
    const role = requireRole(roles, id)
    refusePast(from)
    if (to !== undefined && to <= from) throw refusals.endsBefore(from, to)
    const days = { from, to: to ?? null }
    if (holding !== undefined && isAdministrator(id)) throw grantRefusals.administratorAlone(role.words)
    const tie = holding === undefined ? {} : { holding: await holdingOn(by.office, holding, from) }
    if (named === null) return { role: id, place: null, ...days, ...tie }
    if (isAdministrator(id)) throw refusals.wholeOfficeOnly(role.words)
    const place = (await places(by.office)).find(({ id: own, code }) => own === named || code === named)
    if (!place) throw refusals.noPlace(named)
    return { role: id, place: place.id, ...days, ...tie }
  }

  async function holdingOn(office: number, id: string, on: Day) {
    const key = await holdingKey(database.pool, functions, office, id, on)
    if (key === null) throw grantRefusals.noHolding(id, on)
    return { id, key }
  }

  return {
    places,
    holdings: async (office, find) => (await options.holdings?.find(database, office, find)) ?? [],
    list: async (office) =>
      (await listAccounts(options, office)).map((account) => ({
        ...account,
        roles: account.roles.map(shownRole),
      })),
    async add(by, { username: typed, name }, role) {
      const username = typed.trim().toLowerCase()
      if (!usernameShape.test(username)) throw refusals.username(typed)
      const password = oneTimePassword()
      const first = role ? [await checked(by, role)] : []
      const id = await accounts.createAccount({ office: by.office, username, name, password, roles: first })
      return { id, username, password }
    },
    async grantRole(by, account, asked) {
      const role = await checked(by, asked)
      const { words } = requireRole(roles, role.role)
      if (account === by.account) throw refusals.ownRole(words)
      return await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        await accountOf(client, by.office, account)
        const held = await heldFrom(client, functions, by.office, account, role, false)
        if (held !== null) throw refusals.held(words, held)
        return await grantOne(client, account, role, by.account)
      })
    },
    async endRole(by, grant, on = today()) {
      refusePast(on)
      await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        const { rows } = await client.query<{ role: string; to: Day | null }>(
          'select role, valid_to as "to" from access.grant where office_id = $1 and id = $2',
          [by.office, grant],
        )
        const [found] = rows
        if (!found) throw refusals.noGrant(grant)
        if (found.to !== null && found.to <= on) throw refusals.ended(found.to)
        if (mustRemain.includes(found.role)) await refuseLast(client, by.office, found.role, grant, on)
        await endGrant(client, grant, on)
      })
    },
    async resetPassword(by, account) {
      if (account === by.account) throw refusals.ownPassword()
      const { username, published } = await accountOf(database.pool, by.office, account)
      if (published) throw refusals.publishedPassword()
      const password = oneTimePassword()
      await accounts.setPassword(account, password)
      return { id: account, username, password }
    },
    async resetSecondFactor(by, account) {
      if (account === by.account) throw refusals.ownSecondFactor()
      await accountOf(database.pool, by.office, account)
      if (!(await accounts.secondFactors.has(account))) throw factorAbsent()
      await accounts.secondFactors.remove(account, 'second factor reset', (client) =>
        accounts.sessions.endOthers({}, account, client),
      )
    },
    async unlink(by, account) {
      await accountOf(database.pool, by.office, account)
      await unlink(database, accounts.sessions, account, {})
    },
    usernameOf: async (office, account) => (await accountOf(database.pool, office, account)).username,
  }
}

function refusePast(on: Day): void {
  if (on < today()) throw refusals.past(on, today())
}

async function accountOf(client: Pick<PoolClient, 'query'>, office: number, account: string) {
  const { rows } = await client.query<{ username: string; published: boolean }>(
    'select username, published from access.account where office_id = $1 and id = $2',
    [office, account],
  )
  if (!rows[0]) throw refusals.noAccount(account)
  return rows[0]
}

/** Somebody whose account is open must hold the role from `on` for ever: only one without an end counts. */
async function refuseLast(client: PoolClient, office: number, role: string, grant: string, on: Day) {
  const left = await client.query(
    `select from access.grant g join access.account a on a.id = g.account_id
     where g.office_id = $1 and g.id <> $2 and g.role = $3
       and g.valid_from <= $4 and g.valid_to is null and a.closed_at is null limit 1`,
    [office, grant, role, on],
  )
  if (left.rowCount === 0) throw refusals.lastAdministrator()
}
