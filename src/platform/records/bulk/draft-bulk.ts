import { newId } from '../../db/id.ts'
import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { type Finding, refuseAct } from '../../rules/judge.ts'
import { text } from '../../text.ts'
import { project } from '../../timeline/project.ts'
import { beneathItself } from '../../timeline/tree.ts'
import type { Day } from '../../values/day.ts'
import type { RecordBehaviour } from '../behaviour.ts'
import { dependentsOf, nameDependents, wouldOrphan } from '../dependents.ts'
import { findingView } from '../finding-view.ts'
import { type RecordAct, type RecordType, timelineOf } from '../record-type.ts'
import { behaviourNamed, noSuchRecord, type Records } from '../records.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'
import { setsOf } from '../write.ts'
import { refuseFuture, staleRecord, type WriteInput } from '../write-change.ts'
import { bulkActs, mostAtOnce, tooMany } from './bulk-acts.ts'
import type { BulkRefused } from './contract.ts'

type Values = Readonly<Record<string, string | null>>
export type BulkInput = WriteInput & {
  act: string
  onDate: Day
  documentNo: string | null
  /** The same for every record; what is absent stays as each has it. */
  sets: Values
  records: readonly { readonly id: string; readonly version: string }[]
}

/** One act on many records as it would be written, and the records to which it cannot be done, each with why. */
export type DraftBulk = {
  readonly behaviour: RecordBehaviour
  readonly act: RecordAct
  readonly wanted: readonly WantedRecord[]
  readonly titles: ReadonlyMap<string, string>
  readonly refused: readonly BulkRefused[]
}

/** @throws Refusal INVALID where the act is none for many records, sets nothing, or is asked of none or of too many */
export async function draftBulk(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  input: BulkInput,
): Promise<DraftBulk> {
  const behaviour = behaviourNamed(records, input.type)
  const { type } = behaviour
  const act = declaredAct(type, input)
  refuseFuture(input.onDate)
  const ids = input.records.map(({ id }) => id)
  refuseNumber(ids)
  const sets = await setsOf(records, reader, behaviour, act, input.sets, null)
  const { engine } = records
  const seen = await engine.load(reader, type, ids)
  const whole =
    reader.scope.places === 'all' ? seen : await inWholeOffice(writer, () => engine.load(reader, type, ids))
  const titles = await engine.titlesOf(reader, type, [...seen.keys()])
  const above = await lineAbove(records, writer, reader, type, sets, input.onDate)

  const wanted = new Map<string, WantedRecord>()
  const refused = new Map<string, BulkRefused>()
  const refuse = (id: string, { code, words, data }: Refusal, findings: readonly Finding[] = []) => {
    wanted.delete(id)
    refused.set(id, {
      id,
      title: titles.get(id) ?? '',
      code: code as BulkRefused['code'],
      message: words,
      findings: findings.map((finding) => findingView(finding)),
      version: code === 'STALE' ? String(data['now']) : null,
    })
  }
  for (const { id, version } of input.records) {
    const found = seen.get(id)
    if (!found) refuse(id, noSuchRecord(type, id))
    else if (String(found.version) !== version) refuse(id, staleRecord(id, version, found.version))
    else if (above.has(id)) refuse(id, new Refusal('INVALID', beneathItself, { record: id }))
    else
      try {
        wanted.set(id, happened(type, whole.get(id) as StoredRecord, act, input, sets))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refuse(id, error)
      }
  }
  if (act.effect === 'ends')
    await refuseOrphaning(records, writer, reader, type, input.onDate, wanted, refuse)
  for (const [id, why] of await engine.settled(reader, type, [...wanted.values()]))
    refuse(id, new Refusal('CONFLICT', why, { id }))
  const { stopped } = refuseAct(await engine.judge(reader, type, [...wanted.values()]), input.overrides)
  for (const [id, own] of Map.groupBy(stopped, ({ record }) => record.id)) {
    const message = text(
      own.map((finding) => finding.message.zh).join('；'),
      own.map((finding) => finding.message.en).join('; '),
    )
    refuse(id, new Refusal('RULE', message), own)
  }
  return { behaviour, act, wanted: [...wanted.values()], titles, refused: [...refused.values()] }
}

