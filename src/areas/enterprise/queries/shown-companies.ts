import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'
import { legalPersonsById } from '../../organisation/index.ts'
import { namesOfPeople } from '../../people/index.ts'
import type { ContactWay } from '../terms.ts'
import type { ShownCompany } from '../zone-contract.ts'
import { enterpriseTables, isAmong } from './enterprise-tables.ts'
import type { ServedCompany } from './served-companies.ts'

/** A page of companies by place and name, as they are shown; which is the next page, is said by its first line. */
export async function shownCompanies(
  reader: Reader<unknown>,
  companies: readonly ServedCompany[],
  on: Day,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<ShownCompany[]> {
  const units = await legalPersonsById(
    reader,
    companies.map(({ unit }) => unit),
    on,
  )
  const nameOf = ({ unit }: ServedCompany) => units.get(unit)?.name ?? ''
  const page = companies
    .toSorted(
      (a, b) =>
        a.place.code.localeCompare(b.place.code) ||
        nameOf(a).localeCompare(nameOf(b), 'zh-Hans-CN') ||
        a.id.localeCompare(b.id),
    )
    .slice(from, from + limit)
  const contacts = await lastContacts(reader, page, on)
  const names = await namesOfPeople(
    reader,
    page.flatMap(({ paired }) => paired.map(({ person }) => person)),
  )
  return page.map((company) => {
    const { id, place, paired, unit } = company
    const contact = contacts.get(id)
    return {
      id,
      name: nameOf(company),
      place: { id: place.id, name: place.name },
      zone: place.zone,
      paired: paired.map((one) => ({ id: one.id, person: namedPerson(names, one.person) })),
      lastContact: contact?.last ?? null,
      nextContact: `${units.get(unit)?.creditCode ?? ''}-${(contact?.count ?? 0) + 1}`,
    }
  })
}

export function namedPerson(names: ReadonlyMap<string, string>, id: string) {
  const name = names.get(id)
  return name === undefined ? null : { id, name }
}

type Contacts = { count: number; last: ShownCompany['lastContact'] }

/** Of each company how many contacts are on record, and the last of them up to the day; a contact is made on the day it begins. */
async function lastContacts(
  reader: Reader<unknown>,
  companies: readonly ServedCompany[],
  on: Day,
): Promise<ReadonlyMap<string, Contacts>> {
  const rows = await enterpriseTables(reader)
    .selectFrom('contact_spell as s')
    .where('s.office_id', '=', reader.scope.office)
    .where(
      isAmong(
        's.company_id',
        companies.map(({ id }) => id),
      ),
    )
    .distinctOn('s.record_id')
    .orderBy('s.record_id')
    .orderBy('s.valid_from')
    .select(['s.record_id as id', 's.company_id as company', 's.valid_from as on', 's.way'])
    .select(sql<boolean>`s.valid_from <= ${on}`.as('past'))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ company }) => company)].map(([company, own]) => {
      const last = own.filter(({ past }) => past).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
      return [
        company,
        { count: own.length, last: last ? { id: last.id, on: last.on, way: last.way as ContactWay } : null },
      ]
    }),
  )
}
