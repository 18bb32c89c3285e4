import type { Ledger } from '../../platform/ledgers/ledger.ts'
import { UsageError } from './command.ts'

/** The ledger of an id or of its name in either language. */
export function ledgerNamed(ledgers: readonly Ledger[], named: string | undefined, usage: string): Ledger {
  const found = ledgers.find(({ id, sheet }) =>
    [id, id.split('.').at(-1), sheet.zh, sheet.en].includes(named),
  )
  if (found) return found
  const list = ledgers.map(({ id, sheet }) => `  ${id}  ${sheet.zh} ${sheet.en}`).join('\n')
  throw new UsageError(`${usage}\n台账 ledgers:\n${list}`)
}
