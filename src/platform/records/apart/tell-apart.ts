import { sql } from 'kysely'
import type { Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { RecordType } from '../record-type.ts'
import { type Asking, currentRecord, inChange } from '../write-change.ts'
import { standsSql } from './apart-sql.ts'
import { type Apart, toldApart } from './told-apart.ts'

type Seen = { readonly id: string; readonly version: string }
type Said = { readonly type: string; readonly reason: string; readonly idempotencyKey: string }

/**
 * Says that two records which look like one are two. No record is touched: the finding rests until what made them alike changes.
 * @throws Refusal INVALID; NOT_FOUND outside the caller's places; STALE; CONFLICT where it was said already and holds
 */
export async function tellApart(
  records: Records,
  asking: Asking,
  input: Said & { readonly first: Seen; readonly second: Seen },
): Promise<{ change: string }> {
  const { type } = behaviourNamed(records, input.type)
  if (!type.mergeable) throw new Refusal('INVALID', notCompared(type), { type: type.id })
  const [first, second] = [input.first, input.second].toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [
    Seen,
    Seen,
  ]
  if (first.id === second.id) throw new Refusal('INVALID', oneRecord, { id: first.id })
  return await inChange(
    records,
    asking,
    'correction',
    { ...input, overrides: [] },
    async (writer, reader) => {
      for (const { id, version } of [input.first, input.second])
        await currentRecord(records, writer, type, id, version)
      const said = (await toldApart(reader, type, [first.id])).find((one) => one.second === second.id)
      if (said) throw new Refusal('CONFLICT', saidAlready(said.change), { change: said.change })
      await sql`insert into platform.record_apart (office_id, change_no, record_type, first_id, second_id)
      values (${reader.scope.office}, ${writer.change}, ${type.id}, ${first.id}, ${second.id})`.execute(
        writer.db,
      )
      return { change: String(writer.change) }
    },
  )
}

/**
 * Takes back that two records are two, whatever was said of this pair before: they are compared again.
 * @throws Refusal NOT_FOUND where the caller does not see both; CONFLICT where it was taken back already
 */
export async function takeBackApart(
  records: Records,
  asking: Asking,
  input: Said & { readonly change: string },
): Promise<{ change: string }> {
  const { type } = behaviourNamed(records, input.type)
  return await inChange(
    records,
    asking,
    'correction',
    { ...input, overrides: [] },
    async (writer, reader) => {
      const pair = await pairSaidIn(writer, type, input.change)
      const seen = pair && (await records.engine.load(reader, type, [pair.first, pair.second]))
      // Of a pair out of sight no more is told than of one that was never said.
      if (!pair || seen?.size !== 2) throw new Refusal('NOT_FOUND', noSuchPair, { change: input.change })
      const { rows } = await sql`insert into platform.record_apart_end (office_id, change_no, apart_change_no)
        select p.office_id, ${writer.change}, p.change_no from platform.record_apart p
        where p.office_id = ${asking.scope.office} and p.record_type = ${type.id} and p.first_id = ${pair.first}
          and p.second_id = ${pair.second} and ${standsSql(reader)} returning change_no`.execute(writer.db)
      if (rows.length === 0) throw new Refusal('CONFLICT', takenBackAlready, { change: input.change })
      return { change: String(writer.change) }
    },
  )
}

async function pairSaidIn(
  writer: Writer<unknown>,
  type: RecordType,
  change: string,
): Promise<Apart | undefined> {
  const { rows } = await sql<Apart>`select change_no::text as change, first_id as first, second_id as second
    from platform.record_apart where office_id = ${writer.request.scope.office} and change_no = ${change}::bigint
      and record_type = ${type.id}`.execute(writer.db)
  return rows[0]
}

const notCompared = ({ label }: RecordType): Text =>
  text(
    `${label.zh}记录不查重复，不用认定。`,
    `Records of this type (${label.en}) are not looked through for duplicates: there is nothing to say.`,
  )
const oneRecord = text(
  '选的是同一条记录。请选择两条不同的记录。',
  'Both are the very same record. Choose two.',
)
const saidAlready = (change: string): Text =>
  text(
    `这两条记录已经认定不是同一个（变更号 ${change}），不用再认定。`,
    `These two were said not to be one already (change ${change}).`,
  )
const noSuchPair = text(
  '没有找到这项认定，或者不在您的管辖范围内。',
  'Nothing of the kind was said, or it is outside your places.',
)
const takenBackAlready = text('这项认定已经撤回。', 'This was taken back already.')
