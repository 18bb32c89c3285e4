import type { Migration } from './db/migration.ts'
import type { Balance } from './figures/balance.ts'
import type { Figure } from './figures/figure.ts'
import type { Hierarchy } from './figures/hierarchy.ts'
import type { Ledger } from './ledgers/ledger.ts'
import type { Purpose } from './personal/purpose.ts'
import type { RecordBehaviour, RecordJudgement } from './records/behaviour.ts'

/**
 * A view, beside its twin of what was known, that tells of the whole office whoever asks: ids, codes and days that an area publishes and no
 * policy binds. `reads` are the tables from which its function tells, so that a change there is a change of what rests on the view.
 */
export type WholeOfficeView = { readonly view: string; readonly reads: readonly string[] }

/** The whole contract between an area and the program: what it stores, counts, keeps on paper and judges. */
export type Area = {
  /** Also the name of its database schema. */
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly records: readonly RecordBehaviour[]
  /** What this area has to say of the records of areas that do not know it. */
  readonly judges?: readonly RecordJudgement[]
  readonly figures: readonly Figure[]
  readonly balances?: readonly Balance[]
  readonly ledgers: readonly Ledger[]
  /** What its personal values are kept for; one that serves none keeps the program from starting. */
  readonly purposes?: readonly Purpose[]
  /** The trees along which figures are asked; the area that owns the places gives them. */
  readonly hierarchies?: readonly Hierarchy[]
  readonly wholeOffice?: readonly WholeOfficeView[]
}

export function defineArea(area: Area): Area {
  return area
}
