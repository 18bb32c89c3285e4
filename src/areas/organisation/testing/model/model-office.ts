import type { Act, Done } from './acts.ts'
import { apply, type Mutable } from './apply.ts'
import { whyNot } from './judgement.ts'
import type { Book } from './life.ts'

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

  /** Does the act, or says why it cannot be done. `done` names what it brings about. */
  try(act: Act, done: Done): string | null {
    const next: Mutable = structuredClone(this.#books.at(-1) as Mutable)
    const reason = whyNot(this.now, act) ?? apply(next, act, done) ?? whyNot(this.now, act, next, done)
    if (reason !== null) return reason
    this.#books.push(next)
    if (act.do === 'erase') {
      for (const book of this.#books)
        Object.assign(book.get(act.id)?.header ?? {}, { contact_name: null, contact_phone: null })
    }
    return null
  }
}
