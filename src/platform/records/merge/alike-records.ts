import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../db/scope.ts'
import { type Reader, read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Day, today } from '../../values/day.ts'
import { inForce } from '../../values/spell.ts'
import { holdsSql, standsSql } from '../apart/apart-sql.ts'
import { digestIn } from '../enciphered-values.ts'
import { fieldOf, type RecordType } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { StoredRecord } from '../records-engine.ts'
import type { AlikePage } from './contract.ts'

type Pair = { first: string; second: string; by: number[]; total: number }

/** Pairs of records in the caller's places that agree in a set of fields that seldom agree and were not said to be two; the more sets, the earlier. */
export async function alikeRecords(
  records: Records,
  scope: Scope,
  question: { readonly type: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<AlikePage> {
  const { type } = behaviourNamed(records, question.type)
  const sets = type.mergeable?.alike ?? []
  const start = question.cursor && /^\d{1,9}$/.test(question.cursor) ? Number(question.cursor) : 0
  if (sets.length === 0) throw new Refusal('INVALID', notCompared(type), { type: type.id })
  return await read<unknown, AlikePage>(records.database, scope, async (reader) => {
    // Those of one value are gathered first, in one pass, and paired after: no two whole tables are joined.
    const agreeing = sets.map(
      (keys, index) => sql`select a.id as first, b.id as second, ${sql.lit(index)}::int as by
        from (select array_agg(id order by id) as ids from (${valuesOf(reader, type, keys)}) v
          group by ${sql.join(keys.map((_, nth) => column(nth)))} having count(*) > 1) g,
        unnest(g.ids) with ordinality a(id, nth), unnest(g.ids) with ordinality b(id, nth) where a.nth < b.nth`,
    )
    const { rows } =
      await sql<Pair>`select first, second, array_agg(distinct by order by by) as by, count(*) over ()::int as total
      from (${sql.join(agreeing, sql` union all `)}) pairs where not exists (select from platform.record_apart p
        where p.office_id = ${scope.office} and p.record_type = ${type.id} and p.first_id = first and p.second_id = second
          and ${standsSql(reader)} and ${holdsSql(type, reader)}) group by first, second
      order by count(distinct by) desc, first, second limit ${question.limit} offset ${start}`.execute(
        reader.db as Kysely<unknown>,
      )
    const ids = [...new Set(rows.flatMap(({ first, second }) => [first, second]))]
    const { engine } = records
    const stored = await engine.load(reader, type, ids)
    const titles = await engine.titlesOf(reader, type, ids)
    const keys = await engine.keysOf(reader, type, ids)
    const on = today()
    const shown = (id: string) => ({
      id,
      title: titles.get(id) ?? '',
      key: keys.get(id) ?? '',
      ...lifeOf(stored.get(id) as StoredRecord, on),
    })
    const total = rows[0]?.total ?? 0
    return {
      pairs: rows.map(({ first, second, by }) => ({
        by: by.map((nth) => [...(sets[nth] ?? [])]),
        first: shown(first),
        second: shown(second),
      })),
      total,
      nextCursor: start + rows.length < total ? String(start + rows.length) : null,
    }
  })
}

const column = (nth: number) => sql.ref(`k${nth}`)

const blanks = ' \t\u3000-'

/** What each record holds, or ever held, in these fields: none of them empty, texts without blanks, hyphens and case. */
function valuesOf(reader: Reader<unknown>, type: RecordType, keys: readonly string[]): RawBuilder<unknown> {
  const dated = keys.some((key) => type.attributes.some((field) => field.key === key))
  const value = (key: string) => {
    const whose = type.header.some((field) => field.key === key) ? 'h' : 's'
    const stored = sql`${sql.ref(`${whose}.${key}`)}::text`
    const field = fieldOf(type, key)
    if (field.enciphered) return digestIn(sql.ref(`${whose}.${key}`))
    if (field.kind !== 'text') return stored
    return sql`nullif(lower(translate(${stored}, ${blanks}, '')), '')`
  }
  const chosen = sql.join(keys.map((key, nth) => sql`${value(key)} as ${column(nth)}`))
  const spells = dated
    ? sql`join ${sql.table(`${type.id}_spell`)} s on s.office_id = h.office_id and s.record_id = h.id`
    : sql``
  // Only a dated value may be the same in several spells of one record.
  return sql`select ${dated ? sql`distinct` : sql``} * from (select h.id, ${chosen} from ${sql.table(type.id)} h ${spells}
    where h.office_id = ${reader.scope.office}) v where ${sql.join(
      keys.map((_, nth) => sql`${column(nth)} is not null`),
      sql` and `,
    )}`
}

function lifeOf({ version, spells }: StoredRecord, on: Day) {
  return {
    version: String(version),
    inForce: spells.some((spell) => inForce(spell, on)),
    from: spells[0]?.from ?? on,
    to: spells.at(-1)?.to ?? null,
  }
}

const notCompared = ({ label }: RecordType) =>
  text(
    `${label.zh}记录不查重复。`,
    `Records of this type (${label.en}) are not looked through for duplicates.`,
  )