function declaredAct(type: RecordType, input: BulkInput): RecordAct {
  const act = bulkActs(type).find(({ kind }) => kind === input.act)
  if (!act) throw new Refusal('INVALID', notForMany(input.act), { act: input.act })
  if (act.sets.length > 0 && !act.sets.some((key) => key in input.sets))
    throw new Refusal('INVALID', nothingSet(act), { act: act.kind, field: act.sets[0] })
  return act
}

function refuseNumber(ids: readonly string[]): void {
  if (ids.length === 0) throw new Refusal('INVALID', noneChosen, {})
  if (ids.length > mostAtOnce)
    throw new Refusal('INVALID', tooMany(ids.length), { count: ids.length, most: mostAtOnce })
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new Refusal('INVALID', chosenTwice, { id })
    seen.add(id)
  }
}

/** The life with the act in it. @throws Refusal INVALID where the record is not in force on the day */
function happened(
  type: RecordType,
  record: StoredRecord,
  act: RecordAct,
  { onDate, documentNo, reason }: BulkInput,
  sets: Values,
): WantedRecord {
  const event = {
    id: newId(),
    onDate,
    seq: record.events.length + 1,
    kind: act.kind,
    sets,
    documentNo,
    reason,
  }
  const events = [...record.events, event]
  project(timelineOf(type), events)
  return { id: record.id, header: record.header, events }
}

/** Where the act names a new parent: it and everything above it from the day on. None of these can go beneath it. */
async function lineAbove(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  type: RecordType,
  sets: Values,
  day: Day,
): Promise<Set<string>> {
  const { parent } = type
  const above = new Set<string>()
  let next = parent && sets[parent] ? [sets[parent]] : []
  while (parent && next.length > 0) {
    for (const id of next) above.add(id)
    const level = next
    const found = await inWholeOffice(writer, () => records.engine.load(reader, type, level))
    const parents = [...found.values()].flatMap(({ spells }) =>
      spells
        .filter(({ to }) => to === null || day < to)
        .flatMap(({ attributes }) => (attributes[parent] ? [attributes[parent]] : [])),
    )
    next = [...new Set(parents)].filter((id) => !above.has(id))
  }
  return above
}

/** Nothing may be left that hangs on what ends; what ends along with it is no hindrance, unless that is itself refused. */
async function refuseOrphaning(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  type: RecordType,
  day: Day,
  wanted: ReadonlyMap<string, WantedRecord>,
  refuse: (id: string, refusal: Refusal) => void,
): Promise<void> {
  const all = await inWholeOffice(writer, () =>
    dependentsOf(records.engine, reader, type, [...wanted.keys()], day, 'from the day on'),
  )
  for (let moved = true; moved; ) {
    moved = false
    const hindering = all.filter(({ id, on }) => wanted.has(on) && !wanted.has(id))
    for (const [on, own] of Map.groupBy(hindering, (one) => one.on)) {
      const { named, unseen } = await nameDependents(records.engine, reader, own)
      refuse(on, new Refusal('CONFLICT', wouldOrphan(named, unseen)))
      moved = true
    }
  }
}

const notForMany = (act: string) =>
  text(
    `“${act}”不能对多条记录一起登记，请逐条登记。`,
    `“${act}” cannot be recorded for several records at once. Record it for each.`,
  )
const nothingSet = (act: RecordAct) =>
  text(
    `“${act.label.zh}”还没有填写变更后的内容，请至少填写一项。`,
    `“${act.label.en}” says nothing new yet. Fill in at least one value.`,
  )
const noneChosen = text(
  '还没有选择记录。请先在列表中勾选。',
  'No record is selected. Tick some in the list first.',
)
const chosenTwice = text(
  '同一条记录选了两次。请去掉重复的一个。',
  'One record was chosen twice. Take one of the two away.',
)
