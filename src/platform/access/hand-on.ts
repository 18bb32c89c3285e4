import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { addDays, type Day, daysBetween, today } from '../values/day.ts'
import type { AccountPlace } from './account-contract.ts'
import { accountRefusals } from './account-refusals.ts'
import { requireRole } from './accounts.ts'
import { isAdministrator } from './administrators.ts'
import { type AreaFunctions, countingGrants } from './counting-grants.ts'
import { grantRefusals as refusals } from './grant-refusals.ts'
import { endGrant, grantOne, heldFrom, inTransaction, lockGrants } from './grants.ts'
import type { Roles } from './role.ts'

/** Longer is no absence but a change of who does the work, which the security administrator decides. The database says the same. */
export const mostDaysHandedOn = 90

export type HandedOn = {
  /** The account that takes the role. */
  readonly account: string
  /** Id or code of a place within that of the grant; null for the whole office. */
  readonly place: string | null
  readonly from: Day
  /** The first day on which it no longer counts. */
  readonly to: Day
  readonly reason: string
}

/** Somebody of an office, about their own roles. */
export type Holder = { readonly office: number; readonly account: string }

/** What somebody does with a role of their own for an absence. Each act throws a Refusal and then changes nothing. */
export type HandingOn = {
  /** Answers the id of the grant that the other account gets. */
  handOn(by: Holder, grant: string, asked: HandedOn): Promise<string>
  /** From today what was handed on counts no more: from the next request. */
  takeBack(by: Holder, grant: string): Promise<void>
  /** Who may take the role, and the places over which it may be handed on; without any where it is not the account's to hand on. */
  choices(by: Holder, grant: string): Promise<Choices>
}
export type Choices = {
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly username: string }[]
  readonly places: readonly AccountPlace[]
  /** The role covers the whole office, so that it may be handed on over all of it. */
  readonly whole: boolean
}

export type HandingOnOptions = {
  readonly database: Database
  readonly roles: Roles
  readonly functions?: AreaFunctions
  readonly places: (office: number) => Promise<readonly AccountPlace[]>
}

type Own = { role: string; place: string | null; handedOn: boolean }

export function openHandingOn({ database, roles, functions = {}, places }: HandingOnOptions): HandingOn {
  /** The places that the grant covers on the day; undefined where it does not count then. */
  async function coveredBy(client: Pick<PoolClient, 'query'>, office: number, grant: string, on: Day) {
    const { rows } = await client.query<{ place: string | null }>(
      `select p.place ${countingGrants(functions, '$3::date')} and g.office_id = $1 and g.id = $2`,
      [office, grant, on],
    )
    return rows.length === 0 ? undefined : rows.map(({ place }) => place)
  }

  const within = async (office: number, covered: readonly (string | null)[]) => {
    const all = await places(office)
    return covered.includes(null) ? all : all.filter(({ id }) => covered.includes(id))
  }

  async function placeOf(
    office: number,
    own: Own,
    named: string | null,
    covered: readonly (string | null)[],
  ) {
    const { words } = requireRole(roles, own.role)
    if (named === null) {
      if (own.place !== null) throw refusals.outside(words)
      return null
    }
    const found = (await within(office, covered)).find(({ id, code }) => id === named || code === named)
    if (found) return found.id
    if (named === own.place) return named
    throw refusals.outside(words)
  }

  return {
    async handOn(by, grant, { account, place: named, from, to, reason }) {
      return await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        const own = await ownGrant(client, by, grant)
        const { words } = requireRole(roles, own.role)
        if (own.handedOn) throw refusals.handedOnAlready(words)
        if (isAdministrator(own.role)) throw refusals.administratorAlone(words)
        refuseDays(from, to)
        const covered = await coveredBy(client, by.office, grant, from)
        if (!covered) throw refusals.notCounting(words, from)
        if (account === by.account) throw refusals.toOneself()
        await refuseClosed(client, by.office, account)
        const place = await placeOf(by.office, own, named, covered)
        const role = { role: own.role, place, from }
        const held = await heldFrom(client, functions, by.office, account, role, true)
        if (held !== null) throw accountRefusals.held(words, held)
        return await grantOne(client, account, { ...role, to, handedOn: { from: grant, reason } }, by.account)
      })
    },
    async takeBack(by, grant) {
      await inTransaction(database, async (client) => {
        await lockGrants(client, by.office)
        const { rows } = await client.query<{ to: Day }>(
          `select g.valid_to as "to" from access.grant g
           join access.grant o on o.office_id = g.office_id and o.id = g.handed_on_from
           where g.office_id = $1 and g.id = $2 and o.account_id = $3`,
          [by.office, grant, by.account],
        )
        if (!rows[0]) throw refusals.notOwn(grant)
        if (rows[0].to <= today()) throw accountRefusals.ended(rows[0].to)
        await endGrant(client, grant, today())
      })
    },
    async choices(by, grant) {
      const { pool } = database
      const own = await ownGrant(pool, by, grant)
      const covered = await coveredBy(pool, by.office, grant, today())
      if (!covered || own.handedOn || isAdministrator(own.role))
        return { accounts: [], places: [], whole: false }
      const { rows: accounts } = await pool.query<Choices['accounts'][number]>(
        `select id, name, username from access.account a where office_id = $1 and id <> $2 and closed_at is null
           and not exists (select from access.grant g where g.office_id = a.office_id and g.account_id = a.id
             and g.kind <> 'work' and (g.valid_to is null or g.valid_to > $3)) order by name, username`,
        [by.office, by.account, today()],
      )
      return { accounts, places: await within(by.office, covered), whole: own.place === null }
    },
  }
}

async function ownGrant(client: Pick<PoolClient, 'query'>, by: Holder, grant: string): Promise<Own> {
  const { rows } = await client.query<Own>(
    `select role, place_id as place, handed_on_from is not null as "handedOn" from access.grant
     where office_id = $1 and account_id = $2 and id = $3`,
    [by.office, by.account, grant],
  )
  if (!rows[0]) throw refusals.notOwn(grant)
  return rows[0]
}

function refuseDays(from: Day, to: Day): void {
  if (from < today()) throw accountRefusals.past(from, today())
  if (to <= from) throw accountRefusals.endsBefore(from, to)
  if (to > addDays(from, mostDaysHandedOn)) throw refusals.tooLong(daysBetween(from, to), mostDaysHandedOn)
}

async function refuseClosed(client: PoolClient, office: number, account: string): Promise<void> {
  const { rows } = await client.query<{ name: string; closed: boolean }>(
    'select name, closed_at is not null as closed from access.account where office_id = $1 and id = $2',
    [office, account],
  )
  if (!rows[0]) throw accountRefusals.noAccount(account)
  if (rows[0].closed) throw refusals.closedReceiver(rows[0].name)
}
