import type { Demo } from '../../../demo/make.ts'
import type { Day } from '../../platform/values/day.ts'

type Line = Readonly<Record<string, string>>

/** Figures of people, counted over the lines of the demo's workbooks and its acts, by a person's rules and without a database. */
export function recountPeople({ ledgers, life }: Demo, asOf: Day): Record<string, string | null> {
  const linesOf = (id: string): readonly Line[] => ledgers.find(({ ledger }) => ledger.id === id)?.rows ?? []
  const inForce = (line: Line, on: string) =>
    (line['begins'] as string) <= on && !(line['ends'] && line['ends'] <= on)
  const happened = (act: string, on: string) =>
    life.flatMap((one) => (one.does === 'happen' && one.act === act && one.onDate <= on ? [one] : []))
  const people = new Map(linesOf('people.people').map((line) => [line['code'], line]))
  const posts = linesOf('people.party_posts')
  const codeOf = new Map(Object.entries({ 书记: 'secretary', 副书记: 'deputy_secretary', 委员: 'member' }))
  const wonOn = (line: Line, on: string) =>
    happened('re_elected', on).findLast(
      ({ key }) =>
        key.join() ===
        [line['person_id'], line['organisation_id'], codeOf.get(line['post'] as string)].join(),
    )?.onDate ?? line['won_on']

  /** Of each committee: who sat on a day after an election on that other day. */
  const sitting = (which: 'elected' | 'previous' | 'in_office') => {
    const terms = Map.groupBy(happened('term_began', asOf), ({ key }) => key[0] as string)
    return [...new Set(posts.map((line) => line['organisation_id'] as string))].flatMap((organisation) => {
      const days = (terms.get(organisation) ?? [])
        .map(({ onDate }) => onDate)
        .sort((a, b) => (a < b ? -1 : 1))
      const began = days.at(which === 'previous' ? -2 : -1)
      const on = which === 'previous' ? began : asOf
      if (on === undefined) return []
      const there = posts.filter((line) => line['organisation_id'] === organisation && inForce(line, on))
      const counted = which === 'in_office' ? there : there.filter((line) => wonOn(line, on) === began)
      return counted.map((line) => ({
        line,
        person: people.get(line['person_id']) as Line,
        on,
        before: began
          ? posts.filter(
              (other) => other['organisation_id'] === organisation && inForce(other, before(began)),
            )
          : [],
      }))
    })
  }
  const figures: Record<string, string | null> = { committee_in_office: String(sitting('in_office').length) }
  for (const which of ['elected', 'previous'] as const) {
    const all = sitting(which)
    const ages = all.map(({ person, on }) => age(person['birth'] as string, on))
    const traits = {
      junior_college: all.filter(({ person }) => junior.includes(person['education'] as string)),
      university: all.filter(({ person }) => junior.slice(0, 3).includes(person['education'] as string)),
      women: all.filter(({ person }) => person['sex'] === '女'),
      up_to_35: all.filter(({ person, on }) => age(person['birth'] as string, on) <= 35),
      full_time: all.filter(({ line }) => line['working_time'] === '专职'),
      again: all.filter(({ line, before: sat }) =>
        sat.some((other) => other['person_id'] === line['person_id']),
      ),
      both_posts: [],
    }
    figures[`committee_${which}`] = String(all.length)
    figures[`committee_${which}_mean_age`] = mean(ages)
    for (const [trait, some] of Object.entries(traits)) {
      figures[`committee_${which}_${trait}`] = String(some.length)
      figures[`committee_${which}_${trait}_share`] = share(some.length, all.length)
    }
  }

  const members = [...people.values()].filter((line) => inForce(line, asOf) && line['branch_id'])
  const educated = members.filter((line) => junior.includes(line['education'] as string))
  const assigned = linesOf('people.assignments').filter((line) => inForce(line, asOf))
  const communities = linesOf('organisation.places').filter(
    (line) => line['kind'] === '社区' && inForce(line, asOf),
  )
  const standards = linesOf('people.staffing_standards').filter((line) => inForce(line, asOf))
  const holders = linesOf('people.community_posts').filter((line) => inForce(line, asOf))
  const wants = communities.flatMap(({ code }) =>
    standards.map(({ post, needed }) => {
      const there = holders.filter((line) => line['place_id'] === code && line['post'] === post)
      return { code, needed: Number(needed), filled: there.slice(0, Number(needed)) }
    }),
  )
  const filled = wants.flatMap((want) => want.filled)
  const met = communities.filter(
    ({ code }) =>
      standards.length > 0 && wants.every((want) => want.code !== code || want.filled.length === want.needed),
  )
  const needed = wants.reduce((sum, want) => sum + want.needed, 0)
  return Object.fromEntries(
    Object.entries({
      ...figures,
      members: String(members.length),
      members_by_age: String(members.length),
      members_junior_college: String(educated.length),
      members_junior_college_share: share(educated.length, members.length),
      members_mean_age: mean(members.map((line) => age(line['birth'] as string, asOf))),
      temporary_members: String(new Set(assigned.map((line) => line['person_id'])).size),
      posts_filled: String(filled.length),
      posts_needed: String(needed),
      posts_vacant: String(needed - filled.length),
      staff: String(new Set(filled.map((line) => line['person_id'])).size),
      communities: String(communities.length),
      communities_staffed: String(met.length),
      communities_staffed_share: share(met.length, communities.length),
    }).map(([name, value]) => [`people.${name}`, value]),
  )
}

const junior = ['博士研究生毕业', '硕士研究生毕业', '大学本科毕业', '大学专科毕业']

/** The day before, as text; enough for spells that are compared with it. */
const before = (on: string) => new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Of a birth known to the month: its first day has come where the month has. */
const age = (birth: string, on: string) =>
  Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5, 7) < birth.slice(5, 7) ? 1 : 0)

const mean = (ages: readonly number[]) => {
  const sum = ages.reduce((total, one) => total + one, 0)
  return ages.length === 0 ? null : tenths(Math.floor((20 * sum + ages.length) / (2 * ages.length)))
}
/** Per cent with one decimal, half up. */
/** Of a hundred, half up. */
export function share(part: number, whole: number, decimals = 1): string | null {
  if (whole === 0) return null
  const unit = 10 ** decimals
  return (Math.floor((200 * unit * part + whole) / (2 * whole)) / unit).toFixed(decimals)
}
const tenths = (of: number) => (of / 10).toFixed(1)
