import { beforeAll, describe, expect, test } from 'vitest'
import { CellErrors } from '../../../platform/ledgers/cell-error.ts'
import { type LedgersRead, readLedgers } from '../../../platform/ledgers/reading/read-ledgers.ts'
import type { Ledger } from '../../../platform/ledgers/ledger.ts'
import { MappingWanted, type SheetMapping } from '../../../platform/ledgers/reading/mapping.ts'
import type { WorkbookFile } from '../../../platform/ledgers/read-sheets.ts'
import {
  hasLibreOffice,
  type LibreOfficeFormat,
  savedByLibreOffice,
} from '../../../platform/ledgers/testing/libre-office.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'
import { type DirtyWorkbook, dirtyWorkbooks, writtenByExcelJs } from './testing/dirty-workbooks.ts'

const cases = Object.entries(dirtyWorkbooks)

async function read(
  file: WorkbookFile,
  answers: SheetMapping[] = [],
  asked: Ledger = placesLedger,
): Promise<LedgersRead & { errors: CellErrors }> {
  const errors = new CellErrors()
  const options = { files: [file], ledgers: organisationLedgers, asked, ask: true }
  return { ...(await readLedgers({ ...options, answers }, errors)), errors }
}

/** Reads a dirty workbook, answering what is asked with what is offered, and holds it against what must come of it. */
async function expectRead(file: WorkbookFile, dirt: DirtyWorkbook, text = false): Promise<void> {
  const first = await read(file, [], dirt.ledger).catch((error: unknown) => error)
  let answers: SheetMapping[] = []
  if (dirt.offered) {
    expect(first).toBeInstanceOf(MappingWanted)
    answers = [...(first as MappingWanted).mappings]
    const offered = answers.flatMap(({ columns }) => columns.map(({ heading, key }) => [heading, key]))
    expect(Object.fromEntries(offered)).toEqual(dirt.offered)
  } else if (first instanceof Error) throw first
  const found = dirt.offered
    ? await read(file, answers, dirt.ledger)
    : (first as Awaited<ReturnType<typeof read>>)
  const rows = found.byLedger.get(dirt.ledger ?? placesLedger) ?? []
  expect(
    rows.map(({ number, contents }) => [number, contents.get('code'), contents.get('begins') ?? null]),
  ).toEqual(dirt.lines)
  expect(found.passedOver).toBe(dirt.passedOver ?? 0)
  const messages = found.errors.first.map(({ message }) => message.zh)
  expect(messages).toHaveLength(dirt.errors?.length ?? 0)
  // A text file keeps no numbers: what was one there is text here.
  for (const words of text ? [] : (dirt.errors ?? [])) expect(messages.join('\n')).toContain(words)
  const notices = found.notices.map(({ zh }) => zh).join('\n')
  for (const words of dirt.notices ?? []) expect(notices).toContain(words)
}

test.each(cases)('written by exceljs: %s', async (_name, dirt) => {
  await expectRead({ name: 'x.xlsx', bytes: await writtenByExcelJs(dirt) }, dirt)
})

describe.runIf(hasLibreOffice)('written by LibreOffice', () => {
  const saved = new Map<LibreOfficeFormat, Record<string, WorkbookFile>>()
  beforeAll(async () => {
    const files = await Promise.all(
      cases.map(async ([name, dirt]) => [name.replaceAll(' ', '-'), await writtenByExcelJs(dirt)] as const),
    )
    for (const format of ['xlsx', 'xls', 'ods', 'csv', 'semicolons'] as const)
      saved.set(format, await savedByLibreOffice(Object.fromEntries(files), format))
  }, 600_000)
  const of = (format: LibreOfficeFormat, name: string) =>
    saved.get(format)?.[name.replaceAll(' ', '-')] as WorkbookFile

  test.each(cases)('.xlsx: %s', (name, dirt) => expectRead(of('xlsx', name), dirt))
  test.each(cases)('.xls: %s', (name, dirt) => expectRead(of('xls', name), dirt))
  test.each(cases.filter(([, { noText }]) => !noText))('.csv in GB 18030: %s', (name, dirt) =>
    expectRead(of('csv', name), dirt, true),
  )
  test.each(cases.filter(([, { noText }]) => !noText))('.csv with semicolons: %s', (name, dirt) =>
    expectRead(of('semicolons', name), dirt, true),
  )
  test('.ods is refused with what to do', async () => {
    await expect(read(of('ods', 'title lines above'))).rejects.toMatchObject({
      code: 'INVALID',
      words: { zh: expect.stringMatching(/\.ods.*另存为 \.xlsx/) },
    })
  })
  test('signs beyond the basic plane survive every format', async () => {
    for (const format of ['xlsx', 'xls', 'csv', 'semicolons'] as const) {
      const { byLedger } = await read(of(format, 'title lines above'))
      expect([format, byLedger.get(placesLedger)?.[0]?.contents.get('name')]).toEqual([format, '𠮷䶮㛃花园'])
    }
  })
})
