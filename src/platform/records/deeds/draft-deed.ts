import { newId } from '../../db/id.ts'
import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { project } from '../../timeline/project.ts'
import type { Attributes, TimelineEvent } from '../../timeline/timeline.ts'
import type { Day } from '../../values/day.ts'
import { inForce } from '../../values/spell.ts'
import { type Dependent, dependentsOf } from '../dependents.ts'
import { type RecordAct, type RecordType, timelineOf } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'
import { currentRecord, refuseDuplicate } from '../write-change.ts'
import { newHeader, setsOf } from '../write.ts'
import { actOfPart, type DeedInput, declaredDeed, type Move, type Participant } from './deed-input.ts'

/** A deed as it would be written: every record as it should stand, and what still hangs on something that ends. */
export type DraftDeed = {
  readonly id: string
  /** Type → id → record; the deed's own type comes first. */
  readonly drafts: ReadonlyMap<RecordType, ReadonlyMap<string, WantedRecord>>
  /** The ids of the records that begin, by the caller's words for them. */
  readonly begun: ReadonlyMap<string, string>
  readonly ended: ReadonlyMap<RecordType, readonly string[]>
  /** All that hung on what ends, with where it goes; undefined: nobody has said yet. */
  readonly dependents: readonly { readonly dependent: Dependent; readonly to: string | null | undefined }[]
}

/** Works a deed out without writing anything. @throws Refusal INVALID, NOT_FOUND, STALE or CONFLICT as single acts do */
export async function draftDeed(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  input: DeedInput,
): Promise<DraftDeed> {
  return await new Drafting(records, writer, reader, input).run()
}

class Drafting {
  readonly #records: Records
  readonly #writer: Writer<unknown>
  readonly #reader: Reader<unknown>
  readonly #input: DeedInput
  readonly #id = newId()
  readonly #drafts = new Map<RecordType, Map<string, WantedRecord>>()
  readonly #begun = new Map<string, string>()
  readonly #ended = new Map<RecordType, string[]>()

  constructor(records: Records, writer: Writer<unknown>, reader: Reader<unknown>, input: DeedInput) {
    this.#records = records
    this.#writer = writer
    this.#reader = reader
    this.#input = input
  }

