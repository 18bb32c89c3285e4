import { createHash } from 'node:crypto'
import {
  DummyDriver,
  type Expression,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import type { Statement } from '../db/batch.ts'
import type { Day } from '../values/day.ts'
import { eachNode } from './each-node.ts'
import { schemaOf } from './hierarchy.ts'
import { movedRows } from './moved-rows.ts'
import { namedRecord } from './named-record.ts'
import { type Arguments, argument, instants, Marker, percentColumn, type Shape, isOfPeriod } from './shape.ts'
import type { Relations } from './row-set.ts'

type Compiled = { readonly name: string; readonly text: string; readonly parameters: readonly unknown[] }
const compiled = new Map<string, Compiled>()

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** The statement of a shape with its arguments bound. The text is compiled once and named by its digest. */
export function statement(shape: Shape, args: Arguments): Statement {
  const { rows, hierarchy, past, structure, answer, distinct, percents, ofKind, by, of } = shape
  const key = [rows.id, hierarchy.along, past, structure, answer, distinct, percents, ofKind, by, of].join(
    ' ',
  )
  let made = compiled.get(key)
  if (!made) {
    const query = build(shape).compile(compiler)
    made = {
      name: createHash('md5').update(query.sql).digest('hex'),
      text: query.sql,
      parameters: query.parameters,
    }
    compiled.set(key, made)
  }
  const values = made.parameters.map((p) =>
    p instanceof Marker ? args[p.name] : p === null ? null : String(p as string | number),
  )
  return { name: made.name, text: made.text, values }
}

/** The text with the names of its parameters, for the copy that stands in git beside the figure. */
export function statementText(shape: Shape): { text: string; parameters: string[] } {
  const query = build(shape).compile(compiler)
  return {
    text: query.sql,
    parameters: query.parameters.map((p) => (p instanceof Marker ? p.name : `= ${String(p)}`)),
  }
}

function build(shape: Shape): RawBuilder<unknown> {
  const known = shape.past ? 0n : null
  const relations: Relations = <Tables>(area: string) =>
    compiler.withSchema(schemaOf(area, known)) as Kysely<Tables>
  const rows = shape.rows.rows(relations, instants) as unknown as Expression<unknown>
  const spells = sql.table(`${schemaOf(shape.hierarchy.schema, known)}.${shape.hierarchy.name}_spell`)
  const placed = shape.rows.moves
    ? movedRows(shape, rows, spells)
    : placedRows(shape, rows, spells, (dimension) => namedRecord(shape, relations, dimension))
  return sql`select o.head, x.* from platform.office o left join (${answerOf(shape, placed)}) x on true
    where o.office_id = ${instants.office}`
}

function answerOf(shape: Shape, placed: RawBuilder<unknown>): RawBuilder<unknown> {
  // Keys are told apart by sorting them, so they are only where they are counted.
  const totals = sql`count(*) as rows, ${shape.distinct ? sql`count(distinct key)` : sql`count(*)`} as keys, sum(amount) as amount${ranked(shape)}`
  switch (shape.answer) {
    case 'value':
      return sql`select ${about(shape)}, ${totals} from (${placed}) r`
    case 'about':
      return sql`select ${about(shape)}`
    case 'place':
      return sql`select split_part(substr(path, length(node_path) + 1), '/', 1) as part, ${totals} from (${placed}) r group by 1 order by 1`
    case 'node':
    case 'nodeOfPeriod':
    case 'child':
    case 'childOfPeriod':
    case 'nodes':
      return eachNode(shape, placed, totals)
    case 'month':
      return sql`select to_char(on_date, 'YYYY-MM') as part, ${totals} from (${placed}) r group by 1 order by 1`
    case 'kind':
      return sql`select kind as part, ${totals} from (${placed}) r group by 1 order by 1`
    case 'record':
      return sql`select part, ${totals} from (${placed}) r group by 1 order by 1`
    case 'rows':
      return rowsPage(shape, placed)
  }
}

/** The database's discrete percentile is the nearest rank. */
function ranked({ percents }: Shape): RawBuilder<unknown> {
  const each = percents.map(
    (percent) =>
      sql`, percentile_disc(${sql.lit(percent / 100)}) within group (order by amount) as ${sql.ref(percentColumn(percent))}`,
  )
  return sql.join(each, sql``)
}

/** On which day's structure a row is placed: the asked day for a stock, its own day for a flow, or the day of today. */
function structureDay(shape: Shape): RawBuilder<Day> {
  if (shape.structure === 'today') return argument<Day>('structureDay', 'date')
  return shape.rows.dated === 'asOf' ? argument<Day>('asOf', 'date') : sql<Day>`r.on_date`
}

function placedRows(
  shape: Shape,
  rows: Expression<unknown>,
  spells: RawBuilder<unknown>,
  named: (dimension: string) => RawBuilder<string>,
): RawBuilder<unknown> {
  const day = structureDay(shape)
  const node = shape.hierarchy.along === 'place' ? sql.ref('r.place_id') : sql.ref('r.line_id')
  const within = (alias: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${day} < ${sql.ref(`${alias}.valid_to`)})`
  const standing = sql`join ${spells} t on t.office_id = ${instants.office} and t.record_id = ${node} and ${within('t')}`
  const wanted = [
    ...(shape.ofKind ? [sql`r.kind = ${argument('kind', 'text')}`] : []),
    ...(shape.of === null ? [] : [sql`${named(shape.of)} = ${argument('of', 'text')}`]),
  ]
  const only = wanted.length > 0 ? sql`where ${sql.join(wanted, sql` and `)}` : sql``
  if (countsElsewhere(shape)) return sql`select r.*, t.path from (${rows}) r ${standing} ${only}`
  const part = shape.by === null ? sql`` : sql`, ${named(shape.by)} as part`
  // The end of the node's range is computed behind a fence: beside a policy only a plain comparison reaches the index of paths.
  return sql`select r.*, t.path, n.path as node_path${part} from (${rows}) r
    cross join lateral (select a.path, left(a.path, -1) || '0' as path_end from ${spells} a
      where a.office_id = ${instants.office} and a.record_id = ${argument('node', 'uuid')} and ${within('a')} offset 0) n
    ${standing} and t.path >= n.path and t.path < n.path_end ${only}`
}

/**
 * A node beneath the asked one may have lain elsewhere on a row's own day, and counts that row: not all rows lie beneath the asked node.
 * Nor need several named nodes lie beneath one.
 */
const countsElsewhere = (shape: Shape) =>
  shape.answer === 'nodes' || (isOfPeriod(shape) && shape.structure === 'then')

/**
 * What is said beside an answer, so that it costs no further round trip: the node's newest name as known (null where the
 * caller sees no such node), the moment of the change, and the names that the places of the caller's scope bear today.
 */
function about(shape: Shape): RawBuilder<unknown> {
  const spells = sql.table(
    `${schemaOf(shape.hierarchy.schema, shape.past ? 0n : null)}.${shape.hierarchy.name}_spell`,
  )
  const upTo = shape.past ? sql`and change_no <= current_setting('app.known')::bigint` : sql``
  return sql`(select name from ${spells} where office_id = ${instants.office} and record_id = ${argument('node', 'uuid')}
      order by valid_from desc limit 1) as node_name,
    (select recorded_at from platform.change where office_id = ${instants.office} ${upTo} order by change_no desc limit 1) as known_moment,
    (select json_object_agg(record_id, name order by valid_from) from ${sql.table(`${shape.places.schema}.${shape.places.name}_spell`)}
      where office_id = ${instants.office}
        and record_id = any(string_to_array(nullif(current_setting('app.scope', true), ''), ',')::uuid[])) as scope_names`
}

function rowsPage(shape: Shape, placed: RawBuilder<unknown>): RawBuilder<unknown> {
  const order = sql`coalesce(on_date, valid_from), record_id`
  const once = shape.distinct
    ? sql`count(*) over (partition by key) as times, row_number() over (partition by key order by ${order}) as nth`
    : sql`1 as times, 1 as nth`
  const cursor = sql`${argument('afterDay', 'date')}, ${argument('afterRecord', 'uuid')}, ${argument('afterKey', 'text')}`
  return sql`select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day from (
      select *, count(*) over () as total, sum(amount) over () as amount_total from (
        select r.*, coalesce(on_date, valid_from) as day, ${once} from (${placed}) r) every where nth = 1) counted
    where ${argument('afterRecord', 'uuid')} is null or (day, record_id, key) > (${cursor})
    order by day, record_id, key limit ${argument('limit', 'int')}`
}
