import { createHash } from 'node:crypto'
import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'
import type { Spell } from '../../values/spell.ts'
import { toldApart } from '../apart/told-apart.ts'
import { fieldOf, type RecordType } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'
import { showValues } from '../shown-values.ts'
import { referencesTo, referrersOf } from '../undo/referrers.ts'
import type { WriteInput } from '../write-change.ts'
import { type Difference, differencesOf, withTaken } from './differences.ts'
import { type Collision, collisionsOf, hasPartInDeed, type Hindrance, namesItself } from './hindrances.ts'
import { repoint } from './repoint.ts'
import { type Hanging, hangingOn, hangsElsewhere, seenWhole } from './within-sight.ts'

type Seen = { readonly id: string; readonly version: string }
export type MergeInput = Omit<WriteInput, 'idempotencyKey'> & {
  readonly kept: Seen
  readonly given: Seen
  /** The fields in which the value of the record that is given up stays. */
  readonly take: readonly string[]
}

/** Two records made one as it would be written, and what stands in the way. */
export type DraftMerge = {
  readonly type: RecordType
  readonly kept: StoredRecord
  readonly given: StoredRecord
  readonly differing: readonly Difference[]
  readonly hanging: readonly Hanging[]
  /** By type, those of the merged type first. */
  readonly wanted: ReadonlyMap<RecordType, readonly WantedRecord[]>
  /** The same records as they stand. */
  readonly stood: ReadonlyMap<RecordType, readonly StoredRecord[]>
  readonly hindrances: readonly Hindrance[]
  /** The same while both records and all that hangs stand as they do. */
  readonly digest: string
}

/** @throws Refusal INVALID, NOT_FOUND, STALE; CONFLICT where part of it lies outside the caller's places */
export async function draftMerge(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  input: MergeInput,
): Promise<DraftMerge> {
  const { type } = behaviourNamed(records, input.type)
  if (!type.mergeable) throw new Refusal('INVALID', notMergeable(type), { type: type.id })
  if (input.kept.id === input.given.id) throw new Refusal('INVALID', oneAlready, { id: input.kept.id })
  const kept = await seenWhole(records, writer, type, input.kept)
  const given = await seenWhole(records, writer, type, input.given)
  const differing = differencesOf(type, kept, given)
  const hanging = await hangingOn(records, writer, reader, type, given.id)

  const turned = (record: WantedRecord, of: RecordType) =>
    repoint(record, referencesTo(of, type), given.id, kept.id)
  const one = turned(withTaken(type, kept, differing, input.take), type)
  const others = hanging.filter(({ record }) => record.id !== kept.id)
  const wanted = new Map<RecordType, WantedRecord[]>([[type, [one]]])
  const stood = new Map<RecordType, StoredRecord[]>([[type, [kept]]])
  for (const { type: of, record } of others) {
    wanted.set(of, [...(wanted.get(of) ?? []), turned(record, of)])
    stood.set(of, [...(stood.get(of) ?? []), record])
  }
  const hindrances = [
    ...namesItself(records.engine, type, one),
    ...(await saidToBeTwo(reader, type, kept.id, given.id)),
    ...hasPartInDeed(type, given),
    ...(await collisions(records, writer, reader, type, kept.id, wanted)),
  ]
  const digest = digestOf(kept, given, hanging)
  return { type, kept, given, differing, hanging: others, wanted, stood, hindrances, digest }
}

async function saidToBeTwo(
  reader: Reader<unknown>,
  type: RecordType,
  kept: string,
  given: string,
): Promise<Hindrance[]> {
  const said = (await toldApart(reader, type, [kept])).filter(({ first, second }) =>
    [first, second].includes(given),
  )
  return said.map(({ change }) => ({
    message: saidApart(change),
    records: [kept, given].map((id) => ({ type, id })),
  }))
}

function digestOf(kept: StoredRecord, given: StoredRecord, hanging: readonly Hanging[]): string {
  const versions = [kept, given, ...hanging.map(({ record }) => record)].map(
    ({ id, version }) => `${id} ${version}`,
  )
  return createHash('sha256').update(versions.toSorted().join('\n')).digest('hex')
}

/** Two records of one natural key at once: both are named, with the days. @throws Refusal CONFLICT where the caller does not see one of them */
async function collisions(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  type: RecordType,
  kept: string,
  wanted: ReadonlyMap<RecordType, readonly WantedRecord[]>,
): Promise<Hindrance[]> {
  const { engine } = records
  const found: Hindrance[] = []
  for (const [of, own] of wanted) {
    const naming = referencesTo(of, type).map(({ key }) => key)
    if (!of.naturalKey.some((key) => naming.includes(key))) continue
    const ids = new Set(own.map(({ id }) => id))
    const others = await inWholeOffice(writer, async () => {
      const named = await referrersOf(reader, engine, type, [kept])
      const beside = named.flatMap(({ from }) => (from.type === of.id && !ids.has(from.id) ? [from.id] : []))
      return await engine.load(reader, of, [...new Set(beside)])
    })
    const colliding = collisionsOf(of, own, [...others.values()])
    const seen = await engine.load(reader, of, [...new Set(colliding.map(({ other }) => other.id))])
    const unseen = colliding.filter(({ other }) => !seen.has(other.id) && !ids.has(other.id)).length
    if (unseen > 0) throw new Refusal('CONFLICT', hangsElsewhere(unseen), { unseen })
    const told = of.naturalKey.filter((key) => !naming.includes(key)).map((key) => fieldOf(of, key))
    const shown = await showValues(
      engine,
      reader,
      told,
      colliding.map(({ moved }) => moved.attributes),
    )
    found.push(
      ...colliding.map((one, index) => ({
        message: atOnce(
          of,
          told.map(({ key }) => shown[index]?.[key]?.shown ?? text('', '')),
          one,
        ),
        records: [one.moved, one.other].map(({ id }) => ({ type: of, id })),
      })),
    )
  }
  return found
}

const saidApart = (change: string) =>
  text(
    `这两条记录已认定不是同一个（变更号 ${change}）。认定有误的，请先在“疑似重复”页撤回，再合并。`,
    `These two were said not to be one (change ${change}). If that was wrong, take it back first, on the page of possible duplicates.`,
  )
const notMergeable = ({ label }: RecordType) =>
  text(`${label.zh}记录不能合并。`, `Records of this type (${label.en}) cannot be merged.`)
const oneAlready = text(
  '选的是同一条记录。请选择两条不同的记录。',
  'Both are the very same record. Choose two.',
)
const days = ({ from, to }: Spell) => text(`${from}至${to ?? '今'}`, `${from} to ${to ?? 'date'}`)
const atOnce = ({ label }: RecordType, key: readonly Text[], { moved, other }: Collision) =>
  text(
    `合并后同时有两条${label.zh}（${key.map(({ zh }) => zh).join('、')}）：${days(moved).zh}和${days(other).zh}。请先更正其中一条，再合并。`,
    `Both have a ${label.en.toLowerCase()} (${key.map(({ en }) => en).join(', ')}) at the same time: ${days(moved).en}, and ${days(other).en}. Correct one of the two first.`,
  )
