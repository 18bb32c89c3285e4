import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { othersToldApart } from '../../../platform/records/apart/told-apart.ts'
import type { RecordsEngine } from '../../../platform/records/records-engine.ts'
import { livesOfOrganisations } from '../../organisation/index.ts'
import { personType } from '../records/person.ts'
import type { Alike, PersonFacts } from '../rules/persons/person-facts.ts'
import { everIn, isAmong, peopleTables } from './people-tables.ts'

type Compared = Alike & { readonly phone: string | null }
type Drafts = readonly Omit<Judged, 'facts'>[]

const textOf = (value: string | boolean | null | undefined) => (typeof value === 'string' ? value : null)
const given = (values: readonly (string | null)[]) => values.filter((value) => value !== null)
const nameKey = ({ name, birth }: { name: string; birth: string | null }) =>
  birth === null || name === '' ? null : `${birth.slice(0, 7)} ${name}`

/** The organisations that persons are affiliated to, and who is like them, as they stand now and as the same write would leave them. */
export async function personFacts(
  reader: Reader<unknown>,
  judged: Drafts,
  engine: Pick<RecordsEngine, 'holdersOf'>,
): Promise<ReadonlyMap<string, PersonFacts>> {
  const organisations = await livesOfOrganisations(reader, everIn(judged, 'branch_id'))
  const drafts = judged.map(asDrafted)
  const all = [...drafts, ...(await storedLike(reader, drafts, engine))]
  const byName = Map.groupBy(all, nameKey)
  const byPhone = Map.groupBy(all, ({ phone }) => phone)
  // Who was said to be another is no question any more, until one of the two is changed in what made them alike.
  const apart = await othersToldApart(
    reader,
    personType,
    drafts.map(({ id }) => id),
  )
  const others = <Key>(id: string, groups: Map<Key | null, Compared[]>, key: Key | null) =>
    key === null ? [] : (groups.get(key) ?? []).filter((other) => !apart.get(id)?.has(other.id))
  return new Map(
    drafts.map((draft) => [
      draft.id,
      {
        organisations,
        sameName: others(draft.id, byName, nameKey(draft)),
        samePhone: others(draft.id, byPhone, draft.phone),
      },
    ]),
  )
}

function asDrafted({ id, header, spells }: Drafts[number]): Compared {
  return {
    id,
    code: textOf(header['code']) ?? '',
    name: textOf(header['name']) ?? '',
    birth: textOf(header['birth']),
    phone: textOf(header['phone']) || null,
    member: spells.filter(({ attributes }) => attributes['branch_id']),
  }
}

/** A telephone is kept enciphered: who has one of these is asked of the records, which tell the ids alone. */
async function storedLike(
  reader: Reader<unknown>,
  drafts: readonly Compared[],
  engine: Pick<RecordsEngine, 'holdersOf'>,
): Promise<Compared[]> {
  const tables = peopleTables(reader)
  const names = given(drafts.map((draft) => (nameKey(draft) === null ? null : draft.name)))
  const phones = given(drafts.map(({ phone }) => phone))
  const holding = await engine.holdersOf(reader, personType, 'phone', phones)
  const phoneOf = new Map([...holding].flatMap(([phone, ids]) => ids.map((id) => [id, phone] as const)))
  const drafted = new Set(drafts.map(({ id }) => id))
  const rows = await tables
    .selectFrom('person')
    .where('office_id', '=', reader.scope.office)
    .where(sql<boolean>`(name = any(${names}::text[]) or id = any(${[...phoneOf.keys()]}::uuid[]))`)
    .select(['id', 'code', 'name', 'birth'])
    .orderBy('code')
    .execute()
  const others = rows.filter(({ id }) => !drafted.has(id))
  const ids = others.map(({ id }) => id)
  const affiliated = await tables
    .selectFrom('person_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', ids))
    .where('branch_id', 'is not', null)
    .select(['record_id', 'valid_from as from', 'valid_to as to'])
    .execute()
  const spells = Map.groupBy(affiliated, (row) => row.record_id)
  return others.map((row) => ({
    ...row,
    name: row.name ?? '',
    phone: phoneOf.get(row.id) ?? null,
    member: spells.get(row.id) ?? [],
  }))
}
