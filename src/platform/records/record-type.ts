import type { Text } from '../text.ts'
import type { Effect, TimelineKind } from '../timeline/timeline.ts'
import { type AmountBounds, largestAmount, readAmount, smallestAmount } from '../values/amount.ts'
import { type CountBounds, largestCount } from '../values/count.ts'
import type { Mask } from '../values/mask.ts'

/**
 * How far a value may go. `open`: to anybody. `internal`: to whoever may see the record. `personal`: masked until it is revealed for a
 * reason. `sensitive` (PIPL art. 28): as personal, and many at once leave the office only when a second person agrees.
 */
export const fieldClasses = ['open', 'internal', 'personal', 'sensitive'] as const
export type FieldClass = (typeof fieldClasses)[number]

/** A value of a record. The same declaration makes the contract, the form, the list and the ledger. */
export type RecordField = {
  readonly key: string
  readonly label: Text
  /** The heading in a workbook, where it must say more than the label: a reference is entered by its code there. */
  readonly heading?: Text
  readonly help?: Text
  readonly example?: string
  readonly required: boolean
  /** No class by default: whoever declares a value says how far it may go. */
  readonly class: FieldClass
  /** What a mask leaves to be seen of a personal or sensitive value; nothing where it is absent. */
  readonly mask?: Mask
  /**
   * Kept enciphered, bound to its record. `found`: equal values can be told, for likely duplicates and for whoever types the whole of
   * it; `not found`: nothing can be told. No figure, rule of the database, filter or order may rest on it.
   */
  readonly enciphered?: 'found' | 'not found'
  /** A name: emptied by an erasure as a personal value is, and shown to whoever may see the record. */
  readonly identifies?: true
} & (
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'day' }
  /**
   * A whole number from 0 that somebody counted or assigned, never one that records could be counted for. It travels as
   * decimal text and stands in an `int` column. `least` and `most` belong to it; `unit` is what it counts.
   */
  | ({ readonly kind: 'count'; readonly unit?: Text } & CountBounds)
  /**
   * An exact sum of money, from 0 unless `least` says otherwise. It travels as decimal text in yuan and stands in a `bigint` column in
   * fen, so that figures add it up as it is. `least` and `most` are written as it travels, and belong to it.
   */
  | ({ readonly kind: 'amount'; readonly currency?: 'CNY' } & AmountBounds)
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Text>> }
  /** Another record, entered by its natural key in a workbook and picked by name in a form. */
  | {
      readonly kind: 'reference'
      readonly to: string
      /** It hangs on the record that it names: that one cannot end while this one still names it. */
      readonly hangs?: true
    }
)

export type CountField = RecordField & { readonly kind: 'count' }
export type AmountField = RecordField & { readonly kind: 'amount' }

/** What can happen to a record of this type on a day. `sets` names the attributes it asks for. */
export type RecordAct = {
  readonly kind: string
  readonly effect: Effect
  readonly label: Text
  /** Said over the form, where the act needs a word of explanation. */
  readonly help?: Text
  readonly sets: readonly string[]
  /** Values of the act itself: they are kept with the event and hold for no time. */
  readonly details?: readonly RecordField[]
  /** Begins a record that had ended: what it does not set stands as it last stood. */
  readonly again?: true
  /** Happens to a record only together with others, in a deed. */
  readonly onlyInDeeds?: true
  /** The program records it by itself, of what came from elsewhere: nobody enters it. */
  readonly onlyByProgram?: true
}

/** How many records take part in a deed in one way, and what happens to each. */
export type DeedPart = {
  readonly act: string
  readonly least: number
  readonly most?: number
  readonly label: Text
}

/**
 * What several records go through together on a day, as one change: some end, some begin, one may go on. What ends or gives is a
 * predecessor of what begins or takes.
 */
export type RecordDeed = {
  readonly kind: string
  readonly label: Text
  readonly help?: Text
  readonly ending?: DeedPart
  readonly beginning?: DeedPart
  readonly lasting?: DeedPart & { readonly as: 'predecessor' | 'successor' }
}

/**
 * `alike`: sets of fields; two records that agree in all fields of one set, none of them empty, may be one. A fixed value is compared as it
 * stands, a dated one on whatever days either held it.
 */
export type Mergeable = { readonly alike: readonly (readonly string[])[] }

/** A type of record with dated attributes: all that the browser, the contract and the ledger need to know of it. */
export type RecordType = {
  /** `<area>.<name>`: also its tables `<area>.<name>`, `…_event`, `…_spell`. */
  readonly id: string
  readonly label: Text
  readonly plural: Text
  /** Values that do not depend on a date; they change by correction alone. */
  readonly header: readonly RecordField[]
  /** Values that hold for a time. */
  readonly attributes: readonly RecordField[]
  readonly acts: readonly RecordAct[]
  readonly deeds?: readonly RecordDeed[]
  /** The field that names the record to a person. */
  readonly title: string
  /** The fields by which a workbook finds the record; together they are one record's alone. */
  readonly naturalKey: readonly string[]
  /** The attribute that names the parent, where the records form a tree. */
  readonly parent?: string
  /** Two records of this type may turn out to be one: a correction then makes them one. */
  readonly mergeable?: Mergeable
  /** Whether each row lies in a place and is seen only within its scope. */
  readonly scoped: boolean
  /** The permission that reading and writing need. */
  readonly permissions: { readonly see: string; readonly record: string; readonly correct: string }
}

