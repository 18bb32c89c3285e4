import type { Reader } from '../../../platform/db/transaction.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { namesOfPeople } from '../../people/index.ts'
import type { ContactWay, PostingKind } from '../terms.ts'
import { enterpriseTables, inForceOn } from './enterprise-tables.ts'
import { servedCompanies } from './served-companies.ts'
import { namedPerson, shownCompanies } from './shown-companies.ts'

const newest = 20

/**
 * Who is in charge of a company on a day, and its newest contacts by anybody.
 * @throws Refusal NOT_FOUND for one that is not on the list that day, or out of sight
 */
export async function companyCard(reader: Reader<unknown>, id: string, on: Day) {
  const found = await servedCompanies(reader, on, { id })
  const [company] = await shownCompanies(reader, found, on, { from: 0, limit: 1 })
  if (!company) throw notOnTheList(id)
  const postings = await enterpriseTables(reader)
    .selectFrom('posting_spell as s')
    .where('s.office_id', '=', reader.scope.office)
    .where('s.company_id', '=', id)
    .where(inForceOn('s', on))
    .orderBy('s.kind')
    .orderBy('s.valid_from')
    .select(['s.record_id as id', 's.person_id as person', 's.kind'])
    .execute()
  const made = await enterpriseTables(reader)
    .selectFrom('contact_spell as s')
    .where('s.office_id', '=', reader.scope.office)
    .where('s.company_id', '=', id)
    .where('s.valid_from', '<=', on)
    .distinctOn('s.record_id')
    .orderBy('s.record_id')
    .orderBy('s.valid_from')
    .select(['s.record_id as id', 's.person_id as person', 's.valid_from as on', 's.way', 's.topic'])
    .select('s.next_step as nextStep')
    .execute()
  const contacts = made.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, newest)
  const names = await namesOfPeople(
    reader,
    [...postings, ...contacts].map(({ person }) => person),
  )
  return {
    company,
    postings: postings.map((one) => ({
      id: one.id,
      kind: one.kind as PostingKind,
      person: namedPerson(names, one.person),
    })),
    contacts: contacts.map((one) => ({
      ...one,
      way: one.way as ContactWay,
      person: namedPerson(names, one.person),
    })),
    contactCount: made.length,
  }
}

export const notOnTheList = (id: string) => new Refusal('NOT_FOUND', notListed, { id })

const notListed = text(
  '这一天服务名录中没有这家企业，或者不在您的管辖范围内。请换一个日期，或者核对企业。',
  'The company is not on the list on this day, or lies outside your places. Choose another day, or check the company.',
)
