import { newId } from '../db/id.ts'
import {
  isMasked,
  type RecordAct,
  type RecordField,
  type RecordType,
  timelineOf,
} from '../records/record-type.ts'
import type { HeaderValues, StoredRecord, WantedRecord } from '../records/records-engine.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { project } from '../timeline/project.ts'
import type { TimelineEvent } from '../timeline/timeline.ts'
import type { Day } from '../values/day.ts'
import { looksMasked, masked } from '../values/mask.ts'
import type { Ledger } from './ledger.ts'
import { type Life, lastLife } from './life.ts'

/** What a line says once its references are ids. `undefined` means that the line says nothing of the field. */
export type Said = {
  readonly header: Readonly<Record<string, string | boolean | null | undefined>>
  readonly attributes: Readonly<Record<string, string | null | undefined>>
  readonly begins: Day
  readonly ends: Day | null | undefined
  readonly document: string | null | undefined
}

export type Change = {
  readonly key: string
  readonly before: string | boolean | null
  readonly after: string | boolean | null
}
export type Plan = { readonly wanted: WantedRecord; readonly changes: readonly Change[] }
type Fail = (key: string, message: Text) => void

/** A record that is not stored yet: it begins with everything that the line says. */
export function planNew(ledger: Ledger, id: string, said: Said, fail: Fail): Plan | null {
  const { type, begins, ends } = ledger
  if (refusesDays(said, fail) || refusesMasks(type, said, fail)) return null
  const begin = event(begins, said.begins, 1, said.document ?? null, only(begins.sets, said.attributes))
  const end = said.ends && ends ? [event(ends, said.ends, 2, null, {})] : []
  return checked(ledger, { id, header: complete(type, said.header), events: [begin, ...end] }, [], fail)
}

/**
 * A stored record as the line says it should stand. What differs corrects the event that set it; with `changesOn`, differing
 * attributes become new events on that day. Null where nothing differs or the line cannot be followed.
 */
export function planStored(
  ledger: Ledger,
  stored: StoredRecord,
  said: Said,
  changesOn: Day | null,
  fail: Fail,
): Plan | null {
  const life = lastLife(ledger.type, stored.events)
  if (!life) {
    fail('begins', noLife)
    return null
  }
  if (refusesDays(said, fail) || refusesEnd(ledger, life, said, fail)) return null
  const changes: Change[] = []
  const header = { ...stored.header }
  for (const field of ledger.type.header) {
    const { key, kind } = field
    const after = said.header[key]
    const before = stored.header[key] ?? (kind === 'flag' ? false : null)
    if (after === undefined || after === before) continue
    if (isMask(field, after)) {
      if (isMaskOf(field, after, before)) continue
      fail(key, maskOfAnother(before === null ? null : masked(String(before), field.mask)))
      return null
    }
    changes.push({ key, before, after })
    header[key] = after
  }
  const differing = new Map<string, string | null>()
  for (const { key, kind } of ledger.type.attributes) {
    const after = said.attributes[key]
    const before = life.attributes[key] ?? (kind === 'flag' ? 'false' : null)
    if (after === undefined || after === before) continue
    if (ledger.type.naturalKey.includes(key)) {
      fail(key, keyMoved(before))
      return null
    }
    changes.push({ key, before, after })
    differing.set(key, after)
  }
  const dated = dates(ledger, life, said, changes)
  const events = changesOn
    ? withNewEvents(ledger, life, dated, differing, changesOn, fail)
    : withCorrections(dated, life, differing)
  if (!events || changes.length === 0) return null
  const earlier = stored.events.filter((one) => !life.events.includes(one))
  return checked(ledger, { id: stored.id, header, events: [...earlier, ...events] }, changes, fail)
}

