import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementText } from '../platform/figures/compile.ts'
import { type Counted, inputsOf } from '../platform/figures/figure.ts'
import type { Hierarchy } from '../platform/figures/hierarchy.ts'
import { countingFor } from '../platform/figures/shape.ts'
import { namesAny } from '../platform/db/written-tables.ts'
import { encipheredColumns } from '../platform/records/enciphered-columns.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts'
import { areas } from './areas.ts'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await testDatabase(areas)
  client = new Client(database.admin)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

type Used = { readonly what: string; readonly name: string }

/** The relations that a statement uses and the functions that are not the server's own, as the server itself understands it. */
async function usedBy(text: string): Promise<Used[]> {
  await client.query(`create temp view asked as ${text.replaceAll(/\$\d+/g, 'null')}`)
  const { rows } =
    await client.query<Used>(`select distinct coalesce('relation ' || c.relkind::text, 'function') as what,
      coalesce(c.relname, p.proname) as name
    from pg_depend d join pg_rewrite w on w.oid = d.objid and d.classid = 'pg_rewrite'::regclass
    left join pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
    left join pg_proc p on p.oid = d.refobjid and d.refclassid = 'pg_proc'::regclass
    where w.ev_class = 'asked'::regclass and (c.oid is distinct from w.ev_class) and coalesce(c.relname, p.proname) is not null`)
  await client.query('drop view asked')
  return rows
}

/** A function of an area over days alone, as a clock: what it names is a dictionary, which nobody writes. */
async function readsNothingKept(name: string): Promise<boolean> {
  const { rows } = await client.query<{ source: string }>(
    'select prosrc as source from pg_proc where proname = $1',
    [name],
  )
  const { rows: kept } = await client.query<{ name: string }>(
    'select table_name as name from platform.kept_table',
  )
  return rows.every(({ source }) => !namesAny(source, new Set(kept.map((table) => table.name))))
}

/** The columns of tables that a statement uses, as the server itself understands it: `<area>.<table>.<column>`. */
async function columnsIn(text: string): Promise<string[]> {
  await client.query(`create temp view asked as ${text.replaceAll(/\$\d+/g, 'null')}`)
  const { rows } = await client.query<{
    name: string
  }>(`select distinct format('%s.%s.%s', n.nspname, c.relname, a.attname) as name
    from pg_depend d join pg_rewrite w on w.oid = d.objid and d.classid = 'pg_rewrite'::regclass
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid and d.refclassid = 'pg_class'::regclass
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where w.ev_class = 'asked'::regclass and c.oid is distinct from w.ev_class and a.attnum > 0`)
  await client.query('drop view asked')
  return rows.map(({ name }) => name)
}

test('no figure rests on an enciphered value', async () => {
  const places = areas.flatMap((area) => area.hierarchies ?? []).find(({ along }) => along === 'place')
  const types = areas.flatMap((area) => area.records.map(({ type }) => type))
  const closed = encipheredColumns(types).map(({ area, name, column }) => `${area}.${name}.${column}`)
  const [first] = encipheredColumns(types)
  expect(await columnsIn(`select ${first?.column} from ${first?.area}.${first?.name}`)).toEqual([closed[0]])
  for (const input of areas.flatMap((area) => area.figures).flatMap(inputsOf)) {
    for (const text of textsOf(input, places as Hierarchy)) {
      const used = await columnsIn(text)
      expect([input.id, used.length > 0, used.filter((name) => closed.includes(name))]).toEqual([
        input.id,
        true,
        [],
      ])
    }
  }
})

/** At several nodes, and by each dimension. */
function textsOf(input: Counted, places: Hierarchy): string[] {
  return [
    atNamed(input, places),
    ...Object.keys(input.rows.dimensions ?? {}).map((by) => atNamed(input, places, by)),
  ]
}

function atNamed(input: Counted, places: Hierarchy, by: string | null = null): string {
  const shape = {
    rows: input.rows,
    hierarchy: places,
    places,
    ...countingFor([input]),
    answer: by === null ? 'nodes' : 'record',
  } as const
  return statementText({ ...shape, past: false, structure: 'then', ofKind: false, by, of: null }).text
}

const openViews = areas.flatMap((area) =>
  (area.wholeOffice ?? []).map((open) => ({ area: area.name, ...open })),
)

test('what a figure reads is a table that its statement names, or a view that is said to rest on tables', async () => {
  const places = areas.flatMap((area) => area.hierarchies ?? []).find(({ along }) => along === 'place')
  const inputs = areas.flatMap((area) => area.figures).flatMap(inputsOf)
  const tables = new Set<string>()
  const asked = inputs.flatMap((input) =>
    textsOf(input, places as Hierarchy).map((text) => ({ input, text })),
  )
  for (const { input, text } of asked) {
    for (const { what, name } of await usedBy(text)) {
      if (what === 'function' && (await readsNothingKept(name))) continue
      expect([input.id, what, name, namesAny(text, new Set([name]))]).toEqual([
        input.id,
        openViews.some(({ view }) => view === name) ? 'relation v' : 'relation r',
        name,
        true,
      ])
      tables.add(name)
    }
  }
  expect(inputs.length).toBeGreaterThan(0)
  // What is found that way is there to be found: each of them reads the tree and, but for that of places, something else.
  expect(tables.size).toBeGreaterThan(2)
})

test.each(openViews)(
  '$area.$view rests on the tables from which its functions tell, and on no other',
  async ({ area, view, reads }) => {
    for (const [schema, from] of [
      [area, area],
      [`${area}_known`, `${area}_known`],
    ]) {
      const { rows } = await client.query<{ source: string }>(
        `select distinct p.prosrc as source from pg_rewrite w
       join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_proc'::regclass
       join pg_proc p on p.oid = d.refobjid where w.ev_class = $1::regclass`,
        [`${schema}.${view}`],
      )
      const told = rows.flatMap(({ source }) => [...source.matchAll(new RegExp(`\\b${from}\\.(\\w+)`, 'g'))])
      expect(new Set(told.map(([, table]) => table))).toEqual(new Set(reads))
    }
  },
)

test('a view and a function are seen', async () => {
  await client.query(`create view organisation.hiding as select * from organisation.council;
    create function organisation.hidden() returns int language sql as 'select 1'`)
  expect(await usedBy('select h.id, organisation.hidden() as n from organisation.hiding h')).toEqual(
    expect.arrayContaining([
      { what: 'relation v', name: 'hiding' },
      { what: 'function', name: 'hidden' },
    ]),
  )
})
