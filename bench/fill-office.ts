import { sql } from 'kysely'
import { randomFrom } from '../demo/random.ts'
import type { Database } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/db/id.ts'
import { type Writer, write } from '../src/platform/db/transaction.ts'

const communities = 20
const compoundsEach = 50
const organisationsEach = 100

export type Filled = {
  readonly street: string
  readonly community: string
  readonly compound: string
  readonly organisations: number
}
type Place = {
  id: string
  label: string
  kind: string
  name: string
  parent: string | null
  path: string
  scope: string
}

/** One office of 20 communities, 1 000 compounds and 100 000 organisations, all of one change; a tenth has been dissolved. */
export async function fillOffice(
  database: Database,
  office: number,
  seed: number,
  nameOf: (n: number) => string = (n) => `B-${n}`,
): Promise<Filled> {
  const random = randomFrom(seed)
  const places = makePlaces()
  const day = (year: number) =>
    `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
  const compounds = places.filter((place) => place.kind === 'compound')
  const organisations = compounds.flatMap(({ id, scope }, compoundNo) =>
    Array.from({ length: organisationsEach }, (_, i) => ({
      name: nameOf(compoundNo * organisationsEach + i + 1),
      id: newId(),
      event: newId(),
      seat: id,
      scope,
      from: day(random.between(1990, 2015)),
      to: random.chance(0.1) ? day(random.between(2016, 2017)) : null,
    })),
  )
  const scope = { office, places: 'all' } as const
  await write<unknown, void>(
    database,
    { scope, actor: { id: 'bench', name: 'bench' }, kind: 'setup' },
    async (writer) => {
      await storePlaces(writer, office, places)
      for (let at = 0; at < organisations.length; at += 20_000)
        await storeOrganisations(writer, office, organisations.slice(at, at + 20_000), at)
    },
  )
  const [street, community] = places as [Place, Place]
  const [compound] = compounds as [Place]
  return {
    street: street.id,
    community: community.id,
    compound: compound.id,
    organisations: organisations.length,
  }
}

function makePlaces(): Place[] {
  const place = (kind: string, name: string, above: Place | null): Place => {
    const id = newId()
    const label = `${above ? above.label : ''}${name}`
    const parts = { id, label, kind, name, parent: above?.id ?? null, path: `${above?.path ?? '/'}${label}/` }
    return { ...parts, scope: kind === 'compound' ? (above as Place).id : id }
  }
  const street = place('street', 's', null)
  const middle = Array.from({ length: communities }, (_, i) => place('community', `c${i}`, street))
  const lower = middle.flatMap((above) =>
    Array.from({ length: compoundsEach }, (_, i) => place('compound', `p${i}`, above)),
  )
  return [street, ...middle, ...lower]
}

async function storePlaces(
  { db, change }: Writer<unknown>,
  office: number,
  places: readonly Place[],
): Promise<void> {
  const given = sql`json_to_recordset(${JSON.stringify(places)}) as p(id uuid, label text, kind text, name text, parent uuid, path text, scope uuid)`
  await sql`insert into organisation.place (office_id, id, label, kind, revision, scope_place_id)
    select ${office}, id, label, kind, ${change}, scope from ${given}`.execute(db)
  await sql`insert into organisation.place_spell (office_id, record_id, valid_from, name, code, parent_id, path, kind, scope_place_id)
    select ${office}, id, '1980-01-01', name, label, parent, path, kind, scope from ${given}`.execute(db)
}

async function storeOrganisations(
  { db, change }: Writer<unknown>,
  office: number,
  rows: readonly object[],
  offset: number,
): Promise<void> {
  const given = sql`(select *, ${offset} + row_number() over () as n
    from json_to_recordset(${JSON.stringify(rows)}) as o(id uuid, name text, event uuid, seat uuid, scope uuid, "from" date, "to" date)) o`
  await sql`insert into organisation.party_organisation (office_id, id, label, code, revision, scope_place_id)
    select ${office}, id, 'o' || n, 'B-' || n, ${change}, scope from ${given}`.execute(db)
  await sql`insert into organisation.party_organisation_event (office_id, id, record_id, on_date, seq, kind, sets, place_id, scope_place_id)
    select ${office}, event, id, "from", 1, 'established', '{}', seat, scope from ${given}`.execute(db)
  await sql`insert into organisation.party_organisation_spell (office_id, record_id, valid_from, valid_to, name, kind, founded_in, seat_id, path, scope_place_id)
    select ${office}, id, "from", "to", name, '631', 'compound', seat, '/o' || n || '/', scope from ${given}`.execute(
    db,
  )
}
