import { createHash } from 'node:crypto'
import type { Text } from '../../text.ts'
import type { RecordsEngine, StoredRecord, WantedRecord } from '../records-engine.ts'
import type { KeptReason } from './kept-reason.ts'
import type { Named, Reference } from './referrers.ts'

export type Kept = Named & {
  readonly why: KeptReason
  /** The records that name it, or that it would name. */
  readonly others: readonly Named[]
  readonly message: Text | null
}

/** What an undoing does: records to take away, records to bring back to what they were, and records that stay. */
export class UndoPlan {
  readonly remove = new Map<string, Named>()
  readonly restore = new Map<string, { readonly type: string; readonly before: WantedRecord }>()
  readonly kept = new Map<string, Kept>()
  readonly #references: readonly Reference[]
  readonly #needs: readonly Reference[]

  constructor(parts: {
    remove: readonly Named[]
    restore: readonly { type: string; before: WantedRecord }[]
    kept: readonly Kept[]
    references: readonly Reference[]
    /** What records would name again that comes back with them. */
    needs: readonly Reference[]
  }) {
    for (const one of parts.remove) this.remove.set(one.id, one)
    for (const one of parts.restore) this.restore.set(one.before.id, one)
    for (const one of parts.kept) this.kept.set(one.id, one)
    this.#references = parts.references
    this.#needs = parts.needs
    this.#settle()
  }

  /** Leaves a record as it is, and with it what it names. */
  keep(kept: Kept): void {
    this.remove.delete(kept.id)
    this.restore.delete(kept.id)
    this.kept.set(kept.id, kept)
    this.#settle()
  }

  removedOf(type: string): string[] {
    return [...this.remove.values()].filter((one) => one.type === type).map((one) => one.id)
  }

  restoredOf(type: string): WantedRecord[] {
    return [...this.restore.values()].filter((one) => one.type === type).map((one) => one.before)
  }

  /** The same for the same plan, so that what was previewed is what is done. */
  get digest(): string {
    const parts = [this.remove, this.restore, this.kept].map((map) => [...map.keys()].sort())
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  }

  /** Whoever stays, and names a record that would go, keeps it; who would name one that does not come back, stays; until nothing more is kept. */
  #settle(): void {
    for (let moved = true; moved; ) {
      moved = false
      for (const { from, to } of this.#needs) {
        if (!this.restore.has(from.id) || this.restore.has(to.id)) continue
        this.restore.delete(from.id)
        this.kept.set(from.id, { ...from, why: 'names_gone', others: [to], message: null })
        moved = true
      }
      for (const { from, to } of this.#references) {
        if (!this.remove.has(to.id) || this.remove.has(from.id) || this.restore.has(from.id)) continue
        this.remove.delete(to.id)
        const others = this.#references
          .filter(
            (one) => one.to.id === to.id && !this.remove.has(one.from.id) && !this.restore.has(one.from.id),
          )
          .map((one) => one.from)
        this.kept.set(to.id, { ...to, why: 'named', others, message: null })
        moved = true
      }
    }
  }
}

/** Whether two versions of a record say the same, whenever they were saved. */
export function sameContent(a: StoredRecord, b: StoredRecord): boolean {
  return content(a) === content(b)
}

function content({ header, events }: StoredRecord): string {
  return JSON.stringify([
    sorted(header),
    events.map(({ sets, ...event }) => [sorted({ ...event, seq: 0 }), sorted(sets)]),
  ])
}

const sorted = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/** The records that a life names, by type. */
export function namedBy(engine: RecordsEngine, typeId: string, record: WantedRecord): Named[] {
  const type = engine.types.get(typeId)
  return [...(type?.header ?? []), ...(type?.attributes ?? [])].flatMap((field) => {
    if (field.kind !== 'reference') return []
    const values = [record.header[field.key], ...record.events.map((event) => event.sets[field.key])]
    return values.flatMap((value) => (typeof value === 'string' ? [{ type: field.to, id: value }] : []))
  })
}
