import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Spell } from '../../../platform/values/spell.ts'
import { everIn, isAmong } from './people-tables.ts'

type Drafts = readonly Omit<Judged, 'facts'>[]
type Where = 'organisation_id' | 'place_id'

/** A time in which somebody holds a post, by the ids of the record, the holder and where it is held. */
export type HeldPost<Post> = Spell & {
  readonly record: string
  readonly person: string
  readonly where: string
  readonly post: Post
}

/** The posts of `name` that share a holder, or any other of `by`, with those drafted: as they stand now and as the same write would leave them. */
export async function postsBeside<Post extends string>(
  reader: Reader<unknown>,
  judged: Drafts,
  { name, where, by }: { name: string; where: Where; by: readonly ('person_id' | Where)[] },
): Promise<HeldPost<Post>[]> {
  const { rows } = await sql<
    HeldPost<Post>
  >`select record_id as record, person_id as person, ${sql.ref(where)} as "where", post, valid_from as "from", valid_to as "to"
    from ${sql.table(`${schemaOf('people', reader.known)}.${name}_spell`)} where office_id = ${reader.scope.office} and (${sql.join(
      by.map((key) => isAmong(key, everIn(judged, key))),
      sql` or `,
    )})`.execute(reader.db)
  const drafted = new Set(judged.map(({ id }) => id))
  const stored = rows.filter(({ record }) => !drafted.has(record))
  const wanted = judged.flatMap(({ id, spells }) =>
    spells.map(({ from, to, attributes }) => ({
      from,
      to,
      record: id,
      person: attributes['person_id'] as string,
      where: attributes[where] as string,
      post: attributes['post'] as Post,
    })),
  )
  return [...stored, ...wanted]
}
