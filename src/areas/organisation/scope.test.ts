import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from 'pg'
import { newId } from '../../platform/db/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { listRecords } from '../../platform/records/list.ts'
import { viewRecord } from '../../platform/records/view.ts'
import { eraseRecord, removeRecord } from '../../platform/records/write.ts'
import { Refusal } from '../../platform/refusal.ts'
import { organisationArea } from './area.ts'
import { catalogueFaults } from '../../platform/testing/catalogue.ts'
import { branchIn as organisation, type Community, fillCommunity as fill } from './testing/communities.ts'
import { clerk, openOffice, type Short, type TestOffice } from './testing/office.ts'

let office: TestOffice
let other: TestOffice
let unit: string
let moved: string
let east: Community
let west: Community
let admin: Client

beforeAll(async () => {
  office = await openOffice(1)
  other = await openOffice(2, office.database)
  admin = new Client(office.database.admin)
  await admin.connect()
  for (const at of [office, other]) {
    const street = await at.establish(
      'place',
      '2000-01-01',
      { name: '街道', code: '350206005000', parent_id: null },
      { kind: 'street' },
    )
    unit = await at.establish(
      'person',
      '2010-01-01',
      { name: '单位', address: null, state: 'operating' },
      { credit_code: '91350206MA2XXXXX0C', kind: 'non_public' },
    )
    const communities = [await fill(at, '01', street, unit), await fill(at, '02', street, unit)] as const
    moved = await organisation(at, 'MOVED', communities[0].place)
    await at.happen('organisation', moved, 're_seated', '2018-06-01', {
      seat_id: communities[1].place,
      parent_id: null,
    })
    if (at === office) [east, west] = communities
  }
})
afterAll(async () => {
  await admin.end()
  await office.close()
})

type Relation = { name: string; scoped: boolean; past: boolean }
/** Every table of the area with its history and its view of the past, from the catalogue. */
async function relations(): Promise<Relation[]> {
  const { rows } = await admin.query<{ table_schema: string; table_name: string; scoped: boolean }>(
    'select * from platform.kept_table',
  )
  return rows.flatMap(({ table_schema: area, table_name: name, scoped }) =>
    ['', '_history', '_known'].map((suffix) => ({
      name: `${area}${suffix}.${name}`,
      scoped,
      past: suffix === '_known',
    })),
  )
}

type Row = { office_id: number; scope_place_id?: string }
/** All rows that a scope gets from a relation without any condition; of a view of the past, at each change. */
async function seen(relation: Relation, scope: Scope): Promise<Row[]> {
  const columns = relation.scoped ? 'office_id, scope_place_id' : 'office_id'
  const statement = {
    name: `every ${relation.name}`,
    text: `select ${columns} from ${relation.name}`,
    values: [],
  }
  const heads = relation.past
    ? Array.from({ length: Number(await office.head()) }, (_, n) => BigInt(n + 1))
    : [undefined]
  const found: Row[] = []
  for (const known of heads) {
    const { rows } = await office.database.query(scope, statement, known)
    found.push(
      ...rows.map(([id, place]) => ({ office_id: Number(id), ...(place ? { scope_place_id: place } : {}) })),
    )
  }
  return found
}

const inEast = (): Scope => ({ office: 1, places: [east.place] })
const leaks = (rows: readonly Row[]) =>
  rows.filter(
    (row) => row.office_id !== 1 || (row.scope_place_id !== undefined && row.scope_place_id !== east.place),
  )

test('every wall of the catalogue stands around the area', async () => {
  const open = organisationArea.wholeOffice?.map(({ view }) => `organisation.${view}`)
  expect(
    await catalogueFaults(admin, ['organisation'], `${office.database.admin.database}_app`, open),
  ).toEqual([])
})

test('without any condition of its own, no statement of a community gets a row of another community or office', async () => {
  const every = await relations()
  expect(every.length).toBe(54)
  for (const relation of every) {
    const rows = await seen(relation, inEast())
    expect([relation.name, leaks(rows)]).toEqual([relation.name, []])
    if (relation.past) continue
    const where = `where office_id = 1 ${relation.scoped ? `and scope_place_id = '${east.place}'` : ''}`
    const { rows: own } = await admin.query(`select from ${relation.name} ${where}`)
    const { rows: foreign } = await admin.query(
      `select from ${relation.name} where not (office_id = 1 ${relation.scoped ? `and scope_place_id = '${east.place}'` : ''})`,
    )
    expect([relation.name, rows.length]).toEqual([relation.name, own.length])
    // A table whose other rows are none would prove nothing.
    if (!/_history\.legal_person/.test(relation.name))
      expect([relation.name, foreign.length > 0]).toEqual([relation.name, true])
  }
})

