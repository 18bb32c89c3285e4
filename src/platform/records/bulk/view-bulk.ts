import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { changeNumbered } from '../change-numbered.ts'
import { actOf, fieldsOfAct, type RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import { showValues } from '../shown-values.ts'
import type { BulkView } from './contract.ts'
import { newEvents } from './new-events.ts'

type Row = {
  record_id: string
  kind: string
  on_date: Day
  document_no: string | null
  sets: Record<string, string | null>
  stands: boolean
}

/** An act on many records as one thing, as far as the reader sees. @throws Refusal NOT_FOUND where the change is no such act */
export async function viewBulk(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  change: string,
  mayUndo: boolean,
): Promise<BulkView> {
  const recorded = await changeNumbered(reader, change)
  const rows = recorded?.kind === 'event' ? await newEventsOf(reader, type, change) : []
  const [first] = rows
  if (!first || !recorded) throw new Refusal('NOT_FOUND', noSuchAct, { change })
  const act = actOf(type, first.kind)
  const [sets] = await showValues(records.engine, reader, fieldsOfAct(type, act), [first.sets])
  const titles = await records.engine.titlesOf(
    reader,
    type,
    rows.map((row) => row.record_id),
  )
  return {
    change: recorded,
    act: act.label,
    onDate: first.on_date,
    documentNo: first.document_no,
    sets: sets ?? {},
    records: rows.map((row) => ({
      id: row.record_id,
      title: titles.get(row.record_id) ?? '',
      stands: row.stands,
    })),
    mayUndo: mayUndo && rows.some((row) => row.stands),
  }
}

async function newEventsOf(reader: Reader<unknown>, type: RecordType, change: string): Promise<Row[]> {
  const brought = newEvents(type, reader.scope.office, sql`known_from = ${change}::bigint`)
  const { rows } = await sql<Row>`select * from (${brought}) brought order by record_id`.execute(
    reader.db as Kysely<unknown>,
  )
  return rows
}

const noSuchAct = text(
  '没有找到这项批量变更，或者不在您的管辖范围内。',
  'This act on several records is not there, or is outside your places.',
)
