import { afterAll, beforeAll, expect, test } from 'vitest'
import { toldOf } from '../../platform/testing/told-of.ts'
import { makeCreditCode } from '../../platform/values/credit-code.ts'
import { furnish } from './testing/furnish.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'

let at: EnterpriseOffice
let there: Awaited<ReturnType<typeof furnish>>
beforeAll(async () => {
  at = await openEnterpriseOffice()
  there = await furnish(at)
}, 120_000)
afterAll(() => at.close())

let codes = 0
const member = async (branch: string, since: string) => {
  codes += 1
  return await at.establish(
    'person',
    since,
    { education: '21', branch_id: branch, category: 'full', home_id: null },
    { code: `RY-${codes}`, name: `示例${codes}`, sex: '1', birth: '1980-05', joined_on: '2004-07-01' },
  )
}
const shells = async (branch: string, on: string) =>
  (await toldOf(at, branch, on)).filter((told) => told.startsWith('R-S3-SHELL'))
const branchOf = async () => {
  const { unit } = await there.company(there.east, '2012-01-01')
  return { unit, branch: await there.branch(there.east, unit, '2014-01-01') }
}

test('the company is gone: told from that day, and the branch stands until the committee decides', async () => {
  const { unit, branch } = await branchOf()
  await at.happen('legalPerson', unit, 'state_changed', '2017-05-01', { state: 'revoked' })
  expect(await shells(branch, '2017-04-30')).toEqual([])
  expect(await shells(branch, '2017-05-01')).toEqual(['R-S3-SHELL inform'])
})

test('fewer than three full members for six months: a day with three starts the count anew', async () => {
  const { branch } = await branchOf()
  expect(await shells(branch, '2017-01-01')).toEqual([])
  for (const since of ['2014-02-01', '2014-02-01']) await member(branch, since)
  const third = await member(branch, '2014-02-01')
  await at.happen('person', third, 'membership_ended', '2017-01-10', {
    branch_id: null,
    category: null,
    home_id: there.east,
    ending: 'transferred_out',
  })
  expect(await shells(branch, '2017-07-09')).toEqual([])
  expect(await shells(branch, '2017-07-10')).toEqual(['R-S3-SHELL inform'])
  await member(branch, '2017-08-01')
  expect(await shells(branch, '2017-08-01')).toEqual([])
})

test('no secretary for six months; of a branch of which none was ever recorded nothing is concluded', async () => {
  const { branch } = await branchOf()
  for (const since of ['2014-02-01', '2014-02-01']) await member(branch, since)
  const person = await member(branch, '2014-02-01')
  expect(await shells(branch, '2017-01-01')).toEqual([])
  const post = await at.establish('partyPost', '2014-03-01', {
    person_id: person,
    organisation_id: branch,
    post: 'secretary',
    duty: null,
    gained: 'elected',
    won_on: '2014-03-01',
    working_time: 'part_time',
    standing: null,
    rank: null,
  })
  await at.happen('partyPost', post, 'ended', '2016-12-01', { cause: 'resigned' })
  expect(await shells(branch, '2017-05-31')).toEqual([])
  expect(await shells(branch, '2017-06-01')).toEqual(['R-S3-SHELL inform'])
})

test('a branch in a public unit is none of this', async () => {
  const unit = await at.establish(
    'legalPerson',
    '2010-01-01',
    { name: '示例学校', address: null, state: 'cancelled' },
    { credit_code: makeCreditCode('1', '2', '350206', 'XX900001'), kind: 'institution' },
  )
  expect(await shells(await there.branch(there.east, unit, '2014-01-01'), '2017-01-01')).toEqual([])
})

test('the office sets its own test from a day on: other months, other members', async () => {
  const set = (matter: string, from: string, most: string) =>
    at.establish('serviceLimit', from, { most }, { name: matter, matter })
  const [few, enough] = [(await branchOf()).branch, (await branchOf()).branch]
  for (const branch of [few, enough, few, enough, enough]) await member(branch, '2014-02-01')
  const third = await member(few, '2014-02-01')
  await at.happen('person', third, 'membership_ended', '2017-07-10', {
    branch_id: null,
    category: null,
    home_id: there.east,
    ending: 'transferred_out',
  })
  await set('shell_months', '2018-03-01', '12')
  expect(await shells(few, '2018-02-28')).toEqual(['R-S3-SHELL inform'])
  expect(await shells(few, '2018-03-01')).toEqual([])
  expect(await shells(few, '2018-07-10')).toEqual(['R-S3-SHELL inform'])
  await set('shell_members', '2018-08-01', '3')
  expect(await shells(enough, '2018-07-31')).toEqual([])
  expect(await shells(enough, '2018-08-01')).toEqual(['R-S3-SHELL inform'])
})

test('what a company says of its members is held against its own branch, where that has any on file', async () => {
  const { id, unit } = await there.company(there.east, '2012-01-01')
  const told = async (on: string) => (await toldOf(at, id, on)).filter((one) => one.startsWith('R-S3-04'))
  await at.happen('company', id, 'surveyed', '2017-01-01', { members_said: '2' })
  expect(await told('2017-06-01')).toEqual([])
  const branch = await there.branch(there.east, unit, '2014-01-01')
  expect(await told('2017-06-01')).toEqual([])
  await member(branch, '2014-02-01')
  expect(await told('2017-06-01')).toEqual(['R-S3-04 warn'])
  await member(branch, '2017-07-01')
  expect(await told('2017-06-30')).toEqual(['R-S3-04 warn'])
  expect(await told('2017-07-01')).toEqual([])
  const joint = await there.branch(there.east, (await there.company(there.east)).unit, '2014-01-01', '632')
  await member(joint, '2014-02-01')
  expect(await told('2017-07-01')).toEqual([])
})
