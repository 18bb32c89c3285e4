import type { Act } from './acts.ts'
import { whyNot } from './judgement.ts'
import type { Book, ModelEvent, ModelRecord } from './life.ts'

type Mutable = Map<string, ModelRecord>

/** An office as a list of books: one whole copy for each change number. Slow, and plain enough to be believed. */
export class ModelOffice {
  readonly #books: Mutable[] = [new Map()]

  get head(): number {
    return this.#books.length - 1
  }

  at(change: number): Book {
    return this.#books[Math.min(change, this.head)] as Book
  }

  get now(): Book {
    return this.at(this.head)
  }

  /** Does the act, or says why it cannot be done. `id` is the name of what it establishes. */
  try(act: Act, id: string): string | null {
    const next: Mutable = structuredClone(this.#books.at(-1) as Mutable)
    const reason = whyNot(this.now, act) ?? apply(next, act, id) ?? whyNot(this.now, act, next, id)
    if (reason !== null) return reason
    this.#books.push(next)
    if (act.do === 'erase') {
      for (const book of this.#books)
        Object.assign(book.get(act.id)?.header ?? {}, { contact_name: null, contact_phone: null })
    }
    return null
  }
}

function apply(book: Mutable, act: Act, newId: string): string | null {
  if (act.do === 'erase') return null
  if (act.do === 'establish') {
    book.set(newId, {
      id: newId,
      type: act.type,
      header: act.header,
      events: [{ kind: 'established', day: act.day, sets: act.sets }],
    })
    return null
  }
  const record = book.get(act.id) as ModelRecord
  if (act.do === 'remove') book.delete(act.id)
  if (act.do === 'correct-header') record.header = { ...record.header, ...act.header }
  if (act.do === 'happen')
    record.events = inTime([...record.events, { kind: act.event, day: act.day, sets: act.sets }])
  if (act.do === 'correct') {
    const wrong = record.events[act.at] as ModelEvent
    const right = { ...wrong, day: act.day ?? wrong.day, sets: { ...wrong.sets, ...act.sets } }
    record.events = act.neverWas
      ? record.events.filter((event) => event !== wrong)
      : inTime(record.events.map((event) => (event === wrong ? right : event)))
  }
  return null
}

/** Events of one day stay in the order in which they stood. */
function inTime(events: readonly ModelEvent[]): ModelEvent[] {
  const days = [...new Set(events.map((event) => event.day))].sort()
  return days.flatMap((day) => events.filter((event) => event.day === day))
}
