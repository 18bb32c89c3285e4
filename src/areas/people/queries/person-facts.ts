import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { othersToldApart } from '../../../platform/records/apart/told-apart.ts'
import { livesOfOrganisations } from '../../organisation/index.ts'
import type { Alike, PersonFacts } from '../rules/persons/person-facts.ts'
import { personType } from '../records/person.ts'
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
): Promise<ReadonlyMap<string, PersonFacts>> {
  const organisations = await livesOfOrganisations(reader, everIn(judged, 'branch_id'))
  const drafts = judged.map(asDrafted)
  const all = [...drafts, ...(await storedLike(reader, drafts))]
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

async function storedLike(reader: Reader<unknown>, drafts: readonly Compared[]): Promise<Compared[]> {
  const tables = peopleTables(reader)
  const names = given(drafts.map((draft) => (nameKey(draft) === null ? null : draft.name)))
  const phones = given(drafts.map(({ phone }) => phone))
  const drafted = new Set(drafts.map(({ id }) => id))
  const rows = await tables
    .selectFrom('person')
    .where('office_id', '=', reader.scope.office)
    .where(sql<boolean>`(name = any(${names}::text[]) or phone = any(${phones}::text[]))`)
    .select(['id', 'code', 'name', 'birth', 'phone'])
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
  return others.map((row) => ({ ...row, name: row.name ?? '', member: spells.get(row.id) ?? [] }))
}
