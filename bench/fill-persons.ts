import { sql } from 'kysely'
import { randomFrom } from '../demo/random.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/id.ts'
import { type Writer, write } from '../src/platform/db/transaction.ts'

/** Of a thousand reasons one holds a telephone number, which the rule on free texts finds. */
const reasons = [
  null,
  '转接组织关系',
  '根据支部党员大会决定，材料已于2018年6月30日前核对',
  '街委〔2018〕12号',
]
const withNumber = '联系 138 1234 5678 核对'

/** So many members, five to an organisation that is there, all of one change. Answers their ids. */
export async function fillPersons(
  database: Database,
  office: number,
  seed: number,
  persons: number,
): Promise<readonly string[]> {
  const random = randomFrom(seed)
  const rows = Array.from({ length: persons }, (_, n) => ({
    id: newId(),
    event: newId(),
    name: `示例${n}`,
    sex: String(1 + (n % 2)),
    birth: `${random.between(1940, 1995)}-${String(random.between(1, 12)).padStart(2, '0')}`,
    phone: `139${String(n).padStart(8, '0')}`,
    joined: `2010-01-${String(random.between(1, 28)).padStart(2, '0')}`,
    reason: n % 1_000 === 0 ? withNumber : (reasons[random.between(0, reasons.length - 1)] ?? null),
  }))
  const scope = { office, places: 'all' } as const
  await write<unknown, void>(
    database,
    { scope, actor: { id: 'bench', name: 'bench' }, kind: 'setup' },
    async (writer) => {
      for (let at = 0; at < rows.length; at += 20_000)
        await storePersons(writer, office, rows.slice(at, at + 20_000), at)
    },
  )
  return rows.map(({ id }) => id)
}

async function storePersons(
  { db, change }: Writer<unknown>,
  office: number,
  rows: readonly object[],
  offset: number,
): Promise<void> {
  const given = sql`(select p.*, ${offset} + p.nth as n, o.record_id as branch, o.seat_id as seat, o.scope_place_id as scope
    from (select *, row_number() over () as nth from json_to_recordset(${JSON.stringify(rows)}) as r(id uuid, event uuid, name text, sex text,
      birth text, phone text, joined date, reason text)) p
    join (select *, row_number() over (order by record_id) as nth from organisation.party_organisation_spell where valid_to is null) o
      on o.nth = 1 + (${offset} + p.nth) / 5) g`
  await sql`insert into people.person (office_id, id, code, name, sex, birth, phone, joined_on, revision, scope_place_id)
    select ${office}, id, 'RY-' || n, name, sex, birth, phone, joined, ${change}, scope from ${given}`.execute(
    db,
  )
  await sql`insert into people.person_event (office_id, id, record_id, on_date, seq, kind, sets, reason, scope_place_id)
    select ${office}, event, id, '2016-01-01', 1, 'registered', jsonb_build_object('education', '31', 'branch_id', branch, 'category', 'full', 'home_id', null), reason, scope
    from ${given}`.execute(db)
  await sql`insert into people.person_spell (office_id, record_id, valid_from, education, branch_id, category, place_id, scope_place_id)
    select ${office}, id, '2016-01-01', '31', branch, 'full', seat, scope from ${given}`.execute(db)
}

/** So many enterprises, judged by their free texts alone; of a thousand addresses one holds a telephone number. */
export async function fillEnterprises(database: Database, office: number, count: number): Promise<void> {
  const scope = { office, places: 'all' } as const
  await write<unknown, void>(
    database,
    { scope, actor: { id: 'bench', name: 'bench' }, kind: 'setup' },
    async ({ db, change }) => {
      await sql`create temporary table filled on commit drop as select gen_random_uuid() as id, n from generate_series(1, ${count}::int) n`.execute(
        db,
      )
      await sql`insert into organisation.legal_person (office_id, id, credit_code, kind, revision)
        select ${office}, id, '91' || lpad(n::text, 16, '0'), 'non_public', ${change} from filled`.execute(db)
      await sql`insert into organisation.legal_person_event (office_id, id, record_id, on_date, seq, kind, sets)
        select ${office}, gen_random_uuid(), id, '2016-01-01', 1, 'established', jsonb_build_object('name', '示例公司' || n, 'state', 'operating') from filled`.execute(
        db,
      )
      await sql`insert into organisation.legal_person_spell (office_id, record_id, valid_from, name, address, state)
        select ${office}, id, '2016-01-01', '示例公司' || n, '示例路' || n || '号' || case when n % 1000 = 0 then '，电话13812345678' else '' end, 'operating'
        from filled`.execute(db)
    },
  )
}
