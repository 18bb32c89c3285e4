import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRecords } from '../../platform/records/list.ts'
import { searchRecords } from '../../platform/records/search.ts'
import { day } from '../../platform/values/day.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { employ, foundStreet, register } from './testing/street.ts'

let at: PeopleOffice
const asOf = day('2020-01-01')
const names = ['曾示一', '单例一', '仇样一', '解拟一', '尉迟示二', '赵演一', '安示𠮷', '陈例䶮', '林样㛃']
beforeAll(async () => {
  at = await openPeopleOffice()
  const { communities } = await foundStreet(at)
  for (const name of names) {
    const id = await register(at, '2019-01-01', { home: communities[0] }, { name })
    await employ(at, '2019-02-01', id, communities[0], 'assistant')
  }
})
afterAll(() => at.close())

test.each([
  ['people.person', 'name'],
  ['people.community_post', 'person_id'],
])('a list of %s goes by how a surname sounds', async (type, sort) => {
  const { records } = await listRecords(
    at.records,
    at.whole,
    { type, sort, where: [], descending: false, all: false, asOf, limit: 20 },
    null,
  )
  expect(records.map(({ title }) => title)).toEqual([
    '安示𠮷',
    '陈例䶮',
    '林样㛃',
    '仇样一',
    '单例一',
    '解拟一',
    '尉迟示二',
    '曾示一',
    '赵演一',
  ])
})

test.each([
  ['zengshiyi', '曾示一'],
  ['sly', '单例一'],
  ['qiu', '仇样一'],
  ['xieny', '解拟一'],
  ['yuchi', '尉迟示二'],
  ['ycse', '尉迟示二'],
  ['𠮷', '安示𠮷'],
  ['䶮', '陈例䶮'],
  ['㛃', '林样㛃'],
  ['曾', '曾示一'],
])('“%s” finds %s', async (find, name) => {
  const type = at.typeOf('person')
  const { records } = await searchRecords(at.records, at.whole, type, { find, asOf, known: null, limit: 10 })
  expect(records.map(({ title }) => title)).toContain(name)
})
