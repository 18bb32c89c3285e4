import { type Text, text } from '../../text.ts'
import { project } from '../../timeline/project.ts'
import type { AttributeSpell } from '../../timeline/timeline.ts'
import { overlaps } from '../../values/spell.ts'
import { roleOf } from '../deeds/deed-events.ts'
import { type RecordType, timelineOf } from '../record-type.ts'
import {
  type HeaderValues,
  keyText,
  type RecordsEngine,
  type StoredRecord,
  type WantedRecord,
} from '../records-engine.ts'
import { namedBy } from '../undo/undo-plan.ts'

/** Why two records cannot be made one as they stand, and the records that it is about. */
export type Hindrance = {
  readonly message: Text
  readonly records: readonly { readonly type: RecordType; readonly id: string }[]
}

/** A time in which a record stood under its natural key. */
export type Holding = AttributeSpell & { readonly id: string; readonly key: string }
export type Collision = { readonly moved: Holding; readonly other: Holding }

/** Where a record that comes to name the kept one would stand beside another of the very same natural key, on a day or for ever. */
export function collisionsOf(
  type: RecordType,
  moved: readonly WantedRecord[],
  others: readonly WantedRecord[],
): Collision[] {
  const forEver = type.naturalKey.every((key) => type.header.some((field) => field.key === key))
  const found: Collision[] = []
  const standing = [...moved, ...others].flatMap((record) => holdingsOf(type, record))
  const turned = new Set(moved.map(({ id }) => id))
  for (const own of Map.groupBy(standing, ({ key }) => key).values())
    for (const [index, a] of own.entries())
      for (const b of own.slice(index + 1))
        if (a.id !== b.id && turned.has(a.id) && (forEver || overlaps(a, b)))
          found.push({ moved: a, other: b })
  return found
}

function holdingsOf(type: RecordType, { id, header, events }: WantedRecord): Holding[] {
  return project(timelineOf(type), events).map((spell) => {
    const values: HeaderValues = { ...spell.attributes, ...header }
    return { id, key: keyText(type.naturalKey.map((key) => String(values[key] ?? ''))), ...spell }
  })
}

/** A record cannot name itself: the two stood in a relation to one another. */
export function namesItself(engine: RecordsEngine, type: RecordType, kept: WantedRecord): Hindrance[] {
  if (!namedBy(engine, type.id, kept).some(({ id }) => id === kept.id)) return []
  return [{ message: relatedToEachOther(type), records: [{ type, id: kept.id }] }]
}

/** What an act over several records ended, began or let go on is part of that act, which would be left without it. */
export function hasPartInDeed(type: RecordType, given: StoredRecord): Hindrance[] {
  const decisive = given.events.some(
    ({ deedId, kind }) => deedId && type.deeds?.some((deed) => roleOf(deed, kind) !== 'dependent'),
  )
  return decisive ? [{ message: partOfADeed, records: [{ type, id: given.id }] }] : []
}

const relatedToEachOther = ({ label }: RecordType) =>
  text(
    `两条${label.zh}记录互有从属关系，合并后会指向自身。请先更正这项关系，再合并。`,
    `One of the two records (${label.en}) names the other, and would name itself. Correct that first.`,
  )
const partOfADeed = text(
  '并入的记录参与了涉及多个记录的变动。请先更正那项变动，再合并。',
  'The record to be given up took part in an act over several records. Correct that act first.',
)
