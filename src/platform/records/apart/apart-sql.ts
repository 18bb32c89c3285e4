import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { schemaOf } from '../../figures/hierarchy.ts'
import type { RecordType } from '../record-type.ts'

/** Whether statement `p` that two records are two was not taken back, as far as the reader knows. */
export function standsSql({ known }: Reader<unknown>): RawBuilder<boolean> {
  const told = known === null ? sql`true` : sql`p.change_no <= ${known}`
  const undone = known === null ? sql`true` : sql`u.change_no <= ${known}`
  return sql`(${told} and not exists (select from platform.record_apart_end u
    where u.office_id = p.office_id and u.apart_change_no = p.change_no and ${undone}))`
}

/** Whether the fixed values by which records are compared are in both what they were when statement `p` was made. */
export function holdsSql(type: RecordType, { known }: Reader<unknown>): RawBuilder<boolean> {
  const compared = new Set(type.mergeable?.alike.flat())
  const keys = type.header.map(({ key }) => key).filter((key) => compared.has(key))
  if (keys.length === 0) return sql`true`
  const [schema, name] = type.id.split('.') as [string, string]
  const values = (of: string) => sql`(${sql.join(keys.map((key) => sql.ref(`${of}.${key}`)))})`
  const of = (schemaName: string) => sql.table(`${schemaName}.${name}`)
  const columns = sql.join(['office_id', 'id', ...keys].map((key) => sql.ref(key)))
  return sql`not exists (select from ${of(schemaOf(schema, known))} c join (
      select ${columns} from ${of(schema)} where known_from <= p.change_no
      union all select ${columns} from ${of(`${schema}_history`)} where known_from <= p.change_no and known_to > p.change_no) t
      on t.office_id = c.office_id and t.id = c.id
    where c.office_id = p.office_id and c.id in (p.first_id, p.second_id) and ${values('c')} is distinct from ${values('t')})`
}
