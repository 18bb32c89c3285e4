import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { performBulk } from '../../platform/records/bulk/perform-bulk.ts'
import { selectRecords } from '../../platform/records/bulk/select-records.ts'
import { clerk } from '../../platform/testing/office.ts'
import { type Day, day } from '../../platform/values/day.ts'
import { enterpriseFigures } from './figures/figures.ts'
import { contactType, recordTypes } from './records.ts'
import { stillThere } from './rules/departed-rule.ts'
import { withinLimit } from './rules/instructor-limit-rule.ts'
import {
  contact,
  enrol,
  foundServedStreet,
  listCompany,
  pair,
  type ServedStreet,
} from './testing/served-street.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'
import { toldOf } from '../../platform/testing/told-of.ts'

let at: EnterpriseOffice
let street: ServedStreet
beforeAll(async () => {
  at = await openEnterpriseOffice()
  street = await foundServedStreet(at)
})
afterAll(() => at.close())

const start = '2018-01-01'
const value = async (figure: string, asOf: string, more: object = {}) =>
  (await at.value({ figure: `enterprise.${figure}`, asOf: asOf as Day, ...more })).value

test('a transfer hands all pairings of an officer over at once, as one change, and the days before keep them', async () => {
  const [leaving, taking] = [await enrol(at, {}), await enrol(at, {})]
  const companies = await Promise.all(
    [...street.communities, street.building].map((place) => listCompany(at, start, place)),
  )
  for (const company of companies) await pair(at, '2018-02-01', company, leaving)
  const selected = await selectRecords(at.records, at.whole, {
    type: 'enterprise.pairing',
    where: [`person_id:${leaving}`],
    descending: false,
    all: false,
    asOf: day('2018-06-01'),
  })
  expect(selected.total).toBe(3)
  const done = await performBulk(
    at.records,
    { scope: at.whole, actor: clerk },
    {
      type: 'enterprise.pairing',
      act: 'handed_over',
      onDate: day('2018-06-01'),
      documentNo: '示例〔2018〕6号',
      reason: '干部调动',
      sets: { person_id: taking },
      records: selected.records.map(({ id, version }) => ({ id, version })),
      overrides: [],
      idempotencyKey: newId(),
    },
  )
  expect(done.count).toBe(3)
  expect([await value('people_paired', '2018-05-31'), await value('people_paired', '2018-06-01')]).toEqual([
    '1',
    '1',
  ])
  for (const { id } of selected.records) {
    const record = await at.load('pairing', id)
    expect(record?.spells.map(({ attributes }) => attributes['person_id'])).toEqual([leaving, taking])
  }
  expect(await value('companies_with_nobody', '2018-06-01')).toBe('0')
  // Nothing hangs on the officer any more, so that the file can be closed.
  await at.happen('person', leaving, 'closed', '2018-06-02')
})

