import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areas } from '../src/app/areas.ts'
import { inputsOf } from '../src/platform/figures/figure.ts'
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts'
import { formatSql } from './format-sql.ts'
import { differing, generatedFiles } from './generated.ts'
import { projectRoot } from './testing/run.ts'

let database: TestDatabase
let files: Map<string, string>
beforeAll(async () => {
  database = await testDatabase(areas)
  files = await generatedFiles(database.admin)
})
afterAll(() => database.drop())

const read = (path: string) => {
  const file = join(projectRoot, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

test('every generated file is what the migrations and declarations make of it today', () => {
  expect(files.size).toBeGreaterThan(areas.length)
  expect(differing(files, read)).toEqual([])
})

test('a file that was edited by hand, or is not there, is named', () => {
  for (const path of files.keys()) {
    expect(differing(files, (other) => (other === path ? `${read(other)} ` : read(other)))).toEqual([path])
    expect(differing(files, (other) => (other === path ? null : read(other)))).toEqual([path])
  }
})

test('a column that was added to the database is a difference in the types of its schema alone', async () => {
  const client = new Client(database.admin)
  await client.connect()
  const [area] = areas
  const { rows } = await client.query<{ name: string }>(
    'select table_name as name from platform.kept_table where table_schema = $1 limit 1',
    [area?.name],
  )
  await client.query(`alter table ${area?.name}.${rows[0]?.name} add column added date`)
  await client.end()
  expect(differing(await generatedFiles(database.admin), read)).toEqual([
    `src/areas/${area?.name}/tables.generated.ts`,
  ])
})

test('the SQL of every counted figure stands beside it, once for its value and once for its rows', () => {
  for (const area of areas) {
    const sql = files.get(`src/areas/${area.name}/figures/statements.generated.sql`) ?? ''
    for (const { id } of area.figures.flatMap(inputsOf))
      for (const answer of ['value', 'rows']) expect(sql.split(`-- ${id}: ${answer}\n`).length).toBe(2)
  }
})

test('a formatted statement is the statement: only white space differs', () => {
  const sql = `select "a"."x", count(*) as n from (select 'it''s  (one)' as x, y::text from t where a<=b and (c is null or d>=e)) a left join b on true where x = any($1::int[]) order by 1`
  const squeezed = (text: string) => text.replaceAll(/\s+/g, '')
  expect(squeezed(formatSql(sql))).toBe(squeezed(sql))
  expect(formatSql(sql)).toContain(`'it''s  (one)'`)
  expect(
    formatSql(sql)
      .split('\n')
      .map((line) => line.trim().split(' ')[0]),
  ).toEqual(['select', 'from', 'select', 'from', 'where', 'and', ')', 'left', 'where', 'order'])
})
