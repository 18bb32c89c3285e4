import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/day.ts'
import { schemaOf } from './hierarchy.ts'
import { argument, instants, isOfPeriod, percentColumn, type Shape } from './shape.ts'

/**
 * What each of several nodes counts, with and without rows; of a node that the caller does not see, nothing. A path names all that its row
 * lies beneath, so each row counts once for each of those nodes.
 */
export function eachNode(
  shape: Shape,
  placed: RawBuilder<unknown>,
  totals: RawBuilder<unknown>,
): RawBuilder<unknown> {
  // Rows that move are those of one node each: what moved beneath it may have stayed beneath the next.
  const label = shape.rows.moves
    ? sql`split_part(node_path, '/', -2)`
    : sql`unnest(string_to_array(path, '/'))`
  const ranks = shape.percents.map((percent) => sql.ref(percentColumn(percent)))
  const ranked = sql.join(
    ranks.map((rank) => sql`, max(${rank}) as ${rank}`),
    sql``,
  )
  const unranked = sql.join(
    ranks.map((rank) => sql`, null::numeric as ${rank}`),
    sql``,
  )
  // Laid together rather than joined: a planner that expects one row of either side would go through all the others for each.
  return sql`select max(id) as part, coalesce(max(rows), 0) as rows, coalesce(max(keys), 0) as keys, max(amount) as amount${ranked}
    from (select label, id::text as id, null::bigint as rows, null::bigint as keys, null::numeric as amount${unranked} from (${nodesOf(shape)}) n
      union all select label, null, ${totals} from (select r.*, ${label} as label from (${placed}) r) l group by label) every
    group by label having max(id) is not null`
}

/** The named nodes, or those that lie beneath the asked one on the day; each with the label that it has in a path. */
function nodesOf(shape: Shape): RawBuilder<unknown> {
  const schema = schemaOf(shape.hierarchy.schema, shape.past ? 0n : null)
  const spells = sql.table(`${schema}.${shape.hierarchy.name}_spell`)
  // Not by the header: a node that was re-homed has it in another scope, and is still seen where it lay before.
  if (shape.answer === 'nodes')
    return sql`select distinct s.record_id as id, split_part(s.path, '/', -2) as label from ${spells} s
      where s.office_id = ${instants.office} and s.record_id = any(${argument('nodes', 'uuid[]')})`
  const day =
    shape.structure === 'today'
      ? argument<Day>('structureDay', 'date')
      : argument<Day>(isOfPeriod(shape) ? 'through' : 'asOf', 'date')
  const children = ['child', 'childOfPeriod'].includes(shape.answer)
    ? sql`and (t.record_id = n.record_id or t.parent_id = n.record_id)`
    : sql``
  const within = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${day} < ${sql.ref(`${alias}.valid_to`)})`
  return sql`select h.id, h.label from ${spells} n join ${spells} t on t.office_id = ${instants.office} and ${within('t')}
      and t.path >= n.path and t.path < left(n.path, -1) || '0'
    join ${sql.table(`${schema}.${shape.hierarchy.name}`)} h on h.office_id = ${instants.office} and h.id = t.record_id
    where n.office_id = ${instants.office} and n.record_id = ${argument('node', 'uuid')} and ${within('n')} ${children}`
}
