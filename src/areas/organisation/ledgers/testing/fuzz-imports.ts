import { setTimeout } from 'node:timers/promises'
import type { CellValue } from 'hucre/xlsx'
import type { ImportResult } from '../../../../platform/ledgers/import-file.ts'
import { filledLedger } from '../../../../platform/ledgers/ledger-sheet.ts'
import { readSheets } from '../../../../platform/ledgers/read-sheets.ts'
import { mutate, type Sound } from '../../../../platform/ledgers/testing/mutate-workbook.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { placesLedger } from '../places.ts'
import { dirtyWorkbooks, writtenByExcelJs } from './dirty-workbooks.ts'
import type { ImportDesk } from './import-desk.ts'

type Office = Awaited<ReturnType<ImportDesk['open']>>
export type Outcome = { readonly how: string; readonly what: 'written' | 'unchanged' | 'errors' | 'refused' }

const patience = 90_000

/** Valid workbooks by three writers' hands, with and without dirt. */
export async function soundWorkbooks(): Promise<Sound[]> {
  const rows = Array.from({ length: 12 }, (_, at) => ({
    code: `350206005013-F${at}`,
    name: `花园${at}`,
    kind: '小区',
    parent_id: '350206005013',
    begins: '2016-01-01',
  }))
  const files = [
    await filledLedger(placesLedger, 'zh', rows),
    ...(await Promise.all(Object.values(dirtyWorkbooks).map(writtenByExcelJs))),
  ]
  return await Promise.all(files.map(soundOf))
}

async function soundOf(bytes: Uint8Array): Promise<Sound> {
  const [sheet] = await readSheets({ name: 'x.xlsx', bytes })
  const cells: CellValue[][] = []
  for (const { number, values } of sheet?.rows ?? []) cells[number - 1] = [...values]
  return { sheet: sheet?.name ?? '', cells: Array.from(cells, (line) => line ?? []), bytes }
}

/**
 * Imports a spoilt workbook and holds the office against what the answer says of it.
 * @throws Error where anything but a refusal comes of it, the counts do not balance, a part was written, or it hangs
 */
export async function importSpoilt(office: Office, sound: readonly Sound[], seed: number): Promise<Outcome> {
  const { how, bytes } = await mutate(sound[seed % sound.length] as Sound, seed)
  const before = { head: await office.head(), records: await office.countOf(placesLedger) }
  const late = new AbortController()
  const result = await Promise.race([
    office.bring({ name: 'x.xlsx', bytes }, { ledger: placesLedger }).catch((error: unknown) => error),
    setTimeout(patience, 'hung', { signal: late.signal }),
  ])
  late.abort()
  const fail = (what: string) => new Error(`seed ${seed}, ${how}: ${what}`, { cause: result })
  if (result === 'hung') throw fail('it hangs')
  const after = { head: await office.head(), records: await office.countOf(placesLedger) }
  if (result instanceof Error) {
    if (!(result instanceof Refusal)) throw fail('it falls over')
    if (after.head !== before.head || after.records !== before.records) throw fail('a part was written')
    return { how, what: 'refused' }
  }
  return { how, what: judged(result as ImportResult, before, after, fail) }
}

type State = { readonly head: bigint; readonly records: number }

function judged(
  result: ImportResult,
  before: State,
  after: State,
  fail: (what: string) => Error,
): Outcome['what'] {
  const { read, created, updated, unchanged, refused } = result.counts
  if (read !== created + updated + unchanged + refused) throw fail('the counts do not balance')
  const grown = after.records - before.records
  if (result.change === null) {
    if (after.head !== before.head || grown !== 0) throw fail('a part was written')
    return result.errorCount > 0 ? 'errors' : 'unchanged'
  }
  if (result.errorCount > 0 || after.head !== before.head + 1n || grown !== created)
    throw fail('a part was written')
  return 'written'
}
