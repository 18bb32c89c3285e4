import type { Scope } from '../db/scope.ts'
import { read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { whereItWent } from './merge/where-it-went.ts'
import { isMasked, type RecordField } from './record-type.ts'
import { behaviourNamed, type Records } from './records.ts'

/**
 * One masked value as it is. Whoever serves this has an event written of it first, with the reason.
 * @throws Refusal NOT_FOUND out of sight or where nothing is recorded; INVALID for a field that is not masked
 */
export async function revealValue(
  records: Records,
  scope: Scope,
  asked: { type: string; id: string; field: string; known: bigint | null },
): Promise<string> {
  const { type } = behaviourNamed(records, asked.type)
  const field = type.header.find(({ key }) => key === asked.field)
  if (!field || !isMasked(field)) throw new Refusal('INVALID', notMasked(asked.field), { field: asked.field })
  return await read(
    records.database,
    scope,
    async (reader) => {
      const record = (await records.engine.load(reader, type, [asked.id])).get(asked.id)
      if (!record) throw await whereItWent(records.engine, reader, type, asked.id)
      const value = record.header[field.key] ?? null
      if (value === null) throw new Refusal('NOT_FOUND', nothingThere(field), { field: field.key })
      return String(value)
    },
    asked.known,
  )
}

const notMasked = (key: string) =>
  text(`“${key}”没有隐去，不需要查看原文。`, `“${key}” is not masked: there is nothing to reveal.`)
const nothingThere = ({ label }: RecordField) =>
  text(`没有登记“${label.zh}”。`, `No “${label.en}” is recorded.`)
