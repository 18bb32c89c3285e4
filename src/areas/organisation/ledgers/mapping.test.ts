import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportJob, importJobSchema } from '../../../platform/ledgers/contract.ts'
import { ImportJobs } from '../../../platform/ledgers/import-jobs.ts'
import type { LedgersCaller } from '../../../platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures } from '../../../platform/ledgers/ledgers-procedures.ts'
import { UndoJobs } from '../../../platform/ledgers/undo-jobs.ts'
import { textFile } from '../../../platform/ledgers/testing/workbook.ts'
import { clerk } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'
import { type ImportDesk, importDesk } from './testing/import-desk.ts'

type Office = Awaited<ReturnType<ImportDesk['open']>>
let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

/** What a clerk does on the import page of an office. */
function at(office: Office) {
  const report = (error: unknown): never => {
    throw error
  }
  const parts = {
    database: desk.database,
    engine: office.engine,
    figures: office.figures,
    ledgers: organisationLedgers,
    jobs: new ImportJobs(),
    undoings: new UndoJobs(),
    report,
  }
  const does = ledgersProcedures(parts, async () => ({ node: null, asOf: null, known: null, knownAt: '0' }))
  const caller: LedgersCaller = {
    scope: office.whole,
    actor: clerk,
    office: { zh: '测试', en: 'Test' },
    request: 'test',
    may: () => true,
  }
  const settled = async (job: ImportJob): Promise<ImportJob> => {
    let now = job
    while (now.state === 'reading' || now.state === 'writing') {
      await setTimeout(30)
      now = await does.progress(caller, { id: job.id })
    }
    return importJobSchema.parse(now)
  }
  return {
    check: async (...lines: string[]) => {
      const { bytes } = textFile(lines.join('\r\n'))
      const file = new File([bytes as Uint8Array<ArrayBuffer>], '我的表.csv')
      return await settled(await does.check(caller, { ledger: placesLedger.id, file }))
    },
    map: async ({ id, mappings }: ImportJob, change: Readonly<Record<string, string | null>> = {}) =>
      await settled(
        await does.map(caller, {
          id,
          sheets: mappings.map(({ sheet, columns }) => ({
            sheet,
            ledger: placesLedger.id,
            columns: columns.map(({ at: place, heading, key }) => ({
              at: place,
              key: heading in change ? (change[heading] as string | null) : key,
            })),
          })),
        }),
      ),
    commit: async ({ id }: ImportJob, key: string) =>
      await settled(await does.commit(caller, { id, reason: null, idempotencyKey: key })),
  }
}

const own = '序号,地点名称,类别,地点编码,所属上级,成立时间'
const line = '1,示例花园,小区,350206005013-01,350206005013,2016年1月1日'

test('headings that are not the ledger’s are asked about, remembered for the layout, and applied at once the next time', async () => {
  const page = at(await desk.open())
  const asked = await page.check(own, line)
  expect(asked).toMatchObject({ state: 'mapping', counts: { read: 0 }, errors: [] })
  expect(asked.mappings[0]).toMatchObject({
    ledger: placesLedger.id,
    wanted: true,
    headingRow: 1,
    confirmed: null,
  })
  expect(asked.mappings[0]?.columns[3]).toEqual({
    at: 3,
    letter: 'D',
    heading: '地点编码',
    samples: ['350206005013-01'],
    key: 'code',
    because: 'heading',
  })
  const checked = await page.map(asked)
  expect(checked).toMatchObject({ state: 'checked', counts: { read: 1, created: 1 } })
  expect(checked.notices.map(({ zh }) => zh).join()).toContain('A 序号')
  const again = await page.check(
    '地点编码,成立时间,类别,所属上级,地点名称,序号',
    '350206005013-01,2016.1.1,小区,350206005013,示例花园,1',
  )
  expect(again).toMatchObject({ state: 'checked', counts: { read: 1, created: 1 } })
  expect(again.mappings[0]).toMatchObject({ wanted: false, confirmed: { by: clerk.name } })
})

test('a confirmed layout can be changed, and the change holds from then on', async () => {
  const page = at(await desk.open())
  const first = await page.map(await page.check(own, line))
  const changed = await page.map(first, { 地点名称: null, 序号: 'name' })
  expect(changed).toMatchObject({ state: 'checked', preview: [{ title: '1' }] })
  expect((await page.check(own, line)).preview[0]?.title).toBe('1')
})

test('what is required must have a column, and no column two', async () => {
  const page = at(await desk.open())
  const asked = await page.check(own, line)
  await expect(page.map(asked, { 地点编码: null })).rejects.toMatchObject({
    code: 'INVALID',
    words: { zh: expect.stringContaining('代码') },
    data: { missing: ['code'] },
  })
  await expect(page.map(asked, { 序号: 'name' })).rejects.toMatchObject({ code: 'INVALID' })
  await expect(page.map(asked, { 序号: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID' })
  expect((await page.check(own, line)).state).toBe('mapping')
})

test('a workbook without a column says nothing of it: what the records hold there stays', async () => {
  const office = await desk.open()
  const page = at(office)
  const full = '代码,层级,名称,上级地点代码,设立日期,撤销日期,文号,虚构'
  const whole = await page.check(
    full,
    '350206005013-01,小区,旧名,350206005013,2016-01-01,2019-01-01,厦街〔2016〕1号,是',
  )
  expect((await page.commit(whole, 'key-mapping-0001')).state).toBe('done')
  const checked = await page.map(await page.check(own, line.replace('示例花园', '新名')))
  expect(checked.preview[0]?.changes.map(({ field }) => field.zh)).toEqual(['名称'])
  expect((await page.commit(checked, 'key-mapping-0002')).state).toBe('done')
  const stored = await office.found(placesLedger, '350206005013-01')
  expect(stored.header['invented']).toBe(true)
  expect(stored.events.map(({ kind, documentNo }) => [kind, documentNo])).toEqual([
    ['established', '厦街〔2016〕1号'],
    ['dissolved', null],
  ])
})

test('what one office confirmed is not known in another', async () => {
  const first = at(await desk.open())
  await first.map(await first.check(own, line))
  const second = at(await desk.open())
  expect((await second.check(own, line)).state).toBe('mapping')
})
