import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../platform/db/transaction.ts'
import { exportLedger } from '../../platform/ledgers/export-ledger.ts'
import { exportList } from '../../platform/ledgers/export-list.ts'
import { checkImport } from '../../platform/ledgers/check-import.ts'
import { importFile } from '../../platform/ledgers/import-file.ts'
import { filledLedger } from '../../platform/ledgers/ledger-sheet.ts'
import { readSheets } from '../../platform/ledgers/read-sheets.ts'
import { changesSince } from '../../platform/records/changes.ts'
import { findingsOn } from '../../platform/records/findings.ts'
import { listRecords } from '../../platform/records/list.ts'
import { alikeRecords } from '../../platform/records/merge/alike-records.ts'
import { previewMerge } from '../../platform/records/merge/preview-merge.ts'
import { searchRecords } from '../../platform/records/search.ts'
import { viewRecord } from '../../platform/records/view.ts'
import type { Language } from '../../platform/text.ts'
import { clerk } from '../../platform/testing/office.ts'
import { addDays, day, today } from '../../platform/values/day.ts'
import { peopleLedger } from './ledgers/people.ts'
import { personType } from './records.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-masking-'))
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await at.close()
})

const type = 'people.person'
const may = { record: true, correct: true }
const file = (bytes: Uint8Array) => ({ name: 'people.xlsx', bytes })

async function exported(language: Language, clear = false): Promise<Uint8Array> {
  const path = join(folder, 'people.xlsx')
  const asked = {
    language,
    knownAt: '1',
    office: { zh: '测试街道', en: 'Test' },
    by: '测试',
    on: today(),
    clear,
  }
  await read(at.database, at.whole, (reader) => exportLedger(reader, at.engine, peopleLedger, asked, path))
  return new Uint8Array(await readFile(path))
}
const checked = (bytes: Uint8Array) =>
  checkImport(at.database, at.engine, at.whole, { files: [file(bytes)], ledgers: at.ledgers })

/** Values that stand nowhere else, so that finding one of them in an answer is a leak. */
const told = { phone: '13812345678', birth: '1957-08-19', joined_on: '1979-11-23' }
const alsoTold = { phone: '13898765432', birth: '1957-08-19', joined_on: '1981-02-14' }
const secrets = [...Object.values(told), ...Object.values(alsoTold)]

test('no answer, no file and no finding holds a personal value', async () => {
  const branch = street.branches[0]
  const one = await register(at, '2010-01-01', { branch }, { name: '掩码甲', ...told })
  const other = await register(at, '2010-01-01', { branch }, { name: '掩码甲', ...alsoTold })
  await at.correct('person', one, undefined, { phone: told.phone })
  await at.correct('person', other, undefined, { phone: alsoTold.phone })
  const seen = async (id: string) => ({ id, version: await at.versionOf('person', id) })
  const question = { type, where: [], descending: false, all: true, asOf: today(), limit: 200 }
  const base = { type, reason: '重复', overrides: [], take: [] }
  const asking = { scope: at.whole, actor: clerk }
  const listPath = join(folder, 'list.xlsx')
  const columns = personType.header.map(({ key }) => key).filter((key) => key !== 'name')
  const list = {
    question,
    columns,
    language: 'zh',
    known: null,
    office: { zh: '测', en: 'T' },
    by: '测',
  } as const
  await exportList(at.records, at.whole, list, listPath)
  const answers = {
    view: await viewRecord(at.records, at.whole, { type, id: one, asOf: undefined, known: null }, may),
    list: await listRecords(at.records, at.whole, question, null),
    search: await searchRecords(at.records, at.whole, personType, {
      find: '掩码甲',
      asOf: today(),
      known: null,
      limit: 50,
    }),
    alike: await alikeRecords(at.records, at.whole, { type, limit: 50 }),
    merge: await previewMerge(at.records, at.figures, asking, {
      ...base,
      kept: await seen(one),
      given: await seen(other),
    }),
    changes: await changesSince(at.records, at.whole, { limit: 50, known: null }),
    findings: await findingsOn(at.records, [{ type: personType, scope: at.whole }], {}, null),
    ledger: await readSheets(file(await exported('zh'))),
    listFile: await readSheets(file(new Uint8Array(await readFile(listPath)))),
  }
  for (const [name, answer] of Object.entries(answers)) {
    const words = JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect([name, words.length > 100]).toEqual([name, true])
    expect([name, secrets.filter((secret) => words.includes(secret))]).toEqual([name, []])
  }
  expect(answers.view.header['phone']).toEqual({
    value: null,
    shown: { zh: '138****5678', en: '138****5678' },
    masked: true,
  })
  const clear = JSON.stringify(await readSheets(file(await exported('zh', true))))
  expect(secrets.filter((secret) => !clear.includes(secret))).toEqual([])
})

