import { appendView } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import type { RecordType } from './record-type.ts'
import type { Records } from './records.ts'

/**
 * Keeps that one record was opened where it identifies somebody, before what it holds goes out: a person may ask who looked at them
 * (PIPL art. 45). Lists are no look at anybody, and what identifies nobody is nobody's.
 */
export async function keepView(
  { database }: Pick<Records, 'database'>,
  office: number,
  type: RecordType,
  id: string,
): Promise<void> {
  if (!type.header.some(({ identifies }) => identifies)) return
  await appendView(database.pool, office, { ...originOf(), subject: { type: type.id, id } })
}
