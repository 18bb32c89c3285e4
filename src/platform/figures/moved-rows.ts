import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Day } from '../values/day.ts'
import type { Moves } from './row-set.ts'
import { argument, instants, type Shape } from './shape.ts'

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
  const [day, own, neighbour] =
    direction === 'in'
      ? [sql.ref('since'), sql.ref('starts_by'), sql.ref('counted_before')]
      : [sql.ref('until'), sql.ref('ends_by'), sql.ref('counted_after')]
  return sql`select record_id, place_id, line_id, ${day} as on_date, null::date as valid_from, null::date as valid_to,
      null::bigint as amount, record_id || ' ' || ${day} as key, kind, path, node_path
    from (${stretches(shape, rows, spells)}) r
    where counted and ${inPeriod(day)} and ${neighbour} is not true
      and coalesce(${own}, case when ${neighbour} is null then 'moved' else 'reclassified' end)
        in (${sql.join(by.map((kind) => sql.lit(kind)))})`
}

const inPeriod = (day: RawBuilder<unknown>) =>
  sql`${day} >= ${argument<Day>('from', 'date')} and ${day} <= ${argument<Day>('through', 'date')}`

/**
 * Each time in which a record lay beneath the node, with the path that it had there, whether or not it counted; and whether the
 * time that touches it on either side counted, null where none does. Times that end or begin outside the period touch no day of it.
 */
function stretches(
  shape: Shape,
  rows: Expression<unknown>,
  spells: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const counted = shape.ofKind ? sql`r.counted and r.kind = ${argument('kind', 'text')}` : sql`r.counted`
  const [since, until] =
    shape.structure === 'today'
      ? [sql.ref('r.valid_from'), forEver('r.valid_to')]
      : [
          sql`greatest(r.valid_from, t.valid_from, n.valid_from)`,
          sql`least(${forEver('r.valid_to')}, ${forEver('t.valid_to')}, ${forEver('n.valid_to')})`,
        ]
  const event = (name: 'starts_by' | 'ends_by', day: RawBuilder<unknown>, own: string) =>
    sql`case when ${day} = ${sql.ref(own)} and ${inPeriod(day)} then ${sql.ref(`r.${name}`)} end as ${sql.ref(name)}`
  return sql`select s.*, case when lag(until) over own = since then lag(counted) over own end as counted_before,
      case when lead(since) over own = until then lead(counted) over own end as counted_after
    from (select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, ${counted} as counted, t.path, n.path as node_path,
        ${since} as since, ${until} as until, ${event('starts_by', since, 'r.valid_from')}, ${event('ends_by', until, 'r.valid_to')}
      from (${rows}) r ${placed(shape, spells)}
      where ${since} < ${until} and (${inPeriod(since)} or ${inPeriod(until)})) s
    window own as (partition by record_id, node_id order by since)`
}

/** Of several nodes each is looked at apart: what moves from one to another is gone from the one and come to the other. */
const asked = ({ answer }: Shape) =>
  answer === 'nodes'
    ? sql`n.record_id = any(${argument('nodes', 'uuid[]')})`
    : sql`n.record_id = ${argument('node', 'uuid')}`

const forEver = (column: string) => sql`coalesce(${sql.ref(column)}, 'infinity'::date)`

/** With the structure of one day a record moves only where it is itself placed elsewhere. */
function placed(shape: Shape, spells: RawBuilder<unknown>): RawBuilder<unknown> {
  const node = shape.hierarchy.along === 'place' ? sql.ref('r.place_id') : sql.ref('r.line_id')
  const day = argument<Day>('structureDay', 'date')
  const standing = (alias: string) =>
    shape.structure === 'then'
      ? sql``
      : sql`and ${sql.ref(`${alias}.valid_from`)} <= ${day}
          and (${sql.ref(`${alias}.valid_to`)} is null or ${day} < ${sql.ref(`${alias}.valid_to`)})`
  return sql`join ${spells} t on t.office_id = ${instants.office} and t.record_id = ${node} ${standing('t')}
    join ${spells} n on n.office_id = ${instants.office} and ${asked(shape)} ${standing('n')}
      and t.path >= n.path and t.path < left(n.path, -1) || '0'`
}