  async run(): Promise<DraftDeed> {
    const { type } = behaviourNamed(this.#records, this.#input.type)
    const deed = declaredDeed(type, this.#input)
    this.#drafts.set(type, new Map())
    for (const beginning of this.#input.beginning)
      await this.#begin(type, actOfPart(type, deed.beginning), beginning)
    for (const one of this.#input.lasting) await this.#happen(type, actOfPart(type, deed.lasting), one)
    for (const one of this.#input.ending) await this.#happen(type, actOfPart(type, deed.ending), one)
    const dependents = await this.#moveDependents(
      type,
      this.#input.ending.map(({ id }) => id),
    )
    return {
      id: this.#id,
      drafts: this.#drafts,
      begun: this.#begun,
      ended: this.#ended,
      dependents,
    }
  }

  async #begin(type: RecordType, act: RecordAct, { name, header, sets }: DeedInput['beginning'][number]) {
    const behaviour = behaviourNamed(this.#records, type.id)
    const cleaned = await setsOf(this.#records, this.#reader, behaviour, act, sets, null)
    const fixed = await newHeader(this.#records, this.#reader, behaviour, header)
    const wanted = {
      id: newId(),
      header: fixed,
      events: [this.#event(act, this.#input.onDate, 1, cleaned)],
    }
    await refuseDuplicate(this.#records, this.#reader, type, wanted)
    if (this.#begun.has(name)) throw new Refusal('INVALID', namedTwice(name), { name })
    this.#begun.set(name, wanted.id)
    this.#drafts.get(type)?.set(wanted.id, wanted)
  }

  async #happen(type: RecordType, act: RecordAct, { id, version, sets }: Participant): Promise<void> {
    const { whole } = await currentRecord(this.#records, this.#writer, type, id, version)
    const behaviour = behaviourNamed(this.#records, type.id)
    const cleaned = await setsOf(this.#records, this.#reader, behaviour, act, sets, whole)
    this.#add(type, whole, act, this.#input.onDate, cleaned)
  }

  /** Everything that hangs on an ending record goes where it was told to, and so on for what ends along with it. */
  async #moveDependents(type: RecordType, ending: readonly string[]): Promise<DraftDeed['dependents']> {
    const found: { dependent: Dependent; to: string | null | undefined }[] = []
    let ends: { type: RecordType; ids: readonly string[] }[] = [{ type, ids: ending }]
    while (ends.length > 0) {
      const next = new Map<RecordType, string[]>()
      for (const { type: ended, ids } of ends) {
        for (const dependent of await this.#dependentsOn(ended, ids)) {
          const to = this.#destination(dependent)
          found.push({ dependent, to })
          if (to === undefined) continue
          await this.#move(dependent, to)
          if (to === null) next.set(dependent.type, [...(next.get(dependent.type) ?? []), dependent.id])
        }
      }
      ends = [...next].map(([ended, ids]) => ({ type: ended, ids }))
    }
    return found
  }

  async #dependentsOn(type: RecordType, ids: readonly string[]): Promise<Dependent[]> {
    const { engine } = this.#records
    const { onDate } = this.#input
    const all = await inWholeOffice(this.#writer, () =>
      dependentsOf(engine, this.#reader, type, ids, onDate, 'from the day on'),
    )
    const left = all.filter((dependent) => !this.#ended.get(dependent.type)?.includes(dependent.id))
    const seen = await dependentsOf(engine, this.#reader, type, ids, onDate, 'from the day on')
    const unseen = left.filter(({ id }) => !seen.some((one) => one.id === id)).length
    if (unseen > 0) throw new Refusal('CONFLICT', outside(unseen), { unseen })
    return left
  }

  #destination({ type, id, on }: Dependent): string | null | undefined {
    const move = this.#input.moves.find((one: Move) => one.type === type.id && one.id === id && one.on === on)
    if (!move) return undefined
    return move.to === null ? null : (this.#begun.get(move.to) ?? move.to)
  }

  async #move({ type, field, id, since }: Dependent, to: string | null): Promise<void> {
    const act = to === null ? endingAct(type) : movingAct(type, field.key)
    if (!act) throw new Refusal('INVALID', cannotGo(type, to === null), { type: type.id, id })
    const drafted = this.#drafts.get(type)?.get(id)
    const stored = drafted ?? (await currentRecord(this.#records, this.#writer, type, id, undefined)).whole
    const kept = attributesOn(type, stored, act, since)
    const sets = to === null ? {} : { ...kept, [field.key]: await this.#reachable(field.to, to) }
    this.#add(type, stored, act, since, sets)
  }

  /** A record that the caller sees, or one that the deed begins. */
  async #reachable(type: string, id: string): Promise<string> {
    const { type: target } = behaviourNamed(this.#records, type)
    if (!this.#drafts.get(target)?.has(id))
      await currentRecord(this.#records, this.#writer, target, id, undefined)
    return id
  }

  #add(
    type: RecordType,
    before: StoredRecord | WantedRecord,
    act: RecordAct,
    onDate: Day,
    sets: TimelineEvent['sets'],
  ): void {
    const event = this.#event(act, onDate, before.events.length + 1, sets)
    const own = this.#drafts.get(type) ?? new Map<string, WantedRecord>()
    this.#drafts.set(type, own)
    own.set(before.id, { id: before.id, header: before.header, events: [...before.events, event] })
    if (act.effect === 'ends') this.#ended.set(type, [...(this.#ended.get(type) ?? []), before.id])
  }

  #event(act: RecordAct, onDate: Day, seq: number, sets: TimelineEvent['sets']): TimelineEvent {
    const { documentNo, reason } = this.#input
    return { id: newId(), onDate, seq, kind: act.kind, sets, documentNo, reason, deedId: this.#id }
  }
}

/** The plain act that ends a record of this type. */
export const endingAct = (type: RecordType): RecordAct | undefined =>
  type.acts.find((act) => act.effect === 'ends' && !act.onlyInDeeds)

/** The plain act that sets a field and least beside it. */
export const movingAct = (type: RecordType, key: string): RecordAct | undefined =>
  type.acts
    .filter((act) => act.effect === 'changes' && !act.onlyInDeeds && act.sets.includes(key))
    .sort((a, b) => a.sets.length - b.sets.length)[0]

/** What an act sets besides, as it stands on the day: moving a record says nothing new of the rest. */
function attributesOn(
  type: RecordType,
  record: StoredRecord | WantedRecord,
  act: RecordAct,
  day: Day,
): Attributes {
  const spell = project(timelineOf(type), record.events).find((one) => inForce(one, day))
  return Object.fromEntries(act.sets.map((key) => [key, spell?.attributes[key] ?? null]))
}

const namedTwice = (name: string) =>
  text(`两个新设的记录都叫“${name}”。`, `Two new records are both named “${name}”.`)
const outside = (unseen: number) =>
  text(
    `另有${unseen}条挂靠的记录在您的管辖范围以外，不能由您办理。请联系权限覆盖全部地点的经办人。`,
    `${unseen} more records that hang on it lie outside your places, so you cannot do this. Ask the office.`,
  )
const cannotGo = (type: RecordType, ends: boolean) =>
  ends
    ? text(
        `${type.label.zh}不能随之终止，请为它选择去向。`,
        `A record (${type.label.en}) cannot end along with it: choose where it goes.`,
      )
    : text(
        `${type.label.zh}不能转到别处，只能随之终止。`,
        `A record (${type.label.en}) cannot move elsewhere: it can only end along with it.`,
      )
