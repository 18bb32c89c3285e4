import type { Scope } from '../../db/scope.ts'
import { type Reader, read } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { asKnownAt } from '../as-known-at.ts'
import { fieldOf, type RecordField, type RecordType } from '../record-type.ts'
import { behaviourNamed, noSuchRecord, type Records } from '../records.ts'
import type { StoredRecord } from '../records-engine.ts'
import { type Shown, showValues } from '../shown-values.ts'
import { changesOf, changeView } from '../view.ts'
import type { Comparison } from './contract.ts'
import { type DifferingEvent, differingFields, differingParts } from './differing-parts.ts'

type Asked = {
  readonly type: string
  readonly id: string
  readonly before: string
  readonly after: string | undefined
  readonly known: bigint | null
}

/**
 * What differs between a record as known at two changes, as far as the reader sees it.
 * @throws Refusal NOT_FOUND for a record out of sight, or not recorded yet at one of the two
 */
export async function compareVersions(
  records: Records,
  scope: Scope,
  asked: Asked,
  mayRestore: boolean,
): Promise<Comparison> {
  const { type } = behaviourNamed(records, asked.type)
  return await read(
    records.database,
    scope,
    async (reader) => {
      const now = (await records.engine.load(reader, type, [asked.id])).get(asked.id)
      if (!now) throw noSuchRecord(type, asked.id)
      const title = (await records.engine.titlesOf(reader, type, [now.id])).get(now.id) ?? ''
      const changes = await changesOf(reader, type, now.id)
      const at = (number: string) => {
        const change = changes.find((one) => one.change_no <= BigInt(number))
        if (!change) throw notYet(number)
        return change
      }
      const [then, later] = [at(asked.before), asked.after === undefined ? changes[0] : at(asked.after)]
      if (!later) throw noSuchRecord(type, asked.id)
      const newest = changes[0]?.change_no
      const asAt = async (change: bigint): Promise<StoredRecord> => {
        // What is known now is what the newest change left.
        if (change === newest) return now
        const found = await asKnownAt(reader, change, (past) => records.engine.load(past, type, [now.id]))
        const record = found.get(now.id)
        if (!record) throw notYet(String(change))
        return record
      }
      const [before, after] = [await asAt(then.change_no), await asAt(later.change_no)]
      return {
        title,
        before: changeView(then),
        after: changeView(later),
        ...(await inWords(records, reader, type, before, after)),
        mayRestore,
      }
    },
    asked.known,
  )
}

async function inWords(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  before: StoredRecord,
  after: StoredRecord,
): Promise<Pick<Comparison, 'header' | 'events'>> {
  const { header, events } = differingParts(before, after)
  const [then, now] = await showValues(records.engine, reader, type.header, [before.header, after.header])
  const shown = await showValues(
    records.engine,
    reader,
    [...type.attributes, ...type.acts.flatMap((act) => act.details ?? [])],
    events.flatMap((event) => [event.before?.sets ?? {}, event.after?.sets ?? {}]),
  )
  return {
    header: header.map(({ part, key }) => ({ part, ...valueIn(fieldOf(type, key), then, now) })),
    events: events.map((event, index) => ({
      part: event.part,
      label: labelOf(type, event),
      before: event.before && sideOf(event.before),
      after: event.after && sideOf(event.after),
      values: differingFields(event).map((key) =>
        valueIn(fieldIn(type, event, key), shown[2 * index], shown[2 * index + 1]),
      ),
      deed: event.before?.deedId ?? event.after?.deedId ?? null,
    })),
  }
}

const nothing = { value: null, shown: null }
const valueIn = ({ key, label }: RecordField, before: Shown | undefined, after: Shown | undefined) => ({
  key,
  label,
  before: before?.[key] ?? nothing,
  after: after?.[key] ?? nothing,
})
const sideOf = ({ onDate, documentNo }: NonNullable<DifferingEvent['before']>) => ({ onDate, documentNo })

const actOf = (type: RecordType, { before, after }: DifferingEvent) =>
  type.acts.find(({ kind }) => kind === (after ?? before)?.kind)

function labelOf(type: RecordType, event: DifferingEvent) {
  const kind = (event.after ?? event.before)?.kind ?? ''
  return actOf(type, event)?.label ?? text(kind, kind)
}

/** An attribute, or a detail of the act alone. */
function fieldIn(type: RecordType, event: DifferingEvent, key: string): RecordField {
  return actOf(type, event)?.details?.find((detail) => detail.key === key) ?? fieldOf(type, key)
}

const notYet = (change: string) =>
  new Refusal(
    'NOT_FOUND',
    text(
      `在第${change}号变更时，您的管辖范围内还没有这条记录。请选另一个版本。`,
      `At change ${change} the record was not yet there in your places. Choose another version.`,
    ),
    { change },
  )
