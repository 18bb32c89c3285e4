import { sql } from 'kysely'
import { Client } from 'pg'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessDatabase, here } from '../../access/testing.ts'
import { newId } from '../../db/id.ts'
import type { ChangeRequest, Writer } from '../../db/transaction.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { answersKeptDays, forgetAnswers } from './forget-answers.ts'
import { digestOf, writeOnce } from './once-only.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await accessDatabase()
})
afterAll(() => database.drop())

const scope = { office: 1, places: 'all' } as const
const change: ChangeRequest = { scope, actor: { id: 'zhang', name: '张三' }, kind: 'event' }

const put = (word: string, body: unknown = { word }, key = word, by = change) =>
  writeOnce(database, by, { key, body }, async (writer: Writer<unknown>) => {
    const id = newId()
    await sql`insert into shelf.item (office_id, id, word, scope_place_id) values (1, ${id}, ${word}, ${here})`.execute(
      writer.db,
    )
    return { id, change: String(writer.change) }
  })

async function counts() {
  const one = async (text: string) =>
    (await database.query(scope, { name: text, text, values: [] })).rows[0]?.[0]
  return {
    head: await one('select head from platform.office where office_id = 1'),
    items: await one('select count(*) from shelf.item'),
  }
}

test('the same request again is answered as the first time and takes no change number', async () => {
  const first = await put('first')
  const before = await counts()
  expect(await put('first')).toEqual(first)
  expect(await put('first')).toEqual(first)
  expect(await counts()).toEqual(before)
})

test('eight at once take effect once, and take one change number', async () => {
  const { head, items } = await counts()
  const answers = await Promise.all(Array.from({ length: 8 }, () => put('at once')))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect(await counts()).toEqual({ head: String(Number(head) + 1), items: String(Number(items) + 1) })
})

test('an answered request waits for no other change of the office', async () => {
  const first = await put('answered')
  const writer = new Client(database.admin)
  await writer.connect()
  try {
    await writer.query('begin; select from platform.office where office_id = 1 for update')
    expect(await put('answered')).toEqual(first)
  } finally {
    await writer.end()
  }
})

test('a key that was used for another body or by another account is refused, and its answer kept from view', async () => {
  await put('taken')
  const before = await counts()
  await expect(put('other', { word: 'other' }, 'taken')).rejects.toMatchObject({ code: 'CONFLICT' })
  const other = { ...change, actor: { id: 'li', name: '李四' } }
  await expect(put('taken', { word: 'taken' }, 'taken', other)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await counts()).toEqual(before)
})

test('the same key in another office is another request', async () => {
  await put('shared key')
  const elsewhere = { ...change, scope: { office: 2, places: 'all' } as const }
  expect(await writeOnce(database, elsewhere, { key: 'shared key', body: 1 }, async () => 'done')).toBe(
    'done',
  )
})

test('an act that fails keeps no answer, so that the request may be sent again', async () => {
  await put('unique')
  await expect(put('unique', { word: 'unique', again: true }, 'failing')).rejects.toMatchObject({
    code: '23505',
  })
  expect(await put('unique too', { word: 'unique', again: true }, 'failing')).toMatchObject({
    id: expect.any(String),
  })
})

test('the order of fields makes no difference to what was asked, every value does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
      const turned = Object.fromEntries(Object.entries(body).reverse())
      expect(digestOf(turned)).toBe(digestOf(body))
      expect(digestOf({ ...body, one: { more: body } })).not.toBe(digestOf(body))
    }),
  )
})

test('an answer is kept for a week and then forgotten, and with it whatever it says', async () => {
  const [old, young] = [await put('a week ago'), await put('since then')]
  const client = new Client(database.admin)
  await client.connect()
  try {
    const kept = async () =>
      (
        await client.query<{ key: string }>(
          'select idempotency_key as key from platform.request where office_id = 1',
        )
      ).rows.map(({ key }) => key)
    expect(await forgetAnswers(database, 1)).toBe(0)
    const age =
      'update platform.change set recorded_at = now() - make_interval(days => $2) where change_no <= $1'
    await client.query(age, [old.change, answersKeptDays + 1])
    expect(await forgetAnswers(database, 1)).toBeGreaterThan(0)
    expect(await kept()).not.toContain('a week ago')
    expect(await kept()).toContain('since then')
    expect(await put('since then')).toEqual(young)
    await client.query(age, [young.change, answersKeptDays + 1])
    await forgetAnswers(database, 1)
    expect(await kept()).toEqual([])
  } finally {
    await client.end()
  }
})
