import type { Scope } from '../../../../platform/db/scope.ts'
import { read } from '../../../../platform/db/transaction.ts'
import {
  importFile,
  type ImportFileOptions,
  type ImportResult,
} from '../../../../platform/ledgers/import-file.ts'
import type { Ledger } from '../../../../platform/ledgers/ledger.ts'
import type { WorkbookFile } from '../../../../platform/ledgers/read-sheets.ts'
import { textFile } from '../../../../platform/ledgers/testing/workbook.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { organisationArea } from '../../area.ts'
import { clerk, openOffice, type TestOffice } from '../../testing/office.ts'
import { organisationLedgers } from '../index.ts'

const placesHead = '代码,层级,名称,上级地点代码,设立日期,撤销日期,文号,虚构'
const organisationsHead =
  '党组织代码,党组织全称,组织类型,设置于,上级党组织代码,所在地点代码,所在单位信用代码,联系人,联系电话,虚构,成立日期,撤销日期,文号'

export const csv = (head: string, lines: readonly string[], name = '地点台账.csv'): WorkbookFile =>
  textFile([head, ...lines].join('\r\n'), name)
export const placesFile = (...lines: string[]) => csv(placesHead, lines, '地点台账.csv')
export const organisationsFile = (...lines: string[]) => csv(organisationsHead, lines, '党组织台账.csv')
export const placeHeadings = placesHead.split(',')

type Stored = NonNullable<Awaited<ReturnType<TestOffice['load']>>>

/** One database, and for each test an office of its own with a street and two communities, 东社区 and 西社区. */
export async function importDesk() {
  const database: TestDatabase = await testDatabase([organisationArea])
  let offices = 0
  const open = async () => {
    offices += 1
    const office = await openOffice(offices, database)
    const bring = async (file: WorkbookFile, more: Partial<ImportFileOptions> = {}): Promise<ImportResult> =>
      await importFile(database, office.engine, organisationLedgers, {
        scope: office.whole,
        actor: clerk,
        files: [file],
        ...more,
      })
    const found = async (ledger: Ledger, key: string): Promise<Stored> =>
      await read<unknown, Stored>(database, office.whole, async (reader) => {
        const ids = [...(await office.engine.findByKey(reader, ledger.type, [[key]])).values()].flat()
        const record = (await office.engine.load(reader, ledger.type, ids)).get(ids[0] as string)
        if (!record) throw new Error(`no record ${key}`)
        return record
      })
    const countOf = async (ledger: Ledger): Promise<number> =>
      await read<unknown, number>(database, office.whole, async (reader) => {
        let count = 0
        for await (const batch of office.engine.each(reader, ledger.type, {})) count += batch.length
        return count
      })
    const { errorCount } = await bring(
      placesFile(
        '350206005000,街道,示例街道,,2003-10-01,,',
        '350206005013,社区,东社区,350206005000,2003-10-01,,',
        '350206005014,社区,西社区,350206005000,2003-10-01,,',
      ),
    )
    if (errorCount > 0) throw new Error('the office could not be furnished')
    const scopeOf = async (code: string): Promise<Scope> => {
      const place = organisationLedgers[0] as Ledger
      return { office: office.whole.office, places: [(await found(place, code)).id] }
    }
    return { ...office, bring, found, countOf, scopeOf }
  }
  return { database, open, close: () => database.drop() }
}
export type ImportDesk = Awaited<ReturnType<typeof importDesk>>
