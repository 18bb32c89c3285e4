import type { Database } from '../../db/database.ts'
import type { Scope } from '../../db/scope.ts'
import type { Actor } from '../../db/transaction.ts'
import type { Ledger } from '../ledger.ts'
import type { Layout, LayoutColumns } from './layout.ts'
import type { Confirmed } from './map-sheet.ts'

/** The layouts of an office's own workbooks, as persons confirmed them. No record depends on one: it is not a change. */
export class LayoutMemory {
  readonly #database: Database
  readonly #scope: Scope

  constructor(database: Database, scope: Scope) {
    this.#database = database
    this.#scope = scope
  }

  async find(ledger: Ledger, { signature }: Layout): Promise<Confirmed | null> {
    const { rows } = await this.#database.query(this.#scope, {
      name: 'find-ledger-layout',
      text: `select columns, confirmed_name, to_char(confirmed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
        from platform.ledger_layout where office_id = $1::int and ledger = $2 and signature = $3`,
      values: [String(this.#scope.office), ledger.id, signature],
    })
    const [columns, by, at] = rows[0] ?? []
    return columns && by && at ? { columns: JSON.parse(columns) as LayoutColumns, by, at } : null
  }

  /** The answer of today takes the place of an earlier one. */
  async keep(ledger: Ledger, { signature }: Layout, columns: LayoutColumns, actor: Actor): Promise<void> {
    await this.#database.query(this.#scope, {
      name: 'keep-ledger-layout',
      text: `insert into platform.ledger_layout (office_id, ledger, signature, columns, confirmed_by, confirmed_name)
        values ($1::int, $2, $3, $4::jsonb, $5, $6)
        on conflict (office_id, ledger, signature) do update
        set columns = excluded.columns, confirmed_by = excluded.confirmed_by, confirmed_name = excluded.confirmed_name, confirmed_at = now()`,
      values: [
        String(this.#scope.office),
        ledger.id,
        signature,
        JSON.stringify(columns),
        actor.id,
        actor.name,
      ],
    })
  }
}
