import type { Reader } from '../db/transaction.ts'
import type { RecordType } from '../records/record-type.ts'
import { keyText, type RecordsEngine } from '../records/records-engine.ts'
import { foldCode } from './fold.ts'
import type { Ledger } from './ledger.ts'

const together = 2_000

/** Found ids by type and key text: what was looked up, so that it can be looked up again under the lock. */
export type Lookups = Map<string, Map<string, readonly string[]>>

/** Looks natural keys up once each, and remembers the answers. */
export class KeyBook {
  readonly lookups: Lookups = new Map()
  readonly #reader: Reader<unknown>
  readonly #engine: RecordsEngine

  constructor(reader: Reader<unknown>, engine: RecordsEngine) {
    this.#reader = reader
    this.#engine = engine
  }

  async find(type: RecordType, keys: readonly (readonly string[])[]): Promise<void> {
    const known = this.lookups.get(type.id) ?? new Map<string, readonly string[]>()
    this.lookups.set(type.id, known)
    const asked = new Map(keys.map((key) => [keyText(key), key]))
    const unknown = [...asked].filter(([key]) => !known.has(key))
    for (let from = 0; from < unknown.length; from += together) {
      const batch = unknown.slice(from, from + together)
      const found = await this.#engine.findByKey(
        this.#reader,
        type,
        batch.map(([, key]) => key),
      )
      for (const [key] of batch) known.set(key, [...(found.get(key) ?? [])].sort())
    }
  }

  idsOf(type: RecordType, key: readonly string[]): readonly string[] {
    return this.lookups.get(type.id)?.get(keyText(key)) ?? []
  }
}

/** The parts of a natural key as written for a reference, folded as the ledger of its type folds them. Null: too few or many. */
export function splitKey(written: string, type: RecordType, ledgers: readonly Ledger[]): string[] | null {
  const parts = type.naturalKey.length === 1 ? [written] : written.split(/\s+/)
  if (parts.length !== type.naturalKey.length) return null
  const ledger = ledgers.find((candidate) => candidate.type.id === type.id)
  return parts.map((part, index) => {
    const column = ledger?.columns.find((candidate) => candidate.key === type.naturalKey[index])
    return column ? column.fold(part) : foldCode(part)
  })
}

/** Types in an order in which each comes after those that its fields refer to; a type may refer to itself. */
export function inReferenceOrder<T extends { readonly type: RecordType }>(all: readonly T[]): T[] {
  const ordered: T[] = []
  const visit = (one: T, above: readonly string[]) => {
    if (ordered.includes(one) || above.includes(one.type.id)) return
    for (const to of referencesOf(one.type)) {
      const target = all.find((candidate) => candidate.type.id === to)
      if (target) visit(target, [...above, one.type.id])
    }
    ordered.push(one)
  }
  for (const one of all) visit(one, [])
  return ordered
}

function referencesOf(type: RecordType): string[] {
  return [...type.header, ...type.attributes].flatMap((field) =>
    field.kind === 'reference' ? [field.to] : [],
  )
}
