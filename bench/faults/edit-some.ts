import type { Random } from '../../demo/random.ts'
import type { composeProgram } from '../../src/app/program.ts'
import { newId } from '../../src/platform/db/id.ts'
import { type Actor, read } from '../../src/platform/db/transaction.ts'
import { correctRecord, recordEvent } from '../../src/platform/records/write.ts'
import { day } from '../../src/platform/values/day.ts'
import { office } from '../open-office.ts'

type Row = Readonly<Record<string, string>>
const scope = { office, places: 'all' } as const
const organisation = 'organisation.party_organisation'

/** Edits organisations as a clerk does on their pages, in turn in one of three ways; answers their rows as they stand then, by code. */
export async function editSome(
  { records }: ReturnType<typeof composeProgram>,
  actor: Actor,
  rows: readonly Row[],
  random: Random,
): Promise<Map<string, Row>> {
  const idOf = async (type: string, code: string) => {
    const found = records.engine.types.get(type)
    if (!found) throw new Error(`no record type ${type}`)
    return await read<unknown, { id: string; version: string; founding: string }>(
      records.database,
      scope,
      async (reader) => {
        const [id] = [...(await records.engine.findByKey(reader, found, [[code]])).values()].flat() as [
          string,
        ]
        const record = (await records.engine.load(reader, found, [id])).get(id)
        return { id, version: String(record?.version), founding: record?.events[0]?.id as string }
      },
    )
  }
  const edited = new Map<string, Row>()
  for (const [n, row] of rows.entries()) {
    const code = row['code'] as string
    const { id, version, founding } = await idOf(organisation, code)
    const base = { type: organisation, id, version, idempotencyKey: newId(), overrides: [] }
    const correction = { ...base, reason: '核对原始文件' }
    if (n % 3 === 0) {
      await correctRecord(records, { scope, actor }, { ...correction, header: { contact_name: '林示一' } })
      edited.set(code, row)
    } else if (n % 3 === 1) {
      const seat = `P-${random.between(0, 999)}`
      const place = await idOf('organisation.place', seat)
      const event = { id: founding, sets: { seat_id: place.id }, neverWas: false }
      await correctRecord(records, { scope, actor }, { ...correction, header: {}, event })
      edited.set(code, { ...row, seat_id: seat })
    } else {
      const name = `${row['name']}（更名）`
      const happened = {
        act: 'renamed',
        onDate: day('2018-01-01'),
        documentNo: null,
        header: {},
        sets: { name },
      }
      await recordEvent(records, { scope, actor }, { ...base, ...happened, reason: null })
      edited.set(code, { ...row, name })
    }
  }
  return edited
}
