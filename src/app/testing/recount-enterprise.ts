import type { Demo } from '../../../demo/make.ts'
import { type Day, firstOfYear } from '../../platform/values/day.ts'
import { share } from './recount-people.ts'

type Line = Readonly<Record<string, string>>

/** Figures of companies, counted over the lines of the demo's workbooks and its acts, by a person's rules and without a database. */
export function recountEnterprise({ ledgers, life }: Demo, asOf: Day): Record<string, string | null> {
  const linesOf = (id: string): readonly Line[] => ledgers.find(({ ledger }) => ledger.id === id)?.rows ?? []
  const inForce = (line: Line, on: string = asOf) =>
    (line['begins'] as string) <= on && !(line['ends'] && line['ends'] <= on)
  const companies = linesOf('enterprise.companies').filter((line) => inForce(line))
  const drives = linesOf('enterprise.drives').filter((line) => inForce(line))
  const launched = new Map(
    linesOf('enterprise.drives').map((line) => [line['code'], line['begins'] as string]),
  )
  const meets = (line: Line) =>
    line['has_place'] === '是' && line['active'] === '是' && Number(line['staff']) >= 10
  const targets = linesOf('enterprise.targets').filter(meets)
  const begun = (line: Line) => (launched.get(line['drive_id']) as string) <= asOf
  const hosts = new Set(
    linesOf('organisation.party_organisations')
      .filter((line) => inForce(line) && line['kind'] !== '党小组')
      .map((line) => line['unit_id']),
  )
  const lists = {
    today: targets.filter((line) => begun(line) && inForce(line)),
    opening: targets.filter((line) => begun(line) && inForce(line, launched.get(line['drive_id']) as string)),
  }
  const paired = linesOf('enterprise.pairings').filter((line) => inForce(line))
  const members = new Set(
    linesOf('people.people')
      .filter((line) => inForce(line) && line['branch_id'])
      .map((line) => line['code']),
  )
  const people = (lines: readonly Line[]) => new Set(lines.map((line) => line['person_id'])).size
  const here = new Set(companies.map((line) => line['unit_id']))
  const withSomebody = new Set(
    paired.map((line) => line['company_id']).filter((company) => here.has(company)),
  ).size
  const postings = linesOf('enterprise.postings').filter((line) => inForce(line))
  const sentTo = new Set(postings.map((line) => line['company_id']))
  const within = (on: string) => on >= firstOfYear(asOf) && on <= asOf
  const contacts = linesOf('enterprise.contacts').filter((line) => within(line['begins'] as string))
  const outcomes = () => {
    const of = (id: string) => linesOf(`enterprise.${id}`).filter((line) => within(line['begins'] as string))
    const sum = (lines: readonly Line[], value: (line: Line) => bigint) =>
      lines.reduce((total, line) => total + value(line), 0n)
    const [increases, financings, trainings] = [of('capital_increases'), of('financings'), of('trainings')]
    const count = (lines: readonly Line[]) => String(new Set(lines.map((line) => line['company_id'])).size)
    const yuan = (total: bigint) => `${total}.00`
    const whole = (key: string) => (line: Line) => BigInt(line[key] as string)
    return {
      improved_above_scale: count(
        of('improvements').filter((line) =>
          linesOf('enterprise.scale_listings').some(
            (listing) =>
              listing['company_id'] === line['company_id'] && inForce(listing, line['begins'] as string),
          ),
        ),
      ),
      capital_assisted: yuan(
        sum(increases, (line) => whole('new_capital')(line) - whole('old_capital')(line)),
      ),
      capital_assisted_companies: count(increases),
      financing_assisted: yuan(sum(financings, whole('amount'))),
      financing_assisted_companies: count(financings),
      hiring_assisted: String(sum(of('hirings'), whole('persons'))),
      trainings: String(trainings.length),
      training_persons: String(sum(trainings, whole('persons'))),
      training_person_times: String(sum(trainings, whole('person_times'))),
    }
  }
  const settled = life.filter(
    (act) => act.does === 'happen' && act.act === 'census_settled' && act.onDate <= asOf,
  )
  const figures: Record<string, string | null> = {
    companies: String(companies.length),
    companies_above_scale: String(
      new Set(
        linesOf('enterprise.scale_listings')
          .filter((line) => inForce(line))
          .map((line) => line['company_id']),
      ).size,
    ),
    zones: String(
      new Set(
        linesOf('enterprise.zone_places')
          .filter((line) => inForce(line))
          .map((line) => line['zone_id']),
      ).size,
    ),
    zone_leaders: String(people(linesOf('enterprise.zone_leaders').filter((line) => inForce(line)))),
    people_paired: String(people(paired)),
    members_paired: String(people(paired.filter((line) => members.has(line['person_id'])))),
    companies_paired: String(withSomebody),
    companies_with_nobody: String(companies.length - withSomebody),
    pairing_coverage: share(withSomebody, companies.length),
    instructors: String(people(postings)),
    postings: String(postings.length),
    contacts: String(contacts.length),
    companies_contacted: String(new Set(contacts.map((line) => line['company_id'])).size),
    ...outcomes(),
    drives_with_open_census: String(drives.length - settled.length),
  }
  for (const [list, lines] of Object.entries(lists)) {
    const organised = lines.filter((line) => hosts.has(line['company_id']))
    figures[`drive_${list}`] = String(lines.length)
    figures[`drive_${list}_organised`] = String(organised.length)
    figures[`drive_${list}_coverage`] = share(organised.length, lines.length)
    const worked = lines.filter((line) => hosts.has(line['company_id']) || sentTo.has(line['company_id']))
    figures[`drive_${list}_worked`] = String(worked.length)
    figures[`drive_${list}_work_coverage`] = share(worked.length, lines.length)
  }
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`enterprise.${name}`, value]))
}