test('the whole of an office is not the whole of another', async () => {
  for (const relation of await relations())
    expect([
      relation.name,
      (await seen(relation, { office: 1, places: 'all' })).filter((row) => row.office_id !== 1),
    ]).toEqual([relation.name, []])
})

test('without settings there are no rows, and no places are no rows', async () => {
  for (const { name, past } of await relations()) {
    const rows = await office.database.pool.query(`select from ${name}`).then(
      (result) => result.rowCount,
      (error: unknown) => {
        expect([name, past, String(error)]).toEqual([name, true, expect.stringMatching(/app\.known|bigint/)])
        return 0
      },
    )
    expect([name, rows]).toEqual([name, 0])
  }
  for (const relation of await relations())
    if (relation.scoped)
      expect([relation.name, await seen(relation, { office: 1, places: [] })]).toEqual([relation.name, []])
})

test('the tests bite: a view with its owner’s eyes, or a table without its wall, does leak', async () => {
  const app = `${office.database.admin.database}_app`
  await admin.query(
    `create view organisation_known.plain as select * from organisation.party_organisation; grant select on organisation_known.plain to ${app}`,
  )
  expect(
    leaks(await seen({ name: 'organisation_known.plain', scoped: true, past: false }, inEast())).length,
  ).toBeGreaterThan(0)
  await admin.query('drop view organisation_known.plain')
  const past = { name: 'organisation_history.party_organisation', scoped: true, past: false }
  await admin.query(`alter table ${past.name} disable row level security`)
  expect(leaks(await seen(past, inEast())).length).toBeGreaterThan(0)
  await admin.query(`alter table ${past.name} enable row level security`)
  expect(leaks(await seen(past, inEast()))).toEqual([])
})

/** What somebody is told, without the id that they named themselves. */
async function told(asking: (id: string) => Promise<unknown>, id: string): Promise<unknown> {
  const answer = await asking(id).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  const { error } = answer as { error?: unknown }
  if (!(error instanceof Refusal)) return answer
  return JSON.parse(
    JSON.stringify({ code: error.code, words: error.words, data: error.data }).replaceAll(id, 'the id'),
  )
}

test('a record out of scope answers exactly as one that is not there', async () => {
  const scope = inEast()
  const may = { record: true, correct: true }
  const asked: readonly [
    what: string,
    type: Short,
    foreign: string,
    asking: (id: string) => Promise<unknown>,
  ][] = [
    [
      'view',
      'organisation',
      west.branch,
      (id) =>
        viewRecord(
          office.records,
          scope,
          { type: 'organisation.party_organisation', id, asOf: undefined, known: null },
          may,
        ),
    ],
    [
      'view of the past',
      'council',
      west.council,
      (id) =>
        viewRecord(
          office.records,
          scope,
          { type: 'organisation.council', id, asOf: undefined, known: 30n },
          may,
        ),
    ],
    [
      'event',
      'organisation',
      west.branch,
      (id) => office.happen('organisation', id, 'renamed', '2018-07-01', { name: '新名' }, scope),
    ],
    [
      'correction',
      'place',
      west.compound,
      (id) => office.correct('place', id, undefined, { invented: 'true' }, '核对', scope),
    ],
    [
      'reference',
      'organisation',
      west.branch,
      (id) => office.happen('organisation', east.branch, 're_homed', '2018-07-01', { parent_id: id }, scope),
    ],
    [
      'seat of another',
      'place',
      west.compound,
      (id) =>
        office.happen(
          'organisation',
          east.branch,
          're_seated',
          '2018-07-01',
          { seat_id: id, parent_id: null },
          scope,
        ),
    ],
    [
      'figure',
      'place',
      west.place,
      (id) => office.value({ figure: 'organisation.organisations', node: id }, scope),
    ],
    [
      'rows',
      'place',
      west.place,
      async (id) => (await office.rows({ figure: 'organisation.organisations', node: id }, { scope })).rows,
    ],
    [
      'list',
      'place',
      west.place,
      (id) =>
        listRecords(
          office.records,
          scope,
          { type: 'organisation.place', node: id, where: [], descending: false, all: false, limit: 10 },
          null,
        ),
    ],
  ]
  for (const [what, type, foreign, asking] of asked) {
    const there = await office.load(type, foreign)
    expect([what, there?.id]).toEqual([what, foreign])
    const absent = newId()
    expect([what, await told(asking, foreign)]).toEqual([what, await told(asking, absent)])
    if (!['figure', 'rows', 'list'].includes(what))
      expect([what, await told(asking, 'no id')]).toEqual([what, await told(asking, absent)])
  }
})

