import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../platform/values/day.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { employ, foundStreet, register, takeUp, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

const value = async (figure: string, asOf: string, node = street.street) => {
  const {
    value: found,
    absent,
    rowCount,
  } = await at.value({ figure: `people.${figure}`, node, asOf: asOf as Day })
  return [found ?? absent?.code, rowCount]
}
const term = (organisation: string, on: string) =>
  at.happen('organisation', organisation, 'term_began', on, { term_from: on, term_years: '3' })

test('the committee elected, the one before at its own election, and who came or went since are told apart', async () => {
  const [committee] = street.committees
  const branch = street.branches[0]
  const join = (birth: string, education: string, sex = '1') =>
    register(at, '2010-01-01', { branch }, { birth, education, sex })
  await term(committee, '2015-06-20')
  // The board before: of 50 and 40 completed years on its own day.
  const leaving = await join('1965-01', '41')
  const staying = await join('1975-06-20', '61', '2')
  const old = await takeUp(at, '2015-06-20', leaving, committee, { post: 'secretary' })
  const went = await takeUp(at, '2015-06-20', staying, committee)
  expect(await value('committee_elected', '2015-06-20')).toEqual(['2', 2])
  expect(await value('committee_elected_mean_age', '2015-06-20')).toEqual(['45.0', 2])
  expect(await value('committee_previous', '2018-06-19')).toEqual(['0', 0])

  // By the next election one of the two has completed a junior college; one goes, one is elected again, one is new.
  await at.happen('person', staying, 'educated', '2017-07-01', { education: '31' })
  await term(committee, '2018-06-20')
  await at.happen('partyPost', old, 'ended', '2018-06-20', { cause: 'term_ended' })
  await at.happen('partyPost', went, 're_elected', '2018-06-20', {
    gained: 'elected',
    won_on: '2018-06-20',
    duty: null,
    rank: '2',
  })
  const fresh = await join('1990-06-21', '21', '2')
  const secretary = await takeUp(at, '2018-06-20', fresh, committee, { post: 'secretary' })
  const coOpted = await join('1980-01', '33')
  await takeUp(at, '2018-09-01', coOpted, committee, { gained: 'co_opted', won_on: '2018-09-01' })

  expect(await value('committee_elected', '2018-06-30')).toEqual(['2', 2])
  expect(await value('committee_elected_mean_age', '2018-06-20')).toEqual(['35.0', 2])
  expect(await value('committee_elected_mean_age', '2018-06-21')).toEqual(['35.5', 2])
  expect(await value('committee_elected_junior_college_share', '2018-06-30')).toEqual(['100.0', 4])
  expect(await value('committee_elected_again_share', '2018-06-30')).toEqual(['50.0', 3])
  expect(await value('committee_elected_women_share', '2018-06-30')).toEqual(['100.0', 4])
  expect(await value('committee_elected_up_to_35', '2018-06-30')).toEqual(['1', 1])
  // The term before is told as of its own election, whatever was learned or came later.
  expect(await value('committee_previous', '2018-06-30')).toEqual(['2', 2])
  expect(await value('committee_previous_mean_age', '2018-06-30')).toEqual(['45.0', 2])
  expect(await value('committee_previous_junior_college_share', '2018-06-30')).toEqual(['0.0', 2])
  // A co-opted member is in office and was not elected; one who left since is in neither.
  expect(await value('committee_in_office', '2018-09-01')).toEqual(['3', 3])
  expect(await value('committee_elected', '2018-09-01')).toEqual(['2', 2])
  await at.happen('partyPost', secretary, 'ended', '2019-01-01', { cause: 'resigned' })
  expect(await value('committee_elected', '2019-01-01')).toEqual(['1', 1])
  expect(await value('committee_in_office', '2019-01-01')).toEqual(['2', 2])

  const { rows } = await at.rows({
    figure: 'people.committee_elected_mean_age',
    node: street.street,
    asOf: '2018-06-30' as Day,
  })
  expect(new Set(rows.map(({ amount, record }) => `${amount} ${record.type}`))).toEqual(
    new Set(['28 people.party_post', '43 people.party_post']),
  )
})

test('who also sits in the residents’ committee is told by the day', async () => {
  const [, committee] = street.committees
  const [, community] = street.communities
  await term(committee, '2018-06-25')
  const both = await register(at, '2010-01-01', { branch: street.branches[2] })
  await takeUp(at, '2018-06-25', both, committee)
  await employ(at, '2018-08-01', both, community, 'committee_director')
  expect(await value('committee_elected_both_posts', '2018-07-31', community)).toEqual(['0', 0])
  expect(await value('committee_elected_both_posts', '2018-08-01', community)).toEqual(['1', 1])
  // A post in another community is not one of this.
  await employ(at, '2018-08-01', both, street.communities[0], 'committee_member')
  expect(await value('committee_elected_both_posts_share', '2018-08-01', community)).toEqual(['100.0', 2])
})

test('posts are counted against the standard of the day, post by post and community by community', async () => {
  const [first, second] = street.communities
  const person = () => register(at, '2016-01-01', { home: first })
  const worker = await at.establish(
    'standard',
    '2017-01-01',
    { needed: '1' },
    { name: '党建社工', post: 'social_worker' },
  )
  await at.establish('standard', '2017-01-01', { needed: '2' }, { name: '党建协理员', post: 'assistant' })
  expect(await value('posts_needed', '2017-01-01')).toEqual(['6', 4])
  expect(await value('posts_vacant', '2017-01-01')).toEqual(['6', 4])
  const one = await person()
  const filled = await employ(at, '2017-02-01', one, first, 'social_worker')
  // One more than the standard asks for fills no other community's post, and a post without a standard is none.
  await employ(at, '2017-02-01', await person(), first, 'social_worker')
  await employ(at, '2017-02-01', await person(), first, 'leader_in_charge')
  expect(await value('posts_filled', '2017-02-01')).toEqual(['1', 1])
  expect(await value('posts_vacant', '2017-02-01')).toEqual(['5', 3])
  await employ(at, '2017-03-01', one, first, 'assistant')
  await employ(at, '2017-03-01', await person(), first, 'assistant')
  expect(await value('communities_staffed', '2017-02-28')).toEqual(['0', 0])
  expect(await value('communities_staffed', '2017-03-01')).toEqual(['1', 1])
  expect(await value('communities_staffed_share', '2017-03-01')).toEqual(['50.0', 3])
  expect(await value('posts_filled', '2017-03-01')).toEqual(['3', 3])
  // Three posts, two persons: one of them is in two.
  expect(await value('staff', '2017-03-01')).toEqual(['2', 2])
  // The two who came on one day fill one post; when one leaves, the other fills it still.
  await at.happen('communityPost', filled, 'ended', '2017-04-01', { cause: 'moved' })
  expect(await value('communities_staffed', '2017-04-01')).toEqual(['1', 1])
  // From the day on which the standard changes, and not before.
  await at.happen('standard', worker, 'changed', '2018-01-01', { needed: '2' })
  expect(await value('communities_staffed', '2017-12-31')).toEqual(['1', 1])
  expect(await value('communities_staffed', '2018-01-01')).toEqual(['0', 0])
  expect(await value('posts_vacant', '2018-01-01', second)).toEqual(['4', 2])
})

test('before there is a standard nothing is asked for, and no community meets it', async () => {
  expect(await value('communities_staffed', '2016-12-31')).toEqual(['0', 0])
  expect(await value('posts_needed', '2016-12-31')).toEqual(['0', 0])
  expect(await value('communities_staffed_share', '2016-12-31')).toEqual(['0.0', 2])
})
