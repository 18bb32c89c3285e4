import type { Demo } from '../../../demo/make.ts'
import type { Day } from '../../platform/values/day.ts'
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
    drives_with_open_census: String(drives.length - settled.length),
  }
  for (const [list, lines] of Object.entries(lists)) {
    const organised = lines.filter((line) => hosts.has(line['company_id']))
    figures[`drive_${list}`] = String(lines.length)
    figures[`drive_${list}_organised`] = String(organised.length)
    figures[`drive_${list}_coverage`] = share(organised.length, lines.length)
  }
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`enterprise.${name}`, value]))
}