test('a name of another community finds nothing, and its code is as free of hints as an unknown one', async () => {
  const scope = inEast()
  const list = (find: string) =>
    listRecords(
      office.records,
      scope,
      { type: 'organisation.party_organisation', find, where: [], descending: false, all: true, limit: 10 },
      null,
    )
  expect((await list('党支部ZB-02')).total).toBe(0)
  expect((await list('党支部ZB-01')).total).toBe(1)
  expect(
    await told((node) => office.value({ figure: 'organisation.organisations', node }, scope), '350206005002'),
  ).toEqual(
    await told((node) => office.value({ figure: 'organisation.organisations', node }, scope), '350206005099'),
  )
})

test('no row can be written into another community or office, nor moved, changed or deleted there', async () => {
  const run = (text: string, values: string[] = []) =>
    office.database.query(inEast(), {
      name: newId(),
      text: `with c as (select set_config('app.change', '9999', true)) ${text}`,
      values,
    })
  const insert = `insert into organisation.council (office_id, id, code, revision, scope_place_id) select $1::int, $2::uuid, $3, 1, $4::uuid from c returning id`
  await expect(run(insert, ['1', newId(), 'W', west.place])).rejects.toThrow(/row-level security/)
  await expect(run(insert, ['2', newId(), 'O', east.place])).rejects.toThrow(/row-level security/)
  for (const { name, scoped } of await relations()) {
    const [schema] = name.split('.')
    if (schema !== 'organisation' || !scoped) continue
    const foreign = `organisation.${name.split('.')[1]}`
    expect([
      name,
      (
        await run(
          `update ${foreign} t set scope_place_id = t.scope_place_id from c where t.scope_place_id = $1::uuid returning 1`,
          [west.place],
        )
      ).rows,
    ]).toEqual([name, []])
    expect([
      name,
      (
        await run(`delete from ${foreign} t using c where t.scope_place_id = $1::uuid returning 1`, [
          west.place,
        ])
      ).rows,
    ]).toEqual([name, []])
    await expect(
      run(`update ${foreign} t set scope_place_id = $1::uuid from c returning 1`, [west.place]),
    ).rejects.toThrow(/row-level security/)
    await expect(run(`update ${foreign} t set office_id = 2 from c returning 1`)).rejects.toThrow(
      /row-level security|violates/,
    )
  }
})

test('the application cannot become the owner, touch the past, or take a wall down', async () => {
  const name = office.database.admin.database as string
  const forbidden = [
    `set role ${name}_owner`,
    'set role postgres',
    `set session authorization ${name}_owner`,
    'update organisation_history.party_organisation set code = code',
    'delete from organisation_history.place_spell',
    'insert into organisation_history.place select *, 99 from organisation.place',
    'update platform.change set reason = null',
    'delete from platform.change',
    'update platform.office set office_id = 3',
    'delete from platform.request',
    'insert into platform.erasure values (1, 1, $$organisation$$, $$party_organisation$$, gen_random_uuid())',
    'truncate organisation.place cascade',
    'truncate organisation_history.place',
    'create policy more on organisation.place using (true)',
    'alter policy scope on organisation.place using (true)',
    'drop policy scope on organisation.place',
    'alter table organisation.place disable row level security',
    'alter table organisation.place no force row level security',
    'alter table organisation.place disable trigger keep_history',
    'alter table organisation.place add column shade text',
    'drop table organisation.council_seat_spell',
    'create table organisation.more (id int)',
    'create table public.more (id int)',
    'create schema more',
    'create or replace function organisation_history.keep_place() returns trigger language plpgsql as $$begin return new; end$$',
    `select platform.keep('organisation.place', false)`,
    `select platform.secure_by_office('organisation.place')`,
    `select platform.secure_by_scope('organisation.place')`,
    'update platform.kept_table set scoped = false',
    'update platform.migration set digest = null',
    `alter role ${name}_app bypassrls`,
    `alter role ${name}_app superuser`,
    'select * from pg_authid',
    `set session_replication_role = 'replica'`,
    `copy organisation.place to program 'true'`,
  ]
  for (const sql of forbidden) {
    const outcome = await office.database.pool.query(sql).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
    expect([sql, outcome]).toEqual([sql, expect.stringMatching(/^(42501|28000|22023)$/)])
  }
  // Switched off in the session, the walls turn the statement away instead of letting it through.
  await expect(
    office.database.pool.query(
      'begin; set local row_security = off; select * from organisation.place; commit',
    ),
  ).rejects.toThrow(/row-level security/)
  await office.database.pool.query('rollback')
})