test('a list is neither filtered nor sorted by a personal value', async () => {
  const ask = (more: object) =>
    listRecords(
      at.records,
      at.whole,
      { type, where: [], descending: false, all: true, limit: 9, ...more },
      null,
    )
  await expect(ask({ where: ['phone:13812345678'] })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(ask({ sort: 'birth' })).rejects.toMatchObject({ code: 'INVALID' })
})

test('a mask is no value: a write that holds one is refused, and a write without the field keeps what stands', async () => {
  const id = await register(at, '2010-01-01', { branch: street.branches[0] }, { name: '留存' })
  await at.correct('person', id, undefined, { phone: '13700001111' })
  await expect(at.correct('person', id, undefined, { phone: '137****1111' })).rejects.toMatchObject({
    code: 'INVALID',
    data: { field: 'phone' },
  })
  await at.correct('person', id, undefined, { sex: '2' })
  expect((await at.load('person', id))?.header).toMatchObject({ phone: '13700001111', sex: '2' })
})

const phone = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 999_999_999 }).map((n) => `13${String(n).padStart(9, '0')}`),
    fc.integer({ min: 1_000_000, max: 9_999_999 }).map((n) => `0592-${n}`),
  ),
  { nil: null },
)
const birth = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.boolean())
  .map(([days, whole]) => addDays(day('1940-01-01'), days).slice(0, whole ? 10 : 7))
const joined = fc.option(
  fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day('2001-01-01'), days)),
  {
    nil: null,
  },
)

test('a masked export that is imported again changes nothing, in both languages, and so does a clear one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ phone, birth, joined }), { minLength: 1, maxLength: 6 }),
      async (people) => {
        for (const { phone: number, birth: born, joined: joined_on } of people) {
          const where = { branch: street.branches[1] }
          const id = await register(at, '2015-01-01', where, { birth: born, joined_on })
          await at.correct('person', id, undefined, { phone: number })
        }
        for (const [language, clear] of [
          ['zh', false],
          ['en', false],
          ['zh', true],
        ] as const) {
          const { counts, errors } = await checked(await exported(language, clear))
          expect(errors.first).toEqual([])
          expect([counts.created, counts.updated, counts.refused]).toEqual([0, 0, 0])
          expect(counts.unchanged).toBeGreaterThanOrEqual(people.length)
        }
      },
    ),
    { numRuns: 5 },
  )
})

test('a mask on a new line is an error, a mask of another value too, and a whole value changes the record', async () => {
  const line = {
    code: 'RY-掩码',
    name: '导入',
    sex: '女',
    education: '大学专科毕业',
    begins: '2015-01-01',
    birth: '1980-05',
  }
  const bring = async (more: Record<string, string>, dryRun = false) =>
    await importFile(at.database, at.engine, at.ledgers, {
      scope: at.whole,
      actor: clerk,
      files: [{ name: 'people.xlsx', bytes: await filledLedger(peopleLedger, 'zh', [{ ...line, ...more }]) }],
      dryRun,
    })
  const wrong = async (more: Record<string, string>) =>
    (await bring(more, true)).errors.map(({ heading, message }) => [heading, message.en])
  expect(await wrong({ phone: '138****0000' })).toEqual([
    ['联系电话', expect.stringContaining('The record is new')],
  ])
  expect((await bring({ phone: '13800000000' })).counts.created).toBe(1)
  expect(await wrong({ phone: '139****0000' })).toEqual([
    ['联系电话', expect.stringContaining('138****0000')],
  ])
  expect(await wrong({ phone: '138****0000', joined_on: '•••' })).toEqual([
    ['入党日期', expect.stringContaining('(empty)')],
  ])
  expect((await bring({ phone: '138****0000', birth: '1980年**' }, true)).counts.unchanged).toBe(1)
  const changed = await bring({ phone: '13911112222' }, true)
  expect(changed.counts.updated).toBe(1)
  expect(changed.preview[0]?.changes).toEqual([
    expect.objectContaining({ before: '138****0000', after: '139****2222' }),
  ])
})

test('a number of a person in a text that everybody reads is found, and not repeated', async () => {
  const id = await register(at, '2015-01-01', { branch: street.branches[2] }, { name: '备注13800000000' })
  const { findings } = await viewRecord(at.records, at.whole, { type, id, asOf: undefined, known: null }, may)
  const told = findings.filter(({ rule }) => rule === 'R-PIPL-NUMBERS').map(({ message }) => message.zh)
  expect(told).toEqual([expect.stringContaining('“姓名”里像是写有手机号码')])
  expect(told.join('')).not.toContain('138')
})

test('after an erasure the masks are gone with the values', async () => {
  const id = await register(at, '2015-01-01', { branch: street.branches[2] }, { name: '删除' })
  await at.correct('person', id, undefined, { phone: '13611112222' })
  await at.erase('person', id)
  const { header } = await viewRecord(at.records, at.whole, { type, id, asOf: undefined, known: null }, may)
  const empty = { value: null, shown: null }
  expect([header['phone'], header['birth'], header['joined_on'], header['name']]).toEqual([
    empty,
    empty,
    empty,
    empty,
  ])
})
