import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Area } from '../area.ts'
import { encipheredColumns } from '../records/enciphered-columns.ts'
import { isMasked, type RecordType } from '../records/record-type.ts'
import { languages, type Text } from '../text.ts'
import { testDatabase, type TestDatabase } from './database.ts'

type Vocabulary = Readonly<Record<string, Text>>

type Declared = {
  /** The area last, after those on which it stands. */
  readonly areas: readonly Area[]
  readonly recordTypes: readonly RecordType[]
  /** Every vocabulary of the area, by its name in the program. */
  readonly terms: Readonly<Record<string, Vocabulary>>
  /** Each column with a closed vocabulary (`table.column`), and the words that the program has for it. */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>
  /** Columns of spells that follow from elsewhere, by table. */
  readonly derived: Readonly<Record<string, readonly string[]>>
}

const tableOf = (id: string) => id.split('.')[1] as string

/** Tests that what an area declares and what its migrations make of the database are one and the same. */
export function testAgreement({ areas, recordTypes, terms, vocabularies, derived }: Declared): void {
  const schema = areas.at(-1)?.name ?? ''
  let database: TestDatabase
  /** What the database lets into a column, by `table.column`. */
  let allowed: Map<string, readonly string[]>
  let columns: Map<string, { readonly type: string; readonly required: boolean }>
  /** What an erasure empties, by table. */
  let erased: Map<string, readonly string[]>

  beforeAll(async () => {
    database = await testDatabase(areas)
    const client = new Client(database.admin)
    await client.connect()
    const checks = await client.query<{ name: string; values: string[] }>(
      `select c.relname || '.' || a.attname as name,
         (select array_agg(m[1]) from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m) as values
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where k.contype = 'c' and c.relnamespace = $1::regnamespace and cardinality(k.conkey) = 1
         and pg_get_constraintdef(k.oid) ~ '= (ANY|''[^'']*''::text)'`,
      [schema],
    )
    allowed = new Map(checks.rows.map((row) => [row.name, row.values]))
    const found = await client.query<{ name: string; type: string; required: boolean }>(
      `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
      [schema],
    )
    columns = new Map(found.rows.map(({ name, ...column }) => [name, column]))
    const kept = await client.query<{ name: string; personal: string[] }>(
      'select table_name as name, personal from platform.kept_table where table_schema = $1',
      [schema],
    )
    erased = new Map(kept.rows.map(({ name, personal }) => [name, personal]))
    await client.end()
  })
  afterAll(() => database.drop())

  test.each(Object.entries(vocabularies))(
    '%s takes the words of the program and no other',
    (column, words) => {
      expect([...(allowed.get(column) ?? [])].sort()).toEqual(Object.keys(words).sort())
    },
  )

  test('every closed vocabulary of the database is one of the program, and every one of the program is in the database', () => {
    const acts = recordTypes.map((type) => `${tableOf(type.id)}_event.kind`)
    expect([...allowed.keys()].sort()).toEqual([...Object.keys(vocabularies), ...acts].sort())
    expect(new Set(Object.values(vocabularies))).toEqual(new Set(Object.values(terms)))
  })

  test('every word is said in both languages, and no two words of a vocabulary sound the same', () => {
    for (const [name, words] of Object.entries(terms))
      for (const language of languages) {
        const said = Object.values(words).map((word) => word[language])
        expect([name, said.filter((word) => word.trim() === '')]).toEqual([name, []])
        expect([name, new Set(said).size]).toEqual([name, said.length])
      }
  })

  test.each(recordTypes.map((type) => [type.id, type] as const))(
    '%s: its acts are the events that the database takes',
    (id, type) => {
      expect([...(allowed.get(`${tableOf(id)}_event.kind`) ?? [])].sort()).toEqual(
        type.acts.map((act) => act.kind).sort(),
      )
    },
  )

  test.each(recordTypes.map((type) => [type.id, type] as const))(
    '%s: every value has its column, and every column of values its value',
    (id, type) => {
      const table = tableOf(id)
      const own = (prefix: string, kernel: readonly string[]) =>
        [...columns.keys()]
          .flatMap((name) => (name.startsWith(`${prefix}.`) ? [name.slice(prefix.length + 1)] : []))
          .filter((name) => !kernel.includes(name))
      const header = own(table, ['office_id', 'id', 'label', 'revision', 'scope_place_id', 'known_from'])
      expect(header.sort()).toEqual(type.header.map((field) => field.key).sort())
      const kernel = [
        'office_id',
        'record_id',
        'valid_from',
        'valid_to',
        'path',
        'scope_place_id',
        'known_from',
        ...(derived[table] ?? []),
      ]
      expect(own(`${table}_spell`, kernel).sort()).toEqual(type.attributes.map((field) => field.key).sort())
    },
  )

  test.each(recordTypes.map((type) => [type.id, type] as const))(
    '%s: an erasure empties what is personal, what is sensitive and what identifies, and nothing else',
    (id, type) => {
      const personal = type.header.filter((field) => isMasked(field) || field.identifies)
      expect([...(erased.get(tableOf(id)) ?? [])].sort()).toEqual(personal.map(({ key }) => key).sort())
    },
  )

  test('no constraint and no index of the database rests on an enciphered column', async () => {
    const client = new Client(database.admin)
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      `select format('%s.%s.%s', $1::text, c.relname, a.attname) as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relnamespace = $1::regnamespace
       where exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey))
         or exists (select from pg_depend d join pg_index i on i.indexrelid = d.objid
           where d.refobjid = c.oid and d.refobjsubid = a.attnum and d.classid = 'pg_class'::regclass)`,
      [schema],
    )
    await client.end()
    const bound = new Set(rows.map(({ name }) => name))
    const [{ id, naturalKey } = { id: '', naturalKey: [] }] = recordTypes.filter((type) =>
      type.header.some(({ key }) => key === type.naturalKey[0]),
    )
    expect(bound).toContain(`${id}.${naturalKey[0]}`)
    for (const { area, name, column } of encipheredColumns(recordTypes))
      expect([`${area}.${name}.${column}`, bound.has(`${area}.${name}.${column}`)]).toEqual([
        `${area}.${name}.${column}`,
        false,
      ])
  })

  test.each(recordTypes.map((type) => [type.id, type] as const))(
    '%s: kinds of values agree with their columns',
    (id, type) => {
      const fields = [
        ...type.header.map((field) => [field, `${tableOf(id)}.${field.key}`] as const),
        ...type.attributes.map((field) => [field, `${tableOf(id)}_spell.${field.key}`] as const),
      ]
      const types = {
        text: 'text',
        choice: 'text',
        flag: 'boolean',
        reference: 'uuid',
        day: 'date',
        count: 'integer',
        amount: 'bigint',
      } as const
      for (const [field, name] of fields) {
        const column = columns.get(name)
        expect([name, column?.type]).toEqual([name, types[field.kind]])
        if (isMasked(field) || field.identifies) expect([name, column?.required]).toEqual([name, false])
        if (column?.required && field.kind !== 'flag') expect([name, field.required]).toEqual([name, true])
        if (field.kind === 'choice')
          expect(Object.keys(field.choices).sort()).toEqual([...(allowed.get(name) ?? [])].sort())
      }
    },
  )
}
