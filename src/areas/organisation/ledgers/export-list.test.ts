import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../../platform/db/scope.ts'
import { exportList } from '../../../platform/ledgers/export-list.ts'
import { listRecords, type Question } from '../../../platform/records/list.ts'
import type { Language } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { openOffice, type TestOffice } from '../testing/office.ts'

let office: TestOffice
let folder: string
let east: string
beforeAll(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-list-'))
  const street = await office.establish(
    'place',
    '2000-01-01',
    { name: '示例街道', code: '350206005000', parent_id: null },
    { kind: 'street' },
  )
  east = await office.establish(
    'place',
    '2000-01-01',
    { name: '东社区', code: '350206005013', parent_id: street },
    { kind: 'community' },
  )
  const found = (name: string, code: string, more: Record<string, string | null>) =>
    office.establish(
      'organisation',
      '2015-01-01',
      { name, kind: '631', founded_in: 'unit', parent_id: null, seat_id: east, unit_id: null, ...more },
      { code, contact_name: '不可见' },
    )
  await found('乙支部', 'Z2', {})
  await found('甲支部', 'Z1', {})
  await found('丙小组', 'Z3', { kind: '641' })
  await found('街道支部', 'Z4', { seat_id: street })
  const ended = await found('已撤支部', 'Z5', {})
  await office.happen('organisation', ended, 'dissolved', '2017-01-01')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await office.close()
})

const asked = (more: Partial<Question>): Question => ({
  type: 'organisation.party_organisation',
  where: [],
  descending: false,
  all: false,
  asOf: '2018-07-29' as Day,
  ...more,
})
async function taken(
  question: Question,
  columns: string[],
  scope: Scope = office.whole,
  language: Language = 'zh',
) {
  const path = join(folder, 'list.xlsx')
  const options = {
    question,
    columns,
    language,
    known: null,
    office: { zh: '测试街道', en: 'Test Subdistrict' },
    by: '测试经办人',
  }
  const { rows } = await exportList(office.records, scope, options, path)
  const [cover, sheet] = (await readXlsx(await readFile(path))).sheets
  const lines = (sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))
  return {
    rows,
    lines,
    cover: new Map((cover?.rows ?? []).map(([label, value]) => [String(label), String(value)])),
  }
}

test('a list is exported exactly as it is shown: its filter, order and columns, as many lines as it counts', async () => {
  const question = asked({ node: east, where: ['kind:631'], sort: 'name', descending: true })
  const { rows, lines, cover } = await taken(question, ['code', 'kind'])
  const page = await listRecords(office.records, office.whole, { ...question, limit: 50 }, null)
  expect([rows, lines.length - 1]).toEqual([page.total, page.total])
  expect(lines).toEqual([
    ['党组织全称', '组织类型', '党组织代码', '有效自'],
    ...page.records.map(({ title, values, from }) => [title, '党支部', values['code']?.value, from]),
  ])
  expect(page.records.map(({ title }) => title)).toEqual(['乙支部', '甲支部'])
  expect(Object.fromEntries(cover)).toMatchObject({
    地点: '东社区',
    截至: '2018-07-29',
    筛选: '组织类型: 党支部',
    查找: '无',
    排序: '党组织全称 降序',
    行数: '2',
    范围: '当日有效的',
  })
})

test('what was typed, what has ended and the language are those of the page', async () => {
  const { lines, cover } = await taken(asked({ find: 'zhibu', all: true }), [], office.whole, 'en')
  expect(lines[0]).toEqual(['Full name', 'In force from', 'Until'])
  expect(lines.slice(1).map(([title, , until]) => [title, until])).toEqual([
    ['甲支部', ''],
    ['乙支部', ''],
    ['街道支部', ''],
    ['已撤支部', '2017-01-01'],
  ])
  expect([cover.get('Find'), cover.get('Which')]).toEqual(['zhibu', 'Also those not in force that day'])
})

test('nothing outside the caller’s places is in it, and a personal value is masked', async () => {
  const { lines } = await taken(asked({}), ['code'], { office: 1, places: [east] })
  expect(lines.slice(1).map(([title]) => title)).toEqual(['甲支部', '乙支部', '丙小组'])
  const masked = await taken(asked({}), ['contact_name'])
  expect(masked.lines[0]).toContain('联系人')
  expect(new Set(masked.lines.slice(1).map(([, contact]) => contact))).toEqual(new Set(['•••']))
})
