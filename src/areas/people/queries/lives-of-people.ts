import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Spell } from '../../../platform/values/spell.ts'

/** When somebody was on file, and when in a post of the Party or of a community. */
export type PersonLife = { readonly file: readonly Spell[]; readonly posts: readonly Spell[] }

type Row = Spell & { readonly id: string; readonly what: 'file' | 'post' }

/** The lives of persons by id, as far as the reader sees them; a person out of sight is absent. */
export async function livesOfPeople(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonLife>> {
  const schema = schemaOf('people', reader.known)
  const of = (name: string, column: string, what: Row['what']) => sql`
    select ${sql.ref(column)} as id, valid_from as "from", valid_to as "to", ${sql.lit(what)} as what
    from ${sql.table(`${schema}.${name}_spell`)}
    where office_id = ${reader.scope.office} and ${sql.ref(column)} = any(${[...new Set(ids)]}::uuid[])`
  const { rows } = await sql<Row>`select * from (${sql.join(
    [
      of('person', 'record_id', 'file'),
      of('party_post', 'person_id', 'post'),
      of('community_post', 'person_id', 'post'),
    ],
    sql` union all `,
  )}) l order by "from"`.execute(reader.db)
  const lives = [...Map.groupBy(rows, ({ id }) => id)].map(([id, all]) => {
    const those = (what: Row['what']) =>
      all.filter((row) => row.what === what).map(({ from, to }) => ({ from, to }))
    return [id, { file: those('file'), posts: those('post') }] as const
  })
  return new Map(lives.filter(([, { file }]) => file.length > 0))
}
