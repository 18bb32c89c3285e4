import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { OrganisationFacts } from '../rules/organisation-facts.ts'

type LifeRow = { id: string; name: string; from: Day; to: Day | null }
type SpellRow = { record_id: string; parent_id: string | null; name: string; from: Day; to: Day | null }

/** The parents and children of many organisations, as they stand now and as the same write would leave them. */
export async function organisationFacts(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, OrganisationFacts>> {
  const ids = judged.map((record) => record.id)
  const parents = [
    ...new Set(judged.flatMap((record) => record.spells.map((spell) => spell.attributes['parent_id']))),
  ].filter((id) => id !== null)
  const { rows } =
    await sql<SpellRow>`select record_id, parent_id, name, valid_from as "from", valid_to as "to"
    from ${sql.table(`${schemaOf('organisation', reader.known)}.party_organisation_spell`)} where office_id = ${reader.scope.office}
    and (record_id = any(${parents}::uuid[]) or parent_id = any(${ids}::uuid[])) order by record_id, valid_from`.execute(
      reader.db,
    )
  const seats = await livesOf(reader, 'place_spell', 'record_id', 'name', seatsOf(judged))
  const covers = await livesOf(reader, 'covered_unit_spell', 'organisation_id', 'unit_id::text', ids)
  const seatLives = new Map(
    [...seats].map(([id, rows]) => [id, { name: rows.at(-1)?.name ?? '', spells: rows }]),
  )
  const drafted = new Set(ids)
  const asDrafted: SpellRow[] = judged.flatMap((record) =>
    record.spells.map(({ from, to, attributes }) => ({
      record_id: record.id,
      parent_id: attributes['parent_id'] ?? null,
      name: attributes['name'] ?? '',
      from,
      to,
    })),
  )
  const every = [...rows.filter((row) => !drafted.has(row.record_id)), ...asDrafted]
  const lives = Map.groupBy(every, (row) => row.record_id)
  const below = Map.groupBy(
    every.filter((row) => row.parent_id !== null),
    (row) => row.parent_id as string,
  )
  const named = new Map([...lives].map(([id, spells]) => [id, { name: spells.at(-1)?.name ?? '', spells }]))
  return new Map(
    judged.map((record) => [
      record.id,
      {
        parents: named,
        children: (below.get(record.id) ?? []).map((row) => ({
          name: row.name,
          spell: { from: row.from, to: row.to },
        })),
        seats: seatLives,
        covers: covers.get(record.id) ?? [],
      },
    ]),
  )
}

const seatsOf = (judged: readonly Omit<Judged, 'facts'>[]): string[] =>
  [...new Set(judged.flatMap(({ spells }) => spells.map(({ attributes }) => attributes['seat_id'])))].filter(
    (id) => id !== null && id !== undefined,
  )

/** Spells by the record that a column names. */
async function livesOf(
  reader: Reader<unknown>,
  table: string,
  column: string,
  name: string,
  ids: readonly string[],
): Promise<Map<string, LifeRow[]>> {
  const { rows } =
    await sql<LifeRow>`select ${sql.ref(column)} as id, ${sql.raw(name)} as name, valid_from as "from", valid_to as "to"
    from ${sql.table(`${schemaOf('organisation', reader.known)}.${table}`)}
    where office_id = ${reader.scope.office} and ${sql.ref(column)} = any(${ids}::uuid[]) order by 1, 3`.execute(
      reader.db,
    )
  return Map.groupBy(rows, (row) => row.id)
}