test('a company is not paired twice with the same person, and does not leave the list while somebody is paired', async () => {
  const person = await enrol(at, {})
  const company = await listCompany(at, start, street.building)
  await pair(at, '2018-02-01', company, person)
  await expect(pair(at, '2018-03-01', company, person)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(
    at.happen('company', company, 'left', '2018-05-01', { leaving: 'closed' }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

test('R-S8-06: who has left every post, or whose file is closed, is still in charge of a company', async () => {
  const [first] = street.communities
  const company = await listCompany(at, start, first)
  const officer = await enrol(at, { home: first })
  const post = await at.establish('communityPost', '2016-01-01', {
    person_id: officer,
    place_id: first,
    post: 'social_worker',
    gained: 'employed',
    won_on: null,
    working_time: 'full_time',
    duty: null,
    standing: null,
    rank: null,
    contract_until: null,
  })
  const paired = await pair(at, '2018-02-01', company, officer)
  expect(await toldOf(at, paired, '2018-06-30')).toEqual([])
  await at.happen('communityPost', post, 'ended', '2018-06-01', { cause: 'resigned' })
  expect(await toldOf(at, paired, '2018-05-31')).toEqual([])
  expect(await toldOf(at, paired, '2018-06-01')).toEqual(['R-S8-06 warn'])
  // Who never held a post here has left none.
  const member = await enrol(at, { branch: street.branch })
  expect(await toldOf(at, await pair(at, '2018-02-01', company, member), '2018-06-30')).toEqual([])
  const gone = await enrol(at, { branch: street.branch })
  await at.happen('person', gone, 'closed', '2018-03-01')
  const late = await at.establish('posting', '2018-04-01', {
    company_id: company,
    person_id: gone,
    kind: 'liaison',
  })
  expect(await toldOf(at, late, '2018-04-01')).toEqual(['R-S8-06 warn'])
})

test('R-S3-07: an instructor answers for more companies than the office’s limit; without a limit nothing is said', async () => {
  const instructor = await enrol(at, { branch: street.branch })
  const sent: string[] = []
  for (const place of [...street.communities, street.building])
    sent.push(
      await at.establish('posting', '2018-02-01', {
        company_id: await listCompany(at, start, place),
        person_id: instructor,
        kind: 'instructor',
      }),
    )
  const [one = ''] = sent
  expect(await toldOf(at, one, '2018-06-30')).toEqual([])
  const limit = await at.establish(
    'serviceLimit',
    '2018-03-01',
    { most: '2' },
    { name: '不超过2家', matter: 'instructor_companies' },
  )
  expect(await toldOf(at, one, '2018-02-28')).toEqual([])
  expect(await toldOf(at, one, '2018-03-01')).toEqual(['R-S3-07 warn'])
  await at.happen('serviceLimit', limit, 'changed', '2018-05-01', { most: '3' })
  expect(await toldOf(at, one, '2018-05-01')).toEqual([])
  const liaison = await at.establish('posting', '2018-04-01', {
    company_id: await listCompany(at, start, street.building),
    person_id: instructor,
    kind: 'liaison',
  })
  expect(await toldOf(at, liaison, '2018-04-15')).toEqual([])
})

test('rules warn only: they rest on practice', () => {
  expect([stillThere, withinLimit].map(({ weight, source }) => [weight, source])).toEqual([
    ['warn', 'practice'],
    ['warn', 'practice'],
  ])
})

test('a contact has a day, a person, a way, a topic and a next step: no place of the caller, picture, length or quota', () => {
  const keys = [
    ...contactType.header,
    ...contactType.attributes,
    ...contactType.acts.flatMap(({ details = [] }) => details),
  ]
    .map(({ key }) => key)
    .sort()
  expect(keys).toEqual(['code', 'company_id', 'invented', 'next_step', 'person_id', 'topic', 'way'])
  expect(contactType.acts.map(({ kind }) => kind)).toEqual(['made'])
})

test('nothing of the area ranks or scores anybody', () => {
  const words = [
    ...recordTypes.flatMap((type) =>
      [...type.header, ...type.attributes].map(({ key, label }) => `${key} ${label.zh} ${label.en}`),
    ),
    ...enterpriseFigures.map(({ id, label }) => `${id} ${label.zh} ${label.en}`),
  ]
  expect(words.length).toBeGreaterThan(30)
  expect(
    words.filter((word) => /rank|score|quota|排名|排行|积分|打分|指标|签到|定位|照片/iu.test(word)),
  ).toEqual([])
})

test('contacts of a period, as known before and after one was said never to have been', async () => {
  const company = await listCompany(at, start, street.building)
  const person = await enrol(at, {})
  await contact(at, '2018-03-01', company, person)
  const wrong = await contact(at, '2018-03-05', company, person, { way: 'phone' })
  const period = { from: '2018-03-01' as Day, through: '2018-03-31' as Day }
  const count = async (more: object = {}) =>
    (await at.value({ figure: 'enterprise.contacts', period, ...more })).value
  const known = String(await at.head())
  expect([await count(), await count({ kind: 'phone' })]).toEqual(['2', '1'])
  await at.remove('contact', wrong)
  expect([await count(), await count({ knownAt: known })]).toEqual(['1', '2'])
  // It keeps neither the company on the list nor the person on file.
  await at.happen('company', company, 'left', '2018-06-01', { leaving: 'closed' })
  await at.happen('person', person, 'closed', '2018-06-01')
})
