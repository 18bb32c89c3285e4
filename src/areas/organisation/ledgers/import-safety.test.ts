import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CellValue } from 'hucre/xlsx'
import { newId } from '../../../platform/db/id.ts'
import { checkImport } from '../../../platform/ledgers/check-import.ts'
import type { ImportFileOptions } from '../../../platform/ledgers/import-file.ts'
import { readSheets } from '../../../platform/ledgers/read-sheets.ts'
import { templateOf } from '../../../platform/ledgers/template.ts'
import { workbook } from '../../../platform/ledgers/testing/workbook.ts'
import { writeImport } from '../../../platform/ledgers/write-import.ts'
import { languages } from '../../../platform/text.ts'
import { clerk } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'
import { type ImportDesk, importDesk, organisationsFile, placesFile } from './testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

test('what was changed since the check makes the commit stale', async () => {
  const office = await desk.open()
  await office.bring(organisationsFile('ZB-1,示例党支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const check = async (...lines: string[]) =>
    await checkImport(desk.database, office.engine, office.whole, {
      files: [organisationsFile(...lines)],
      ledgers: organisationLedgers,
    })
  const write = async (checked: Awaited<ReturnType<typeof check>>) =>
    await writeImport(desk.database, office.engine, checked, {
      scope: office.whole,
      actor: clerk,
      id: newId(),
      key: newId(),
    })
  const renamed = await check('ZB-1,示例新支部,党支部,单位,,350206005013,,,,,2016-01-01,,')
  const created = await check('ZB-2,示例二支部,党支部,单位,,350206005013,,,,,2016-01-01,,')
  const id = (await office.found(partyOrganisationsLedger, 'ZB-1'))?.id as string
  await office.happen('organisation', id, 're_seated', '2018-01-01', {
    seat_id: (await office.found(placesLedger, '350206005014'))?.id as string,
    parent_id: null,
  })
  await expect(write(renamed)).rejects.toMatchObject({ code: 'STALE' })
  await office.bring(organisationsFile('ZB-2,先到的支部,党支部,单位,,350206005013,,,,,2016-01-01,,'))
  const before = await office.head()
  await expect(write(created)).rejects.toMatchObject({ code: 'STALE' })
  expect(await office.head()).toBe(before)
})

test('stopped half way through writing, nothing is kept', async () => {
  const office = await desk.open()
  const before = [await office.head(), await office.countOf(placesLedger)]
  const stop = new AbortController()
  const lines = Array.from(
    { length: 1_200 },
    (_, index) => `350206005013-${1_000 + index},小区,花园${index},350206005013,2016-01-01,,,`,
  )
  let written = 0
  const onProgress: ImportFileOptions['onProgress'] = (phase, handled) => {
    if (phase === 'write') written = handled
    if (written > 0) stop.abort()
  }
  await expect(office.bring(placesFile(...lines), { signal: stop.signal, onProgress })).rejects.toThrow(
    'aborted',
  )
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(lines.length)
  expect([await office.head(), await office.countOf(placesLedger)]).toEqual(before)
})

test('a line that a rule forbids refuses the whole file and names the line', async () => {
  const office = await desk.open()
  await office.bring(
    organisationsFile(
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,,',
      'ZB-1,示例党支部,党支部,单位,ZB-0,350206005013,,,,,2016-01-01,,',
    ),
  )
  const before = await office.head()
  const result = await office.bring(
    organisationsFile(
      'ZB-2,示例二支部,党支部,单位,,350206005013,,,,,2016-01-01,,',
      'ZB-0,示例党总支,党总支部,社区,,350206005013,,,,,2015-01-01,2019-01-01,',
    ),
  )
  expect(result.errors).toMatchObject([{ sheet: '党组织台账', row: 3 }])
  expect(await office.head()).toBe(before)
})

test('a clerk of one community brings in its records and no other’s, and learns nothing of them', async () => {
  const office = await desk.open()
  const scope = await office.scopeOf('350206005013')
  expect(
    await office.bring(placesFile('350206005013-01,小区,东花园,350206005013,2016-01-01,,,'), { scope }),
  ).toMatchObject({ errors: [], counts: { created: 1 } })
  const hidden = await office.bring(placesFile('350206005014-01,小区,西花园,350206005014,2016-01-01,,,'), {
    scope,
  })
  expect(hidden.errors).toMatchObject([{ heading: '上级地点代码', value: '350206005014' }])
  const before = await office.head()
  const clash = office.bring(placesFile('350206005014,社区,我的社区,350206005013,2016-01-01,,,'), { scope })
  await expect(clash).rejects.toMatchObject({
    code: 'CONFLICT',
    words: { zh: expect.not.stringContaining('西社区') },
  })
  expect(await office.head()).toBe(before)
})

test.each(languages)(
  'the template in %s reads back with no line to import, and refuses a half-changed example',
  async (language) => {
    const office = await desk.open()
    for (const ledger of organisationLedgers) {
      const bytes = await templateOf(ledger, language)
      expect(await office.bring({ name: 'template.xlsx', bytes })).toMatchObject({
        errors: [],
        counts: { read: 0 },
      })
      const [sheet] = await readSheets({ name: 'template.xlsx', bytes })
      const [head, example] = (sheet?.rows ?? []).map((row) => [...row.values])
      const changed = (example ?? []).map((value, index) => (index === 1 ? `${String(value)}改` : value))
      const result = await office.bring(
        await workbook({ [ledger.sheet[language]]: [head as CellValue[], changed] }),
      )
      expect(result.errors[0]?.message.zh).toContain('例：')
      expect(result.counts.created).toBe(0)
    }
  },
)
