import type { ImportJob } from '../../ledgers/contract.ts'
import type { Text } from '../../text.ts'

type Mapping = ImportJob['mappings'][number]
export type MappableLedger = {
  readonly id: string
  readonly title: Text
  readonly columns: readonly { readonly key: string; readonly heading: Text; readonly required: boolean }[]
}

/** What is chosen for a sheet: its ledger, and by the place of each column what it is read as. */
export type Chosen = {
  readonly ledger: string | null
  readonly keys: Readonly<Record<number, string | null>>
}

export function offeredFor({ ledger, columns }: Mapping): Chosen {
  return { ledger, keys: Object.fromEntries(columns.map(({ at, key }) => [at, key])) }
}

export type Judged = {
  readonly missing: readonly Text[]
  readonly absent: readonly Text[]
  readonly twice: readonly Text[]
}

/** What a choice leaves out, and what it names twice. */
export function judge(ledger: MappableLedger | undefined, { keys }: Chosen): Judged {
  const taken = Object.values(keys)
  const columns = ledger?.columns ?? []
  const without = columns.filter(({ key }) => !taken.includes(key))
  const headings = (some: typeof columns) => some.map(({ heading }) => heading)
  return {
    missing: headings(without.filter(({ required }) => required)),
    absent: headings(without.filter(({ required }) => !required)),
    twice: headings(columns.filter(({ key }) => taken.filter((one) => one === key).length > 1)),
  }
}
