import { newId } from '../db/id.ts'
import { fieldOf, type RecordType } from '../records/record-type.ts'
import { keyText, type RecordsEngine } from '../records/records-engine.ts'
import { type Text, text } from '../text.ts'
import { type KeyBook, splitKey } from './keys.ts'
import type { Ledger } from './ledger.ts'
import { cutCode, cutTo15 } from './read-cell.ts'
import type { LedgerRow } from './read-rows.ts'

export type Resolved = { readonly id: string } | { readonly wrong: Text }
type Own = { readonly row: LedgerRow; resolved: Resolved | null }

/** Turns natural keys as written into ids: of lines of the same workbook, wherever they stand, or of stored records. */
export class References {
  readonly #engine: RecordsEngine
  readonly #ledgers: readonly Ledger[]
  readonly #book: KeyBook
  readonly #own = new Map<string, Map<string, Own>>()

  constructor(engine: RecordsEngine, ledgers: readonly Ledger[], book: KeyBook) {
    this.#engine = engine
    this.#ledgers = ledgers
    this.#book = book
  }

  /** Makes the lines of a ledger known by their keys. A second line with the same key is refused. */
  announce(ledger: Ledger, rows: readonly LedgerRow[]): void {
    const own = this.#own.get(ledger.type.id) ?? new Map<string, Own>()
    this.#own.set(ledger.type.id, own)
    for (const row of rows) {
      const parts = writtenKey(row)
      if (!parts) continue
      const key = keyText(this.#foldedParts(ledger.type, parts))
      const first = own.get(key)
      if (first) row.fail(ledger.type.naturalKey[0] as string, twice(parts.join(' '), first.row))
      else own.set(key, { row, resolved: null })
    }
  }

  /** Gives every announced line of a ledger the id of its stored record, or a new one. Its key's references come first. */
  async identify(ledger: Ledger): Promise<Map<LedgerRow, { id: string; stored: boolean }>> {
    const { type } = ledger
    const own = [...(this.#own.get(type.id) ?? []).values()]
    const keys = await this.#prepared(
      type,
      own.map(({ row }) => writtenKey(row) as string[]),
    )
    await this.#book.find(
      type,
      keys.filter((key) => key !== null),
    )
    const identified = new Map<LedgerRow, { id: string; stored: boolean }>()
    own.forEach((entry, index) => {
      const { row } = entry
      const key = keys[index] ?? null
      const ids = key ? this.#book.idsOf(type, key) : []
      const written = (writtenKey(row) as string[]).join(' ')
      if (ids.length > 1) {
        entry.resolved = { wrong: ambiguous(type, written, ids.length) }
        row.fail(type.naturalKey[0] as string, entry.resolved.wrong)
        return
      }
      const id = ids[0] ?? newId()
      entry.resolved = { id }
      if (key) identified.set(row, { id, stored: ids.length === 1 })
    })
    return identified
  }

  /** Looks up everything that the given references need, so that {@link resolve} answers at once. */
  async prepare(wanted: readonly { readonly to: string; readonly written: string }[]): Promise<void> {
    for (const [to, group] of Map.groupBy(wanted, (one) => one.to)) {
      const type = this.#typeOf(to)
      const outside = [...new Set(group.map((one) => one.written))].flatMap((written) => {
        const parts = splitKey(written, type, this.#ledgers)
        return parts && !this.#own.get(to)?.has(keyText(parts)) ? [parts] : []
      })
      const keys = await this.#prepared(type, outside)
      await this.#book.find(
        type,
        keys.filter((key) => key !== null),
      )
    }
  }

  resolve(to: string, written: string): Resolved {
    const type = this.#typeOf(to)
    const parts = splitKey(written, type, this.#ledgers)
    if (!parts) return { wrong: absent(type, written, this.#ledgers) }
    const own = this.#own.get(to)?.get(keyText(parts))
    if (own) return own.resolved ?? { wrong: absent(type, written, this.#ledgers) }
    const key = this.#keyOf(type, parts)
    const ids = key ? this.#book.idsOf(type, key) : []
    if (ids.length > 1) return { wrong: ambiguous(type, written, ids.length) }
    return ids[0] ? { id: ids[0] } : { wrong: absent(type, written, this.#ledgers) }
  }

  async #prepared(type: RecordType, all: readonly (readonly string[])[]): Promise<(string[] | null)[]> {
    const nested = type.naturalKey.flatMap((name, at) => {
      const field = fieldOf(type, name)
      return field.kind === 'reference'
        ? all.map((parts) => ({ to: field.to, written: parts[at] as string }))
        : []
    })
    if (nested.length > 0) await this.prepare(nested)
    return all.map((parts) => this.#keyOf(type, parts))
  }

  /** The key with references as ids; null where one of them is not to be found. */
  #keyOf(type: RecordType, parts: readonly string[]): string[] | null {
    const key: string[] = []
    for (const [at, name] of type.naturalKey.entries()) {
      const field = fieldOf(type, name)
      const part = parts[at] as string
      const resolved = field.kind === 'reference' ? this.resolve(field.to, part) : { id: part }
      if ('wrong' in resolved) return null
      key.push(resolved.id)
    }
    return key
  }

  #foldedParts(type: RecordType, parts: readonly string[]): string[] {
    return parts.map((part, at) => {
      const field = fieldOf(type, type.naturalKey[at] as string)
      if (field.kind !== 'reference') return part
      return splitKey(part, this.#typeOf(field.to), this.#ledgers)?.join(' ') ?? part
    })
  }

  #typeOf(id: string): RecordType {
    const type = this.#engine.types.get(id)
    if (!type) throw new Error(`no record type ${id}`)
    return type
  }
}

function writtenKey(row: LedgerRow): string[] | null {
  const parts = row.ledger.type.naturalKey.map((key) => row.contents.get(key))
  return parts.every((part) => typeof part === 'string') ? (parts as string[]) : null
}

const twice = (key: string, first: LedgerRow) =>
  text(
    `“${key}”与工作表“${first.sheet}”第${first.number}行重复。请只保留一行。`,
    `“${key}” already stands in line ${first.number} of sheet “${first.sheet}”. Keep one line.`,
  )
const ambiguous = (type: RecordType, key: string, count: number) =>
  text(
    `“${key}”对应${count}条${type.label.zh}记录，无法确定是哪一条。请在页面上直接登记或更正这条记录。`,
    `“${key}” stands for ${count} records (${type.label.en}), and it is not clear which is meant. Record or correct it on its page.`,
  )
const absent = (type: RecordType, key: string, ledgers: readonly Ledger[]) => {
  // Nothing has such a code, and it looks as damaged codes do.
  if (cutTo15.test(key)) return cutCode(key)
  const ledger = ledgers.find((candidate) => candidate.type.id === type.id)
  return text(
    `没有代码为“${key}”的${type.label.zh}。请核对代码，或者先在“${ledger?.sheet.zh ?? type.plural.zh}”中登记。`,
    `There is no record “${key}” (${type.label.en}). Check it, or enter it first in “${ledger?.sheet.en ?? type.plural.en}”.`,
  )
}
