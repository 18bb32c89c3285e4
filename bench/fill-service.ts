import { sql } from 'kysely'
import type { Database } from '../src/platform/db/database.ts'
import { type Writer, write } from '../src/platform/db/transaction.ts'

export const communities = 20

/**
 * A street of communities with so many companies and requests, all of one change: every request has a lead's part; nine in ten are answered and closed,
 * four in five of those called back. Answers the street's id.
 */
export async function fillService(
  database: Database,
  office: number,
  counts: { readonly companies: number; readonly requests: number },
): Promise<string> {
  const scope = { office, places: 'all' } as const
  const actor = { id: 'bench', name: 'bench' }
  return await write<unknown, string>(database, { scope, actor, kind: 'setup' }, async (writer) => {
    const street = await fillPlaces(writer, office)
    await fillCompanies(writer, office, counts.companies)
    await fillRequests(writer, office, counts.requests)
    return street
  })
}

async function fillPlaces({ db, change }: Writer<unknown>, office: number): Promise<string> {
  await sql`create temporary table spot on commit drop as
    select gen_random_uuid() as id, n, case when n = 0 then 'street' else 'community' end as kind from generate_series(0, ${communities}::int) n`.execute(
    db,
  )
  await sql`insert into organisation.place (office_id, id, kind, label, revision, scope_place_id)
    select ${office}::int, id, kind, 'p' || n, ${change}, id from spot`.execute(db)
  await sql`insert into organisation.place_event (office_id, id, record_id, on_date, seq, kind, sets, scope_place_id)
    select ${office}::int, gen_random_uuid(), id, '2000-01-01', 1, 'established', '{}', id from spot`.execute(
    db,
  )
  await sql`insert into organisation.place_spell (office_id, record_id, valid_from, kind, name, code, parent_id, path, scope_place_id)
    select ${office}::int, s.id, '2000-01-01', s.kind, '地点' || s.n, '3502060990' || lpad(s.n::text, 2, '0'), case when s.n > 0 then t.id end,
      case when s.n = 0 then '/p0/' else '/p0/p' || s.n || '/' end, s.id
    from spot s, (select id from spot where n = 0) t`.execute(db)
  const { rows } = await sql<{ id: string }>`select id from spot where n = 0`.execute(db)
  return rows[0]?.id ?? ''
}

async function fillCompanies({ db, change }: Writer<unknown>, office: number, count: number): Promise<void> {
  await sql`create temporary table firm on commit drop as
    select gen_random_uuid() as id, gen_random_uuid() as unit, f.n, s.id as place
    from generate_series(1, ${count}::int) f (n) join spot s on s.n = 1 + f.n % ${communities}`.execute(db)
  await sql`insert into organisation.legal_person (office_id, id, credit_code, kind, revision)
    select ${office}::int, unit, '91' || lpad(n::text, 16, '0'), 'non_public', ${change} from firm`.execute(
    db,
  )
  await sql`insert into organisation.legal_person_event (office_id, id, record_id, on_date, seq, kind, sets)
    select ${office}::int, gen_random_uuid(), unit, '2010-01-01', 1, 'established', '{}' from firm`.execute(
    db,
  )
  await sql`insert into organisation.legal_person_spell (office_id, record_id, valid_from, name, state)
    select ${office}::int, unit, '2010-01-01', '示例公司' || n, 'operating' from firm`.execute(db)
  await sql`insert into enterprise.company (office_id, id, revision, scope_place_id) select ${office}::int, id, ${change}, place from firm`.execute(
    db,
  )
  await sql`insert into enterprise.company_event (office_id, id, record_id, on_date, seq, kind, sets, scope_place_id)
    select ${office}::int, gen_random_uuid(), id, '2018-01-01', 1, 'listed', '{}', place from firm`.execute(
    db,
  )
  await sql`insert into enterprise.company_spell (office_id, record_id, valid_from, unit_id, place_id, industry, scope_place_id)
    select ${office}::int, id, '2018-01-01', unit, place, 'technology', place from firm`.execute(db)
}

