import type { ExportsReaching } from '../../audit/exports-reaching.ts'
import type { Scope } from '../../db/scope.ts'
import { type Reader, read } from '../../db/transaction.ts'
import { text } from '../../text.ts'
import { whereItWent } from '../merge/where-it-went.ts'
import { fieldsOfAct, type RecordField, type RecordType } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { StoredRecord } from '../records-engine.ts'
import { type Shown, showValues } from '../shown-values.ts'
import { referrersOf } from '../undo/referrers.ts'
import type { CopiedLife, RecordCopy } from './contract.ts'
import { labelledLooks } from './view-looks.ts'

/** Everything that is held about one record today, in clear: its life, the records that name it, and who looked at it. */
export async function copyRecord(
  records: Records,
  scope: Scope,
  asked: { type: string; id: string },
  maySee: (type: RecordType) => boolean,
  exportsReaching: ExportsReaching,
): Promise<RecordCopy> {
  const { type } = behaviourNamed(records, asked.type)
  return await read<unknown, RecordCopy>(records.database, scope, async (reader) => {
    const { engine } = records
    const record = (await engine.load(reader, type, [asked.id])).get(asked.id)
    if (!record) throw await whereItWent(engine, reader, type, asked.id)
    const [copied] = await livesOf(records, reader, type, [record])
    const naming = await referrersOf(reader, engine, type, [record.id])
    const related: CopiedLife[] = []
    for (const [of, own] of Map.groupBy(naming, ({ from }) => from.type)) {
      const other = engine.types.get(of) as RecordType
      if (!maySee(other)) continue
      const ids = [...new Set(own.map(({ from }) => from.id))]
      const stored = await engine.load(reader, other, ids)
      related.push(...(await livesOf(records, reader, other, [...stored.values()])))
    }
    const looked = await labelledLooks(reader, type, record.id, exportsReaching)
    return { record: copied as CopiedLife, related, ...looked }
  })
}

async function livesOf(
  { engine }: Records,
  reader: Reader<unknown>,
  type: RecordType,
  stored: readonly StoredRecord[],
): Promise<CopiedLife[]> {
  const titles = await engine.titlesOf(
    reader,
    type,
    stored.map(({ id }) => id),
  )
  const show = (fields: readonly RecordField[], values: Parameters<typeof showValues>[3]) =>
    showValues(engine, reader, fields, values, 'clear')
  const fixed = await show(
    type.header,
    stored.map(({ header }) => header),
  )
  return await Promise.all(
    stored.map(async ({ id, spells, events }, nth) => {
      const held = await show(
        type.attributes,
        spells.map(({ attributes }) => attributes),
      )
      const acts = events.map((event) => type.acts.find(({ kind }) => kind === event.kind))
      const fields = acts.map((act) => (act ? fieldsOfAct(type, act) : []))
      const set = await Promise.all(
        events.map(async (event, at) => (await show(fields[at] ?? [], [event.sets]))[0] ?? {}),
      )
      return {
        label: type.label,
        title: titles.get(id) ?? '',
        fixed: saidIn(type.header, fixed[nth] ?? {}),
        spells: spells.map(({ from, to }, at) => ({
          from,
          to,
          said: saidIn(type.attributes, held[at] ?? {}),
        })),
        events: events.map(({ kind, onDate, documentNo, reason }, at) => ({
          onDate,
          label: acts[at]?.label ?? text(kind, kind),
          documentNo,
          reason,
          said: saidIn(fields[at] ?? [], set[at] ?? {}),
        })),
      }
    }),
  )
}

const saidIn = (fields: readonly RecordField[], shown: Shown) =>
  fields.flatMap(({ key, label }) => {
    const value = shown[key]?.shown
    return value ? [{ label, value }] : []
  })
