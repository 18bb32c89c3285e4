import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, boxDatabase, here } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import { newId } from './id.ts'
import { type ChangeKind, read, type Writer, write } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await boxDatabase()
})
afterAll(() => database.drop())

type Db = Kysely<unknown>
type Version = { word: string; contact: string | null; known_from: string; known_to: string | null }
const whole = { office: 1, places: 'all' } as const
const actor = { id: 'test-clerk', name: '测试员' }

/** One change; answers its number. */
const change = (act: (db: Db, writer: Writer<unknown>) => Promise<unknown>, kind: ChangeKind = 'event') =>
  write<unknown, number>(database, { scope: whole, actor, kind }, async (writer) => {
    await act(writer.db as Db, writer)
    return Number(writer.change)
  })
const put = (db: Db, id: string, word: string, contact: string | null = null) =>
  sql`insert into box.item (office_id, id, word, contact, scope_place_id) values (1, ${id}, ${word}, ${contact}, ${here})`.execute(
    db,
  )
const set = (db: Db, id: string, word: string) =>
  sql`update box.item set word = ${word} where office_id = 1 and id = ${id}`.execute(db)
const remove = (db: Db, id: string) =>
  sql`delete from box.item where office_id = 1 and id = ${id}`.execute(db)
const erase = async (db: Db, id: string) =>
  (await sql<{ n: number }>`select platform.erase('box', 'item', 'id', ${id}::uuid) as n`.execute(db)).rows[0]
    ?.n

/** Every version of a record, the superseded ones first. */
const versions = (id: string) =>
  asAdmin<Version>(
    database,
    `select word, contact, known_from::int, known_to::int from box_history.item where id = $1
     union all select word, contact, known_from::int, null from box.item where id = $1 order by known_from`,
    [id],
  )
const knownAt = (known: number) =>
  read<unknown, Version[]>(
    database,
    whole,
    async ({ db }) =>
      (await sql<Version>`select word, contact from box_known.item order by word`.execute(db as Db)).rows,
    BigInt(known),
  )

test('a row carries the change that wrote it; what replaces it sends it to history with the change that did', async () => {
  const id = newId()
  const first = await change((db) => put(db, id, 'one'))
  const second = await change((db) => set(db, id, 'two'))
  const third = await change((db) => remove(db, id))
  expect(await versions(id)).toEqual([
    { word: 'one', contact: null, known_from: first, known_to: second },
    { word: 'two', contact: null, known_from: second, known_to: third },
  ])
  expect(
    await Promise.all(
      [first - 1, first, second, third].map(async (at) => (await knownAt(at)).map((row) => row.word)),
    ),
  ).toEqual([[], ['one'], ['two'], []])
})

test('an update that changes nothing makes no version and keeps the change that the row is known from', async () => {
  const id = newId()
  const first = await change((db) => put(db, id, 'same'))
  await change((db) => set(db, id, 'same'))
  expect(await versions(id)).toEqual([{ word: 'same', contact: null, known_from: first, known_to: null }])
})

test('several writes of one change leave one version: what never stood after a change was never known', async () => {
  const id = newId()
  const fleeting = newId()
  const first = await change((db) => put(db, id, 'start'))
  const second = await change(async (db) => {
    await set(db, id, 'draft')
    await set(db, id, 'final')
    await put(db, fleeting, 'fleeting')
    await remove(db, fleeting)
  })
  expect(await versions(id)).toEqual([
    { word: 'start', contact: null, known_from: first, known_to: second },
    { word: 'final', contact: null, known_from: second, known_to: null },
  ])
  expect(await versions(fleeting)).toEqual([])
})

test('a row that goes and comes again in one change is one step from the old to the new', async () => {
  const id = newId()
  const first = await change((db) => put(db, id, 'before'))
  const second = await change(async (db) => {
    await remove(db, id)
    await put(db, id, 'after')
  })
  expect((await versions(id)).map(({ word, known_from, known_to }) => [word, known_from, known_to])).toEqual([
    ['before', first, second],
    ['after', second, null],
  ])
})

test('nobody chooses the change that a row is known from, and outside a change nothing is written', async () => {
  const id = newId()
  const first = await change((db) =>
    sql`insert into box.item (office_id, id, word, scope_place_id, known_from) values (1, ${id}, 'back-dated', ${here}, 1)`.execute(
      db,
    ),
  )
  await change((db) => sql`update box.item set known_from = 1 where id = ${id}`.execute(db))
  expect((await versions(id)).map((row) => row.known_from)).toEqual([first])
  const bare = { name: 'bare', text: `update box.item set word = 'bare' where id = $1::uuid`, values: [id] }
  await expect(database.query(whole, bare)).rejects.toThrow(/app\.change|bigint/)
})

test('a view of the past without a change to look from raises an error and gives no rows', async () => {
  await change((db) => put(db, newId(), 'anything'))
  const past = { name: 'past', text: 'select word from box_known.item', values: [] }
  await expect(database.query(whole, past)).rejects.toThrow(/app\.known|bigint/)
  const current = read(database, whole, ({ db }) => sql`select word from box_known.item`.execute(db as Db))
  await expect(current).rejects.toThrow(/app\.known|bigint/)
})

