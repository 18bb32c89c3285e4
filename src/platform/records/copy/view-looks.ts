import type { ExportsReaching } from '../../audit/exports-reaching.ts'
import type { Scope } from '../../db/scope.ts'
import { type Reader, read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { whereItWent } from '../merge/where-it-went.ts'
import { fieldOf, type RecordType } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { RecordLooks } from './contract.ts'
import { looksAt } from './looks.ts'

/** Who looked at one record that identifies somebody. @throws Refusal NOT_FOUND out of sight, INVALID where it identifies nobody */
export async function viewLooks(
  records: Records,
  scope: Scope,
  asked: { readonly type: string; readonly id: string },
  exportsReaching: ExportsReaching,
): Promise<RecordLooks> {
  const { type } = behaviourNamed(records, asked.type)
  if (!type.header.some(({ identifies }) => identifies))
    throw new Refusal('INVALID', nobody(type), { type: type.id })
  return await read<unknown, RecordLooks>(records.database, scope, async (reader) => {
    const record = (await records.engine.load(reader, type, [asked.id])).get(asked.id)
    if (!record) throw await whereItWent(records.engine, reader, type, asked.id)
    const title = (await records.engine.titlesOf(reader, type, [record.id])).get(record.id) ?? ''
    return { title, ...(await labelledLooks(reader, type, record.id, exportsReaching)) }
  })
}

/** Who looked, with the values that were seen by their labels. */
export async function labelledLooks(
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
  exportsReaching: ExportsReaching,
): Promise<Omit<RecordLooks, 'title'>> {
  const { looks, more } = await looksAt(reader, type, id, exportsReaching(type.id))
  const labelOf = (field: string | null) => (field === null ? null : fieldOf(type, field).label)
  return { looks: looks.map(({ field, ...look }) => ({ ...look, field: labelOf(field) })), more }
}

const nobody = ({ label }: RecordType) =>
  text(
    `${label.zh}记录不涉及个人，不记谁打开过。`,
    `A record of this type (${label.en}) identifies nobody: who opened it is not kept.`,
  )
