import { expect, test } from 'vitest'
import { spell } from '../../../../platform/values/spell.ts'
import type { OrganisationKind } from '../../../organisation/index.ts'
import { type PartyPost, partyPosts } from '../../terms.ts'
import { during, found, lifeOf, recordOf, within } from '../testing/judged.ts'
import { assignmentRules } from './assignment-rules.ts'
import type { PartyPostFacts, PartyPostHeld } from './party-post-facts.ts'
import { partyPostRules } from './party-post-rules.ts'
import { postsOf } from './posts-of.ts'

const on = '2018-06-30'
const inCommunity = (seat: string) => ({ foundedIn: 'community', seat }) as const
const always = spell('2000-01-01', null)
const organisations = new Map([
  ['branch', lifeOf('示例党支部', '631')],
  ['gone', lifeOf('已撤销党支部', '631', spell('2010-01-01', on))],
  ['north', lifeOf('北社区党委', '611', always, inCommunity('north'))],
  ['north branch', lifeOf('北社区党支部', '631', always, inCommunity('north'))],
  ['south', lifeOf('南社区党总支', '621', always, inCommunity('south'))],
  ['compound', lifeOf('南小区党支部', '631', always, { seat: 'south' })],
  ['south temporary', lifeOf('南临时党支部', '931', always, inCommunity('south'))],
])
const held = (
  organisation: string,
  post: PartyPost,
  { person = 'p', record = 'other', from = '2015-01-01', to = null as string | null } = {},
): PartyPostHeld => during(from, to, { record, person, organisation, post })
const holder = (category: 'full' | 'probationary' | null, to: string | null = null) =>
  new Map([['p', { name: '示例一', spells: [during('2010-01-01', to, { category })] }]])
const groups = (others: readonly PartyPostHeld[]) => ({
  inOrganisation: Map.groupBy(others, ({ organisation }) => organisation),
  ofPerson: Map.groupBy(others, ({ person }) => person),
})

const of = (
  organisation: string,
  post: PartyPost,
  facts: Partial<PartyPostFacts> = {},
  { to = null as string | null, day = on } = {},
) => {
  const values = { person_id: 'p', organisation_id: organisation, post }
  const own = held(organisation, post, { record: 'own' })
  return found(
    partyPostRules,
    recordOf([within('2016-01-01', to, values)], {
      organisations,
      holders: holder('full'),
      ...groups([own]),
      ...facts,
    }),
    day,
  )
}

test('every kind of organisation has posts of its own, and a post elsewhere is told', () => {
  const kinds = Object.keys(postsOf) as OrganisationKind[]
  expect(kinds).toHaveLength(10)
  for (const kind of kinds) {
    const only = { organisations: new Map([['one', lifeOf('某组织', kind)]]) }
    for (const post of Object.keys(partyPosts) as PartyPost[]) {
      const fits = (post === 'group_leader') === (kind === '641')
      expect({ kind, post, told: of('one', post, only) }).toEqual({
        kind,
        post,
        told: fits ? [] : ['R-S1-04-POST warn'],
      })
    }
  }
})

test.each([
  ['a full member', holder('full'), []],
  ['a probationary member', holder('probationary'), ['R-S1-10-HOLDER warn']],
  ['no member', holder(null), ['R-S1-10-HOLDER warn']],
  ['a full member until that day', holder('full', on), ['R-S1-10-HOLDER warn']],
  ['a full member until the day after', holder('full', '2018-07-01'), []],
  ['out of sight', new Map(), []],
] as const)('a secretary who is %s', (_what, holders, expected) => {
  expect(of('branch', 'secretary', { holders })).toEqual(expected)
})

const secretary = (more: object) => groups([held('branch', 'secretary', { person: 'q', ...more })])
test.each([
  ['another secretary', secretary({}), ['R-S1-04-SECRETARY warn']],
  ['another who left that day', secretary({ to: on }), []],
  ['another who leaves the day after', secretary({ to: '2018-07-01' }), ['R-S1-04-SECRETARY warn']],
  ['another from the day after', secretary({ from: '2018-07-01' }), []],
  ['the secretary alone', secretary({ record: 'own' }), []],
  ['a deputy', groups([held('branch', 'deputy_secretary', { person: 'q' })]), []],
  ['a secretary of another organisation', groups([held('compound', 'secretary', { person: 'q' })]), []],
] as const)('beside a secretary stands %s', (_what, facts, expected) => {
  expect(of('branch', 'secretary', facts)).toEqual(expected)
  expect(of('branch', 'member', facts)).toEqual([])
})

test.each([
  ['the committee of another community', 'south', 'member', {}, ['R-S4-COMMUNITY warn']],
  ['its committee as secretary', 'south', 'secretary', {}, ['R-S4-COMMUNITY warn']],
  ['its committee until that day', 'south', 'member', { to: on }, []],
  ['its committee from the day after', 'south', 'member', { from: '2018-07-01' }, []],
  ['the committee of the same community', 'north branch', 'member', {}, []],
  ['a compound’s branch in another community', 'compound', 'member', {}, []],
  ['a temporary branch in another community', 'south temporary', 'member', {}, []],
  ['another community, as somebody else', 'south', 'member', { person: 'q' }, []],
] as const)(
  'who sits in a community’s committee also sits in %s',
  (_what, organisation, post, more, expected) => {
    expect(of('north', 'member', groups([held(organisation, post, more)]))).toEqual(expected)
  },
)

test('who holds a post elsewhere than in a community’s committee may sit in one', () => {
  expect(of('compound', 'member', groups([held('north', 'member')]))).toEqual([])
})

test('a post in an organisation that is gone is told, and one that has ended is not judged', () => {
  expect(of('gone', 'member')).toEqual(['R-S1-09-STANDING warn'])
  expect(of('gone', 'member', {}, { day: '2018-06-29' })).toEqual([])
  expect(of('gone', 'member', { holders: holder('probationary') }, { to: on })).toEqual([])
  expect(of('out of sight', 'member')).toEqual([])
})

test.each([
  ['931', []],
  ['911', []],
  ['631', ['R-S1-06-ASSIGNED warn']],
  ['641', ['R-S1-06-ASSIGNED warn']],
] as const)('an assignment to an organisation of kind %s', (kind, expected) => {
  const facts = { organisations: new Map([['one', lifeOf('某组织', kind, spell('2010-01-01', on))]]) }
  const record = recordOf([within('2016-01-01', null, { person_id: 'p', organisation_id: 'one' })], facts)
  expect(found(assignmentRules, record, '2018-06-29')).toEqual(expected)
  expect(found(assignmentRules, record, on)).toEqual(['R-S1-09-STANDING warn'])
})