test('a record that came from another community can be worked on by the new one, and keeps its whole life', async () => {
  const id = await organisation(office, 'MOVED-2', east.place)
  await office.happen('organisation', id, 're_seated', '2018-06-01', { seat_id: west.place, parent_id: null })
  const scope: Scope = { office: 1, places: [west.place] }
  await office.happen('organisation', id, 'renamed', '2018-07-01', { name: '新名支部' }, scope)
  await office.correct('organisation', id, undefined, { contact_name: '另一人' }, '核对', scope)
  const whole = await office.load('organisation', id)
  expect(whole?.events.map((event) => [event.kind, event.onDate])).toEqual([
    ['established', '2015-01-01'],
    ['re_seated', '2018-06-01'],
    ['renamed', '2018-07-01'],
  ])
  expect(whole?.spells[0]).toMatchObject({
    from: '2015-01-01',
    to: '2018-06-01',
    attributes: { seat_id: east.place },
  })
  const [first] = whole?.events ?? []
  const changing = office.correct(
    'organisation',
    id,
    { id: first?.id as string, onDate: '2014-01-01' as never, sets: {}, neverWas: false },
    {},
    '核对',
    scope,
  )
  await expect(changing).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a record that left and came back is not robbed of the time between', async () => {
  const id = await organisation(office, 'BACK', west.place)
  await office.happen('organisation', id, 're_seated', '2016-01-01', { seat_id: east.place, parent_id: null })
  await office.happen('organisation', id, 're_seated', '2017-01-01', { seat_id: west.place, parent_id: null })
  const inWest: Scope = { office: 1, places: [west.place] }
  expect((await office.load('organisation', id, null, inWest))?.events.length).toBe(2)
  await office.happen('organisation', id, 'renamed', '2018-01-01', { name: '改名' }, inWest)
  const whole = await office.load('organisation', id)
  expect(whole?.events.map((event) => event.onDate)).toEqual([
    '2015-01-01',
    '2016-01-01',
    '2017-01-01',
    '2018-01-01',
  ])
  expect(whole?.spells.map((spell) => spell.attributes['seat_id'])).toEqual([
    west.place,
    east.place,
    west.place,
    west.place,
  ])
  const base = { type: 'organisation.party_organisation', reason: '重复登记', overrides: [], id }
  const removing = removeRecord(
    office.records,
    { scope: inWest, actor: clerk },
    { ...base, idempotencyKey: newId(), version: await office.versionOf('organisation', id) },
  )
  await expect(removing).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('an erasure by one community empties what the record left behind in another as well', async () => {
  const id = await organisation(office, 'ERASED', east.place)
  await office.happen('organisation', id, 're_seated', '2018-06-01', { seat_id: west.place, parent_id: null })
  const asking = { scope: { office: 1, places: [west.place] }, actor: clerk }
  await eraseRecord(office.records, asking, {
    type: 'organisation.party_organisation',
    id,
    reason: '本人申请',
    idempotencyKey: newId(),
    overrides: [],
  })
  const { rows } = await admin.query(
    `select contact_name, contact_phone from organisation.party_organisation where id = $1
     union all select contact_name, contact_phone from organisation_history.party_organisation where id = $1`,
    [id],
  )
  expect(rows).toEqual([1, 2].map(() => ({ contact_name: null, contact_phone: null })))
})

test('a correction keeps what it does not touch, also where that names a record out of scope', async () => {
  const above = await organisation(office, 'ABOVE', west.place)
  const id = await organisation(office, 'BELOW', east.place)
  const [event] = (await office.load('organisation', id))?.events ?? []
  await office.correct('organisation', id, {
    id: event?.id as string,
    sets: { parent_id: above },
    neverWas: false,
  })
  await office.correct(
    'organisation',
    id,
    { id: event?.id as string, onDate: '2015-02-01' as never, sets: {}, neverWas: false },
    {},
    '核对',
    inEast(),
  )
  expect((await office.load('organisation', id))?.spells).toMatchObject([
    { from: '2015-02-01', attributes: { parent_id: above } },
  ])
})