async function fillRequests({ db, change }: Writer<unknown>, office: number, count: number): Promise<void> {
  await sql`insert into enterprise.department (office_id, id, code, revision) values (${office}, gen_random_uuid(), 'BM-01', ${change})`.execute(
    db,
  )
  await sql`insert into enterprise.department_event (office_id, id, record_id, on_date, seq, kind, sets)
    select ${office}::int, gen_random_uuid(), id, '2018-01-01', 1, 'entered', '{}' from enterprise.department`.execute(
    db,
  )
  await sql`insert into enterprise.department_spell (office_id, record_id, valid_from, name, joint)
    select ${office}::int, id, '2018-01-01', '示例部门', true from enterprise.department`.execute(db)
  await sql`create temporary table asked on commit drop as
    select gen_random_uuid() as id, gen_random_uuid() as part, r.n, f.id as company, f.place, date '2018-01-02' + (r.n * 7919) % 2800 as on_day,
      r.n % 10 <> 0 as done, r.n % 5 <> 0 as told, (array['financing', 'upgrading', 'hiring', 'land', 'policy'])[1 + r.n % 5] as kind
    from generate_series(1, ${count}::int) r (n) join firm f on f.n = 1 + r.n % (select count(*) from firm)::int`.execute(
    db,
  )
  await sql`create index on asked (id)`.execute(db)
  await sql`insert into enterprise.request (office_id, id, number, channel, subject, revision, scope_place_id)
    select ${office}::int, id, 'SQ-' || n, 'visit', '示例诉求', ${change}, place from asked`.execute(db)
  await sql`insert into enterprise.request_event (office_id, id, record_id, on_date, seq, kind, sets, outcome, confirmation, satisfaction, scope_place_id)
    select ${office}::int, gen_random_uuid(), id, on_day, 1, 'received', '{}'::jsonb, null, null, null, place from asked
    union all select ${office}::int, gen_random_uuid(), id, on_day + 9, 2, 'closed', '{"outcome": "solved"}', 'solved', 'spoken', null, place from asked where done
    union all select ${office}::int, gen_random_uuid(), id, on_day + 14, 3, 'called_back', '{"satisfaction": "satisfied"}', null, null, 'satisfied', place
    from asked where done and told`.execute(db)
  await sql`insert into enterprise.request_spell (office_id, record_id, valid_from, valid_to, company_id, kind, stage, place_id, scope_place_id)
    select ${office}::int, id, on_day, case when done then on_day + 9 end, company, kind, 'open', place, place from asked
    union all select ${office}::int, id, on_day + 9, case when told then on_day + 14 end, company, kind, 'closed', place, place from asked where done
    union all select ${office}::int, id, on_day + 14, null, company, kind, 'called_back', place, place from asked where done and told`.execute(
    db,
  )
  await sql`insert into enterprise.task (office_id, id, revision, scope_place_id) select ${office}::int, part, ${change}, place from asked`.execute(
    db,
  )
  await sql`insert into enterprise.task_event (office_id, id, record_id, on_date, seq, kind, sets, scope_place_id)
    select ${office}::int, gen_random_uuid(), part, on_day, 1, 'assigned', '{}'::jsonb, place from asked
    union all select ${office}::int, gen_random_uuid(), part, on_day + 8, 2, 'answered', '{}', place from asked where done`.execute(
    db,
  )
  await sql`insert into enterprise.task_spell (office_id, record_id, valid_from, valid_to, request_id, department_id, role, stage, place_id, scope_place_id)
    select ${office}::int, a.part, a.on_day, case when a.done then a.on_day + 8 end, a.id, d.id, 'lead', 'assigned', a.place, a.place from asked a, enterprise.department d
    union all select ${office}::int, a.part, a.on_day + 8, null, a.id, d.id, 'lead', 'answered', a.place, a.place from asked a, enterprise.department d where a.done`.execute(
    db,
  )
}
