import { type Kysely, type RawBuilder, sql } from 'kysely'
import { roleWords } from '../access/role.ts'
import type { Database } from '../db/database.ts'
import { read } from '../db/transaction.ts'
import { type Text, text } from '../text.ts'
import type { AuditConditions, AuditEventView } from './contract.ts'
import { exportsAbout, type ExportsReaching } from './exports-reaching.ts'

/** What the list needs to know of the program: its record types, and what else events are about and roles are in words. */
export type AuditWords = {
  readonly database: Database
  readonly types: ReadonlyMap<string, { readonly label: Text }>
  readonly subjects: ReadonlyMap<string, Text>
  readonly exportsReaching: ExportsReaching
  readonly roles: Readonly<Record<string, { readonly words: Text }>>
}

type Row = {
  event: string
  at: string
  kind: AuditEventView['kind']
  act: string
  actor_id: string
  actor_name: string
  roles: string[]
  subject_type: string | null
  subject_id: string | null
  change: string | null
  reason: string | null
  address: string | null
  details: Record<string, unknown> | null
}

/** The events of an office that meet all conditions, newest first, those before the number `before`. */
export async function listEvents(
  words: AuditWords,
  office: number,
  asked: AuditConditions,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<AuditEventView[]> {
  return await read<unknown, AuditEventView[]>(words.database, { office, places: 'all' }, async ({ db }) => {
    const where = [sql`e.office_id = ${office}`]
    if (page.before !== undefined && /^\d+$/.test(page.before))
      where.push(sql`e.event_no < ${page.before}::bigint`)
    if (asked.kind) where.push(sql`e.kind = ${asked.kind}`)
    if (asked.from)
      where.push(sql`e.happened_at >= (${asked.from}::date)::timestamp at time zone 'Asia/Shanghai'`)
    if (asked.through)
      where.push(sql`e.happened_at < (${asked.through}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    if (asked.who) where.push(sql`e.actor_id = any(${await accountsOf(db, office, asked.who)}::text[])`)
    if (asked.subject) where.push(await aboutSql(db, words, office, asked.subject))
    const { rows } =
      await sql<Row>`select e.event_no::text as event, e.happened_at as at, e.kind, e.act, e.actor_id, e.actor_name,
        e.roles, e.subject_type, e.subject_id, e.change_no::text as change, e.reason, e.address, e.details
      from platform.audit_event e where ${sql.join(where, sql` and `)}
      order by e.event_no desc limit ${page.limit}`.execute(db)
    return rows.map((row) => viewOf(words, row))
  })
}

/** Whoever the words may mean: an id as it stands, and the accounts of this user name or name. */
async function accountsOf(db: Kysely<unknown>, office: number, who: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id::text from access.account
    where office_id = ${office} and (username = lower(${who}) or name = ${who})`.execute(db)
  return [who, ...rows.map(({ id }) => id)]
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A change says which rows it wrote by its number alone, so the changes are found from the record. */
async function aboutSql(
  db: Kysely<unknown>,
  { types, exportsReaching }: AuditWords,
  office: number,
  id: string,
): Promise<RawBuilder<unknown>> {
  const named = sql`e.subject_id = ${id}`
  if (!uuid.test(id)) return named
  const touched = [...types.keys()].flatMap((type) => {
    const [schema, name] = type.split('.') as [string, string]
    return ['', '_event', '_spell'].map((part) => {
      const key = sql.ref(part === '' ? 'id' : 'record_id')
      const numbers = (table: string, column: string) =>
        sql`select ${type} as type, ${sql.ref(column)} as n from ${sql.table(table)} where office_id = ${office} and ${key} = ${id}::uuid`
      const past = `${schema}_history.${name}${part}`
      return sql`${numbers(`${schema}.${name}${part}`, 'known_from')} union all ${numbers(past, 'known_from')} union all ${numbers(past, 'known_to')}`
    })
  })
  if (touched.length === 0) return named
  touched.push(pairsSql(office, id))
  const { rows } = await sql<{ type: string; n: string }>`select distinct type, n::text as n
    from (${sql.join(touched, sql` union all `)}) t`.execute(db)
  const changes = rows.map(({ n }) => n)
  const kinds = [...new Set(rows.map(({ type }) => type))]
  return sql`(${named} or e.change_no = any(${changes}::bigint[])
    or (${exportsAbout(office, kinds.flatMap(exportsReaching))} and e.event_no > ${sinceSql(office, changes)}))`
}

/** What went out before the record was there held nothing of it. Changes from before the chain have no event. */
const sinceSql = (office: number, changes: readonly string[]) =>
  sql`coalesce((select f.event_no from platform.audit_event f
    where f.office_id = ${office} and f.change_no = (select min(n) from unnest(${changes}::bigint[]) n)), 0)`

/** Changes that said something of two records, and touched neither or only the other. */
const pairsSql = (office: number, id: string) => {
  const pair = (table: string, first: string, second: string) =>
    sql`select p.record_type as type, p.change_no as n from ${sql.table(`platform.${table}`)} p
      where p.office_id = ${office} and ${id}::uuid in (${sql.ref(`p.${first}`)}, ${sql.ref(`p.${second}`)})`
  return sql`${pair('record_merge', 'kept_id', 'given_id')} union all ${pair('record_apart', 'first_id', 'second_id')}
    union all select p.record_type, u.change_no from platform.record_apart p join platform.record_apart_end u
      on u.office_id = p.office_id and u.apart_change_no = p.change_no
      where p.office_id = ${office} and ${id}::uuid in (p.first_id, p.second_id)`
}

function viewOf({ types, subjects, roles }: AuditWords, row: Row): AuditEventView {
  const { event, at, kind, act, change, reason, address } = row
  const typeWords = (type: string) => types.get(type)?.label ?? subjects.get(type) ?? text(type, type)
  return {
    event,
    at,
    kind,
    act,
    actor: { id: row.actor_id, name: row.actor_name },
    roles: row.roles.map((role) => roleWords(roles, role)),
    subject: row.subject_type === null ? null : { type: typeWords(row.subject_type), id: row.subject_id },
    change,
    reason,
    address,
    details: row.details ?? {},
  }
}