test('a large change counts its table anew, where a vacuum meanwhile has counted none of its rows', async () => {
  const fresh = await boxDatabase()
  const counted = async () =>
    (
      await asAdmin<{ n: number }>(
        fresh,
        `select reltuples::int as n from pg_class where oid = 'box.item'::regclass`,
      )
    )[0]?.n
  try {
    await write(fresh, { scope: whole, actor, kind: 'import' }, async ({ db }) => {
      await sql`insert into box.item (office_id, id, word, scope_place_id)
        select 1, gen_random_uuid(), 'word ' || n, ${here} from generate_series(1, 2000) n`.execute(db)
      await asAdmin(fresh, 'vacuum box.item')
      expect(await counted()).toBe(0)
      await sql`select platform.count_anew('box.item')`.execute(db)
    })
    expect(await counted()).toBe(2000)
    await expect(
      write(fresh, { scope: whole, actor, kind: 'event' }, ({ db }) =>
        sql`select platform.count_anew('platform.office')`.execute(db),
      ),
    ).rejects.toThrow(/no kept table/)
  } finally {
    await fresh.drop()
  }
})

test('an erasure empties personal values in every version, and neither counts nor changes move', async () => {
  const id = newId()
  const other = newId()
  await change((db) => put(db, id, 'person', '13900000000'))
  await change((db) => set(db, id, 'person renamed'))
  const third = await change((db) => put(db, other, 'other', '13800000000'))
  const before = await versions(id)
  const counts = await Promise.all(
    [third - 2, third - 1, third].map(async (at) => (await knownAt(at)).length),
  )
  let emptied: number | undefined
  const erased = await change(async (db) => {
    emptied = await erase(db, id)
  }, 'erasure')
  expect(emptied).toBe(2)
  expect(await versions(id)).toEqual(before.map((version) => ({ ...version, contact: null })))
  expect(
    await Promise.all([third - 2, third - 1, third].map(async (at) => (await knownAt(at)).length)),
  ).toEqual(counts)
  expect((await versions(other)).map((row) => row.contact)).toEqual(['13800000000'])
  expect(
    await asAdmin(
      database,
      'select change_no::int, table_name, record_id from platform.erasure where record_id = $1',
      [id],
    ),
  ).toEqual([{ change_no: erased, table_name: 'item', record_id: id }])
})

test('only a change of kind erasure may erase, and only by the function that names what it emptied', async () => {
  const id = newId()
  const first = await change((db) => put(db, id, 'kept', '13700000000'))
  for (const kind of ['event', 'correction', 'import', 'setup'] as const)
    await expect(change((db) => erase(db, id), kind)).rejects.toThrow(/only a change of kind erasure/)
  await expect(
    change((db) => sql`select platform.erase('box', 'none', 'id', ${id}::uuid)`.execute(db), 'erasure'),
  ).rejects.toThrow(/no rows/)
  for (const kind of ['event', 'erasure'] as const)
    await change(async (db) => {
      await sql`select set_config('app.erasing', 'on', true)`.execute(db)
      await set(db, id, `kept in a change of kind ${kind}`)
    }, kind)
  const found = await versions(id)
  expect(found.map((row) => [row.known_from, row.contact])).toEqual(
    [first, first + 1, first + 2].map((at) => [at, '13700000000']),
  )
})

test('an erasure empties only what lies in the scope of who asks', async () => {
  const id = newId()
  await change((db) => put(db, id, 'elsewhere', '13600000000'))
  const scope = { office: 1, places: [newId()] }
  await write<unknown, unknown>(database, { scope, actor, kind: 'erasure' }, async ({ db }) =>
    expect(await erase(db as Db, id)).toBe(0),
  )
  await write<unknown, unknown>(
    database,
    { scope: { office: 2, places: 'all' }, actor, kind: 'erasure' },
    async ({ db }) => expect(await erase(db as Db, id)).toBe(0),
  )
  expect((await versions(id)).map((row) => row.contact)).toEqual(['13600000000'])
})

test('a column that is added later is kept from then on, also where its table already has a past', async () => {
  const fresh = await boxDatabase()
  try {
    const owner = `${fresh.admin.database}_owner`
    await asAdmin(
      fresh,
      `set role ${owner}; alter table box.item add column shade text; select platform.keep('box.item', true, array['contact'])`,
    )
    const id = newId()
    await asAdmin(fresh, `grant select on box_known.item to ${fresh.admin.database}_app`)
    const paint = (shade: string) =>
      write<unknown, number>(
        fresh,
        { scope: whole, actor, kind: 'event' },
        async ({ db, change: number }) => {
          await sql`insert into box.item (office_id, id, word, scope_place_id, shade) values (1, ${id}, 'w', ${here}, ${shade})
          on conflict (office_id, id) do update set shade = excluded.shade`.execute(db as Db)
          return Number(number)
        },
      )
    const first = await paint('red')
    await paint('blue')
    const shade = await read<unknown, unknown>(
      fresh,
      whole,
      async ({ db }) =>
        (await sql<{ shade: string }>`select shade from box_known.item`.execute(db as Db)).rows,
      BigInt(first),
    )
    expect(shade).toEqual([{ shade: 'red' }])
  } finally {
    await fresh.drop()
  }
})