export function defineRecordType(type: RecordType): RecordType {
  const attributes = new Set(type.attributes.map((field) => field.key))
  const every = new Set([...type.header.map((field) => field.key), ...attributes])
  for (const act of type.acts) {
    for (const key of act.sets)
      if (!attributes.has(key)) throw new Error(`${type.id}: act ${act.kind} sets no attribute ${key}`)
    for (const { key } of act.details ?? [])
      if (every.has(key)) throw new Error(`${type.id}: the detail ${key} of ${act.kind} is a field too`)
  }
  for (const { kind, ending, beginning, lasting } of type.deeds ?? []) {
    for (const [part, effect] of [
      [ending, 'ends'],
      [beginning, 'begins'],
      [lasting, 'changes'],
    ] as const)
      if (part && type.acts.find((act) => act.kind === part.act)?.effect !== effect)
        throw new Error(`${type.id}: deed ${kind} needs an act ${part.act} that ${effect}`)
  }
  for (const key of [type.title, ...type.naturalKey]) {
    if (!every.has(key)) throw new Error(`${type.id}: no field ${key}`)
    const { kind } = fieldOf(type, key)
    if (kind === 'count' || kind === 'amount')
      throw new Error(`${type.id}: the ${kind} ${key} names no record`)
  }
  for (const key of (type.mergeable?.alike ?? []).flat()) {
    if (!every.has(key)) throw new Error(`${type.id}: two records are alike by no field ${key}`)
    if (fieldOf(type, key).enciphered === 'not found')
      throw new Error(`${type.id}: two records are alike by ${key}, of which nothing can be told`)
  }
  for (const field of everyField(type)) {
    refuseClass(type, field)
    if (field.kind === 'count') refuseBounds(type.id, field)
    if (field.kind === 'amount') refuseAmount(type.id, field)
  }
  return type
}

/** Fixed values, dated values and the details of acts. */
export const everyField = (type: RecordType): readonly RecordField[] => [
  ...type.header,
  ...type.attributes,
  ...type.acts.flatMap((act) => act.details ?? []),
]

/** Whether its value is masked until it is revealed; an erasure empties it. */
export const isMasked = (field: RecordField): boolean =>
  field.class === 'personal' || field.class === 'sensitive'

/** An erasure empties fixed values alone, and a name or a key that nobody may read names no record. */
function refuseClass(type: RecordType, field: RecordField): void {
  const { key } = field
  if (field.enciphered && !(isMasked(field) && field.kind === 'text'))
    throw new Error(`${type.id}: only a masked text is enciphered, and ${key} is none`)
  if (!fieldClasses.includes(field.class)) throw new Error(`${type.id}: the field ${key} has no class`)
  if (!isMasked(field)) {
    if (field.mask) throw new Error(`${type.id}: the field ${key} is ${field.class} and needs no mask`)
    return
  }
  if (field.identifies) throw new Error(`${type.id}: ${key} identifies, so it cannot be masked`)
  if (!type.header.includes(field)) throw new Error(`${type.id}: the ${field.class} ${key} is no fixed value`)
  if ([type.title, ...type.naturalKey].includes(key))
    throw new Error(`${type.id}: the ${field.class} ${key} names no record`)
}

function refuseBounds(type: string, { key, least = 0, most = largestCount }: CountField): void {
  if (![least, most].every(Number.isInteger) || least < 0 || most < least || most > largestCount)
    throw new Error(`${type}: the count ${key} cannot lie between ${least} and ${most}`)
}

/** Bounds in the one form, and a heading that says the unit: a sum under another's unit is wrong ten thousand times over. */
function refuseAmount(type: string, { key, heading, least = '0', most = largestAmount }: AmountField): void {
  const read = [readAmount(least, { least: smallestAmount }), readAmount(most, { least })]
  if (![least, most].every((bound, at) => bound === (read[at] as { amount?: string }).amount))
    throw new Error(`${type}: the amount ${key} cannot lie between ${least} and ${most}`)
  if (heading && !(/（元）/.test(heading.zh) && /\(yuan\)/.test(heading.en)))
    throw new Error(`${type}: the heading of the amount ${key} does not say its unit`)
}

export function timelineOf(type: RecordType): TimelineKind {
  const [schema, name] = type.id.split('.') as [string, string]
  return {
    schema,
    name,
    attributes: type.attributes.map((field) => field.key),
    amounts: everyField(type).flatMap(({ kind, key }) => (kind === 'amount' ? [key] : [])),
    effects: Object.fromEntries(type.acts.map((act) => [act.kind, act.effect])),
    ...(type.parent ? { parent: type.parent } : {}),
    scoped: type.scoped,
  }
}

export function actOf(type: RecordType, kind: string): RecordAct {
  const act = type.acts.find((candidate) => candidate.kind === kind)
  if (!act) throw new Error(`${type.id} has no act ${kind}`)
  return act
}

/** What an act asks for: the attributes that it sets, then its own details. */
export function fieldsOfAct(type: RecordType, act: RecordAct): readonly RecordField[] {
  return [...act.sets.map((key) => fieldOf(type, key)), ...(act.details ?? [])]
}

/** Begins a record that somebody enters; none where all of a type come from elsewhere. */
export const waysToBegin = (type: RecordType): readonly RecordAct[] =>
  type.acts.filter(
    ({ effect, again, onlyInDeeds, onlyByProgram }) =>
      effect === 'begins' && !again && !onlyInDeeds && !onlyByProgram,
  )

export function fieldOf(type: RecordType, key: string): RecordField {
  const field = everyField(type).find((candidate) => candidate.key === key)
  if (!field) throw new Error(`${type.id} has no field ${key}`)
  return field
}
