import type { Act, DeedAct, Done } from './acts.ts'
import { dependentsOn } from './dependents.ts'
import {
  inTime,
  type ModelEvent,
  type ModelRecord,
  type ModelType,
  on,
  statesOf,
  type Values,
} from './life.ts'

export type Mutable = Map<string, ModelRecord>

const organisationValues = [
  'name',
  'kind',
  'founded_in',
  'parent_id',
  'seat_id',
  'unit_id',
  'purpose',
  'expected_end',
  'term_from',
  'term_years',
]
let keys = 0
const event = (kind: string, day: string, sets: Values, deed: string | null = null): ModelEvent => ({
  key: `e${++keys}`,
  kind,
  day,
  sets,
  deed,
})
const addTo = (record: ModelRecord, ...events: ModelEvent[]): void => {
  record.events = inTime([...record.events, ...events])
}

/** Does an act in a book; says why it cannot be done. */
export function apply(book: Mutable, act: Act, done: Done): string | null {
  switch (act.do) {
    case 'erase':
      return null
    case 'establish': {
      const { type, header, day, sets } = act
      book.set(done.id, { id: done.id, type, header, events: [event('established', day, sets)] })
      return null
    }
    case 'deed':
      return applyDeed(book, act, done)
    case 'correct-deed':
      return correctDeed(book, act)
    default:
      applyToOne(book, act)
      return null
  }
}

function applyToOne(
  book: Mutable,
  act: Exclude<Act, { do: 'deed' | 'correct-deed' | 'establish' | 'erase' }>,
): void {
  const record = book.get(act.id) as ModelRecord
  if (act.do === 'remove') book.delete(act.id)
  if (act.do === 'correct-header') record.header = { ...record.header, ...act.header }
  if (act.do === 'happen') {
    const again = act.event === 'restored' ? lastOf(record) : {}
    addTo(record, event(act.event, act.day, { ...again, ...act.sets }))
  }
  if (act.do === 'correct') {
    const wrong = record.events[act.at] as ModelEvent
    const right = { ...wrong, day: act.day ?? wrong.day, sets: { ...wrong.sets, ...act.sets } }
    record.events = act.neverWas
      ? record.events.filter((one) => one !== wrong)
      : inTime(record.events.map((one) => (one === wrong ? right : one)))
  }
}

/** An organisation that begins again stands as it last stood. */
function lastOf(record: ModelRecord): Values {
  const last = statesOf(record).at(-1)?.values ?? {}
  return Object.fromEntries(organisationValues.map((key) => [key, last[key] ?? null]))
}

const partActs = {
  merge: { ending: 'merged', lasting: '', beginning: 'founded_by_merger' },
  absorb: { ending: 'absorbed', lasting: 'took_in', beginning: '' },
  split: { ending: 'split', lasting: '', beginning: 'founded_by_split' },
  divide: { ending: '', lasting: 'divided', beginning: 'founded_by_split' },
  dissolve: { ending: 'dissolved', lasting: '', beginning: '' },
}

function applyDeed(book: Mutable, act: DeedAct, { id: deed, begun = {} }: Done): string | null {
  const kinds = partActs[act.kind]
  const stood = structuredClone(book)
  const begunId = (name: string) => begun[name] ?? name
  for (const { name, sets, header } of act.beginning) {
    const id = begunId(name)
    const events = [event(kinds.beginning, act.day, sets, deed)]
    book.set(id, { id, type: act.about as ModelType, header, events })
  }
  for (const id of act.lasting) addTo(book.get(id) as ModelRecord, event(kinds.lasting, act.day, {}, deed))
  for (const id of act.ending) addTo(book.get(id) as ModelRecord, event(kinds.ending, act.day, {}, deed))
  const ended = new Set(act.ending)
  for (let fresh: string[] = act.ending; fresh.length > 0; ) {
    const next: string[] = []
    for (const { type, id, on: of, key, moved, since } of dependentsOn(stood, fresh, act.day)) {
      if (ended.has(id)) continue
      const move = act.moves.find((one) => one.type === type && one.id === id && one.on === of)
      if (!move) return 'something is left without a place to go'
      const record = book.get(id) as ModelRecord
      if (move.to === null) {
        addTo(record, event('dissolved', since, {}, deed))
        ended.add(id)
        next.push(id)
        continue
      }
      const to = begunId(move.to)
      if (moved === null) return 'it cannot move'
      if (!book.has(to)) return 'names a record that is not there'
      const kept = moved === 're_seated' ? { parent_id: on(record, since)?.['parent_id'] ?? null } : {}
      addTo(record, event(moved, since, { ...kept, [key]: to }, deed))
    }
    fresh = next
  }
  const left = dependentsOn(book, [...ended], act.day).filter(({ id }) => !ended.has(id))
  return left.length > 0 ? 'something would still hang on what ended' : null
}

function correctDeed(book: Mutable, act: Extract<Act, { do: 'correct-deed' }>): string | null {
  const parts = [...book.values()].filter((record) => record.events.some((one) => one.deed === act.deed))
  const own = parts.flatMap((record) => record.events.filter((one) => one.deed === act.deed))
  const day = own.map((one) => one.day).sort()[0] as string
  const ended = own.length === 0 ? [] : parts.filter((record) => endsIn(record, act.deed)).map(({ id }) => id)
  for (const record of parts) {
    const { day: newDay = day } = act
    record.events = act.neverWas
      ? record.events.filter((one) => one.deed !== act.deed)
      : inTime(
          record.events.map((one) =>
            one.deed === act.deed && (one.day === day || one.day < newDay) ? { ...one, day: newDay } : one,
          ),
        )
    if (record.events.length === 0) book.delete(record.id)
  }
  if (act.neverWas) return null
  const left = dependentsOn(book, ended, act.day ?? day).filter(({ id }) => !ended.includes(id))
  return left.length > 0 ? 'something would still hang on what ended' : null
}

const endsIn = (record: ModelRecord, deed: string) =>
  record.events.some(
    (one) => one.deed === deed && ['merged', 'absorbed', 'split', 'dissolved'].includes(one.kind),
  )
