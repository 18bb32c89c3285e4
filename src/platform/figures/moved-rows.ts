import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/day.ts'
import { argument, instants, type Shape } from './compile.ts'
import type { Moves } from './row-set.ts'

/**
 * The days on which records come to count beneath the node, or cease to. Spells are cut wherever record, its place in the tree
 * or the node changes; a day counts where a counted stretch begins (ends) that no other counted one of the record touches.
 */
export function movedRows(
  shape: Shape,
  rows: Expression<unknown>,
  spells: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { direction, by } = shape.rows.moves as Moves
  const [day, own, touches] =
    direction === 'in'
      ? [sql.ref('s.since'), sql.ref('s.starts_by'), sql`o.until = s.since`]
      : [sql.ref('s.until'), sql.ref('s.ends_by'), sql`o.since = s.until`]
  const neighbour = (condition: RawBuilder<unknown>) =>
    sql`exists (select from stretch o where o.record_id = s.record_id and ${touches} and ${condition})`
  return sql`with stretch as (${stretches(shape, rows, spells)})
    select record_id, place_id, line_id, on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount,
      record_id || ' ' || on_date as key, kind, path, node_path from (
        select s.*, ${day} as on_date,
          coalesce(${own}, case when ${neighbour(sql`not o.counted`)} then 'reclassified' else 'moved' end) as moved_by
        from stretch s where s.counted and ${day} >= ${argument<Day>('from', 'date')}
          and ${day} <= ${argument<Day>('through', 'date')} and not ${neighbour(sql`o.counted`)}) r
    where moved_by in (${sql.join(by.map((kind) => sql.lit(kind)))})`
}

/** Each time in which a record lay beneath the node, with the path that it had there, whether or not it counted. */
function stretches(
  shape: Shape,
  rows: Expression<unknown>,
  spells: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const node = shape.hierarchy.along === 'place' ? sql.ref('r.place_id') : sql.ref('r.line_id')
  const counted = shape.ofKind ? sql`r.counted and r.kind = ${argument('kind', 'text')}` : sql`r.counted`
  const placed = shape.structure === 'today' ? placedOnOneDay(spells, node) : placedAllAlong(spells, node)
  return sql`select r.record_id, r.place_id, r.line_id, r.kind, ${counted} as counted, p.path, p.node_path, p.since, p.until,
      case when p.since = r.valid_from then r.starts_by end as starts_by,
      case when p.until = r.valid_to then r.ends_by end as ends_by
    from (${rows}) r cross join lateral (${placed}) p where p.since < p.until`
}

const forEver = (column: string) => sql`coalesce(${sql.ref(column)}, 'infinity'::date)`

function placedAllAlong(spells: RawBuilder<unknown>, node: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select t.path, n.path as node_path, greatest(r.valid_from, t.valid_from, n.valid_from) as since,
      least(${forEver('r.valid_to')}, ${forEver('t.valid_to')}, ${forEver('n.valid_to')}) as until
    from ${spells} t join ${spells} n on n.office_id = ${instants.office} and n.record_id = ${argument('node', 'uuid')}
      and t.path >= n.path and t.path < left(n.path, -1) || '0'
    where t.office_id = ${instants.office} and t.record_id = ${node}`
}

/** With the structure of one day a record moves only where it is itself placed elsewhere. */
function placedOnOneDay(spells: RawBuilder<unknown>, node: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = argument<Day>('structureDay', 'date')
  const within = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${day} < ${sql.ref(`${alias}.valid_to`)})`
  return sql`select t.path, n.path as node_path, r.valid_from as since, ${forEver('r.valid_to')} as until
    from ${spells} t join ${spells} n on n.office_id = ${instants.office} and n.record_id = ${argument('node', 'uuid')}
      and ${within('n')} and t.path >= n.path and t.path < left(n.path, -1) || '0'
    where t.office_id = ${instants.office} and t.record_id = ${node} and ${within('t')}`
}