/** The events of the life with its first day, its last day and its document as the line says. */
function dates(ledger: Ledger, life: Life, said: Said, changes: Change[]): TimelineEvent[] {
  const differ = (key: string, before: string | null, after: string | null) => {
    if (before !== after) changes.push({ key, before, after })
  }
  differ('begins', life.begin.onDate, said.begins)
  const { document: documentNo = life.begin.documentNo } = said
  differ('document', life.begin.documentNo, documentNo)
  const begun = life.events.map((one) =>
    one === life.begin ? { ...one, onDate: said.begins, documentNo } : one,
  )
  if (!ledger.ends || said.ends === undefined) return begun
  differ('ends', life.end?.onDate ?? null, said.ends)
  if (said.ends === null) return begun.filter((one) => one !== life.end)
  if (life.end) return begun.map((one) => (one === life.end ? { ...one, onDate: said.ends as Day } : one))
  return [...begun, event(ledger.ends, said.ends, begun.length + 1, null, {})]
}

/** It never was so: the event that last set a value sets the right one. */
function withCorrections(
  events: readonly TimelineEvent[],
  life: Life,
  differing: ReadonlyMap<string, string | null>,
): TimelineEvent[] {
  const setter = (key: string) =>
    (life.events.findLast((one) => one.sets[key] !== undefined) ?? life.begin).id
  return events.map((one) => {
    const own = [...differing].filter(([key]) => setter(key) === one.id)
    return own.length === 0 ? one : { ...one, sets: { ...one.sets, ...Object.fromEntries(own) } }
  })
}

/** It became so on a day: one event of each act that it takes. */
function withNewEvents(
  ledger: Ledger,
  life: Life,
  events: readonly TimelineEvent[],
  differing: ReadonlyMap<string, string | null>,
  on: Day,
  fail: Fail,
): TimelineEvent[] | null {
  if (differing.size === 0) return [...events]
  const first = [...differing.keys()][0] as string
  const ended = events.find((one) => one.kind === ledger.ends?.kind)
  const latest = events
    .filter((one) => one !== ended)
    .reduce<Day>((day, one) => (one.onDate > day ? one.onDate : day), life.begin.onDate)
  if (on <= latest || (ended && on >= ended.onDate)) {
    fail(first, dayDoesNotFit(on, latest, ended?.onDate ?? null))
    return null
  }
  const added: TimelineEvent[] = []
  const left = new Set(differing.keys())
  while (left.size > 0) {
    const act = actFor(ledger.type, left)
    if (!act) {
      for (const key of left) fail(key, cannotChange)
      return null
    }
    const sets = Object.fromEntries(
      act.sets.map((key) => [
        key,
        differing.get(key) ?? (differing.has(key) ? null : (life.attributes[key] ?? null)),
      ]),
    )
    added.push(event(act, on, events.length + added.length + 1, null, sets))
    for (const key of act.sets) left.delete(key)
  }
  return [...events, ...added]
}

/** The act that covers most of what is left, and sets least beside it. */
function actFor(type: RecordType, left: ReadonlySet<string>): RecordAct | undefined {
  const covers = (act: RecordAct) => act.sets.filter((key) => left.has(key)).length
  return type.acts
    .filter((act) => act.effect === 'changes' && !act.onlyInDeeds && covers(act) > 0)
    .sort((a, b) => covers(b) - covers(a) || a.sets.length - b.sets.length)[0]
}

function checked(ledger: Ledger, wanted: WantedRecord, changes: readonly Change[], fail: Fail): Plan | null {
  try {
    project(timelineOf(ledger.type), wanted.events)
    return { wanted, changes }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    fail('begins', error.words)
    return null
  }
}

function event(
  act: RecordAct,
  onDate: Day,
  seq: number,
  documentNo: string | null,
  sets: Record<string, string | null>,
): TimelineEvent {
  return { id: newId(), onDate, seq, kind: act.kind, sets, documentNo, reason: null }
}

function only(
  keys: readonly string[],
  values: Readonly<Record<string, string | null | undefined>>,
): Record<string, string | null> {
  return Object.fromEntries(keys.map((key) => [key, values[key] ?? null]))
}

