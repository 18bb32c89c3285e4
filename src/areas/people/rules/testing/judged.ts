import type { Judged } from '../../../../platform/records/behaviour.ts'
import { judge } from '../../../../platform/rules/judge.ts'
import type { Rule } from '../../../../platform/rules/rule.ts'
import { day } from '../../../../platform/values/day.ts'
import { type Spell, spell } from '../../../../platform/values/spell.ts'
import type { FoundedIn, OrganisationKind, OrganisationLife } from '../../../organisation/index.ts'

type Values = Readonly<Record<string, string | null>>

/** A time with what held in it. */
export const during = <Values extends object>(from: string, to: string | null, values: Values) => ({
  ...spell(from, to),
  ...values,
})
export const within = (from: string, to: string | null, attributes: Values): Judged['spells'][number] => ({
  ...spell(from, to),
  attributes,
})

/** A record with the id 'own' that came to be by one act and went through these spells. */
export function recordOf<Facts>(
  spells: Judged['spells'],
  facts: Facts,
  header: Judged['header'] = {},
): Judged<Facts> {
  const events = spells.map(({ from, attributes }, index) => ({
    id: `event ${index}`,
    onDate: from,
    seq: index,
    kind: 'any',
    sets: attributes,
    documentNo: null,
    reason: null,
  }))
  return { id: 'own', title: '示例', header, events, spells, facts }
}

/** What is found on a day, as 'rule weight'. */
export const found = <Facts>(
  rules: readonly Rule<Judged<Facts>>[],
  record: Judged<Facts>,
  on: string,
): string[] =>
  judge(rules, record, day(on), { type: 'any', id: record.id }).map(({ rule, weight }) => `${rule} ${weight}`)

export const lifeOf = (
  name: string,
  kind: OrganisationKind,
  when: Spell = spell('2000-01-01', null),
  more: { foundedIn?: FoundedIn; seat?: string } = {},
): OrganisationLife => ({
  name,
  spells: [
    {
      ...when,
      kind,
      foundedIn: more.foundedIn ?? 'compound',
      seat: more.seat ?? 'seat',
      path: '/own/',
      termFrom: null,
      termYears: null,
    },
  ],
})
