import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boxDatabase, here } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import { newId } from './id.ts'
import { rehearse, takenBack } from './rehearse.ts'
import { type Writer, write } from './transaction.ts'
import { namesAny, writtenTables } from './written-tables.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await boxDatabase()
  await write<unknown, unknown>(database, request, put('甲'))
})
afterAll(() => database.drop())

const request = {
  scope: { office: 1, places: 'all' },
  actor: { id: 'test', name: 'test' },
  kind: 'event',
} as const
const put = (word: string) => (writer: Writer<unknown>) =>
  sql`insert into box.item values (1, ${newId()}, ${word}, null, ${here}, ${writer.change})`.execute(
    writer.db,
  )
const writes: Readonly<Record<string, (writer: Writer<unknown>) => Promise<unknown>>> = {
  'a row is put': put('乙'),
  'a row is changed': ({ db }) => sql`update box.item set word = '丙' where word = '甲'`.execute(db),
  'a row is taken away': ({ db }) => sql`delete from box.item where word = '甲'`.execute(db),
}
const words = async ({ db }: Writer<unknown>) =>
  (await sql<{ word: string }>`select word from box.item order by word`.execute(db)).rows.map(
    ({ word }) => word,
  )

test.each(Object.entries(writes))(
  'a table is written where %s, and what is taken back is not there',
  async (_, act) => {
    await rehearse(database, request, async (writer: Writer<unknown>) => {
      const before = await words(writer)
      const [during, tables] = await takenBack(writer, async () => {
        await act(writer)
        return [await words(writer), await writtenTables(writer)] as const
      })
      expect([before, await words(writer)]).toEqual([['甲'], ['甲']])
      expect(during).not.toEqual(before)
      expect(tables).toContain('item')
      expect(tables).not.toContain('counter')
    })
  },
)

test('what a part throws is thrown, and the whole transaction is lost', async () => {
  const tried = rehearse(database, request, async (writer: Writer<unknown>) => {
    await takenBack(writer, () => put('甲')(writer)).catch(() => undefined)
    await words(writer)
  })
  await expect(tried).rejects.toMatchObject({ code: '25P02' })
})

test('a name is found as a word of its own, and one that is no word is taken for found', () => {
  const text = 'select "place_id" from organisation."place_spell" as places'
  const names = ['place', 'place_spell', 'spell', 'organisation', 'two words']
  expect(names.filter((name) => namesAny(text, new Set([name])))).toEqual([
    'place_spell',
    'organisation',
    'two words',
  ])
  expect(namesAny(text, new Set())).toBe(false)
})