function complete(type: RecordType, said: Said['header']): HeaderValues {
  return Object.fromEntries(
    type.header.map(({ key, kind }) => [key, said[key] ?? (kind === 'flag' ? false : null)]),
  )
}

const isMask = (field: RecordField, value: string | boolean | null): value is string =>
  isMasked(field) && typeof value === 'string' && looksMasked(value)

/** A masked cell says that the value stays, if it is the mask of what is on record: else line and record do not belong together. */
function isMaskOf(field: RecordField, mask: string, value: string | boolean | null): boolean {
  const { zh, en } = masked(String(value), field.mask)
  return value !== null && (mask === zh || mask === en)
}

function refusesMasks(type: RecordType, said: Said, fail: Fail): boolean {
  const wrong = type.header.filter((field) => isMask(field, said.header[field.key] ?? null))
  for (const { key } of wrong) fail(key, maskOfNone)
  return wrong.length > 0
}

function refusesDays({ begins, ends }: Said, fail: Fail): boolean {
  if (!ends || ends > begins) return false
  fail('ends', endsTooEarly(begins, ends))
  return true
}

/** What only an act over several records ends is not ended by a line; but a line may put right what a line wrote. */
function refusesEnd({ begins, ends }: Ledger, { begin, end }: Life, said: Said, fail: Fail): boolean {
  if (!ends?.onlyInDeeds || begin.kind === begins.kind) return false
  if (said.ends === undefined || said.ends === (end?.onDate ?? null)) return false
  fail('ends', endsOnItsPage(ends))
  return true
}

const endsOnItsPage = ({ label }: RecordAct) =>
  text(
    `“${label.zh}”要在页面上办理，不能用表格登记或改动。请恢复原来的日期。`,
    `“${label.en}” is done on its page, and no workbook records or changes it. Restore the day that it had.`,
  )
const maskOfNone = text(
  '这是新记录，这一格填的却是掩码。请填写完整内容，没有的留空。',
  'The record is new, and this cell holds a mask. Enter the whole value, or leave the cell empty.',
)
const maskOfAnother = (now: Text | null) =>
  text(
    `这一格的掩码与记录中的内容（${now?.zh ?? '空'}）对不上，可能串行了，或者导出以后已有更正。请核对后填写完整内容；不改的，清空这一格。`,
    `The mask in this cell is not that of the value on record (${now?.en ?? 'empty'}): lines may have slipped, or it was corrected since. Enter the whole value, or empty the cell to keep what is recorded.`,
  )
const noLife = text(
  '这条记录没有成立事件，请在页面上处理。',
  'This record has no founding event. Deal with it on its page.',
)
const keyMoved = (now: string | null) =>
  text(
    `这是该记录用过的代码，现行代码是“${now ?? ''}”。请改填现行代码；变更代码请在页面上登记。`,
    `The record once had this code and now has “${now ?? ''}”. Use that one. A change of code is recorded on its page.`,
  )
const cannotChange = text(
  '这一项不能自某日起变更，只能更正。请改用“更正”方式导入，或恢复原值。',
  'This value cannot change from a day on. Import it as a correction, or restore the old value.',
)
const dayDoesNotFit = (on: Day, latest: Day, ended: Day | null) =>
  text(
    `变更日期${on}应晚于该记录最近一次事件（${latest}）${ended ? `并早于其撤销日期（${ended}）` : ''}。请另选日期，或改用“更正”方式。`,
    `The day of the change, ${on}, must come after the newest event of the record (${latest})${ended ? ` and before its end (${ended})` : ''}. Choose another day, or import as a correction.`,
  )
const endsTooEarly = (begins: Day, ends: Day) =>
  text(
    `终止日期${ends}应晚于起始日期${begins}，请核对。`,
    `The end, ${ends}, must come after the beginning, ${begins}. Check both.`,
  )
