import { sql } from 'kysely'
import { newId } from '../../db/id.ts'
import type { Scope } from '../../db/scope.ts'
import { type Actor, inTransaction, inWholeOffice } from '../../db/transaction.ts'
import { hasErrorCode } from '../../db/server/has-error-code.ts'
import { BrokenSeal } from '../../records/broken-seal.ts'
import { readerOf } from '../../records/engine.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Records } from '../../records/records.ts'
import { emptyRecord } from '../../records/write.ts'
import { inChange } from '../../records/write-change.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { today } from '../../values/day.ts'
import type { Purpose } from '../purpose.ts'
import { dueRecords } from './due-records.ts'
import { itemsOf, type StoredItem } from './stored-batch.ts'

export type Agreed = { readonly id: string; readonly scope: Scope; readonly actor: Actor }

/** How often a record is tried while somebody else writes. */
const attempts = 10

/** Kept in the change for whoever reads it later, in whichever language. */
const keptLongEnough = text('保存期限届满，经两人同意', 'Kept long enough, as two persons agreed')

class NotDue extends Error {}

/**
 * Carries out what was agreed, in the background: one change for each record, so that each is sealed, journalled and stopped alone. A record
 * is judged once more inside its change, under the office's lock: whoever came back meanwhile is not erased.
 */
export class Erasing {
  readonly #records: Records
  readonly #purposes: readonly Purpose[]
  readonly #report: (error: unknown) => void
  readonly #under = new Map<string, { readonly stop: AbortController; readonly end: Promise<void> }>()

  constructor(records: Records, purposes: readonly Purpose[], report: (error: unknown) => void) {
    this.#records = records
    this.#purposes = purposes
    this.#report = report
  }

  isUnderWay(id: string): boolean {
    return this.#under.has(id)
  }

  begin(agreed: Agreed): void {
    if (this.#under.has(agreed.id)) return
    const stop = new AbortController()
    const end = this.#eraseAll(agreed, stop.signal)
      .catch(this.#report)
      .finally(() => this.#under.delete(agreed.id))
    this.#under.set(agreed.id, { stop, end })
  }

  /** Resolves when the record under way is done with. */
  async stop(id: string): Promise<void> {
    const under = this.#under.get(id)
    under?.stop.abort()
    await under?.end
  }

  /** Stops all; what is left waits to be gone on with. */
  async close(): Promise<void> {
    for (const { stop } of this.#under.values()) stop.abort()
    await this.settled()
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#under.values()].map(({ end }) => end))
  }

  async #eraseAll(agreed: Agreed, signal: AbortSignal): Promise<void> {
    const waiting = await inTransaction(this.#records.database, 'begin', agreed.scope, null, (on) =>
      itemsOf(on, agreed.id, 'waiting'),
    )
    for (const item of waiting) {
      if (signal.aborted) return
      try {
        await this.#erasePatiently(agreed, item)
      } catch (error) {
        if (error instanceof NotDue || (error instanceof Refusal && error.code === 'NOT_FOUND'))
          await this.#end(agreed, item, 'kept')
        // Rows that are not what their seals say stay as they are, for whoever has to find out why; all else stops the batch.
        else if (error instanceof BrokenSeal) {
          this.#report(error)
          await this.#end(agreed, item, 'failed')
        } else throw error
      }
    }
  }

  /** An import may hold the office's lock for longer than anybody waits for it. */
  async #erasePatiently(agreed: Agreed, item: StoredItem): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#erase(agreed, item)
        return
      } catch (error) {
        if (!hasErrorCode(error, '55P03') || attempt === attempts) throw error
      }
    }
  }

  async #erase({ id: batch, scope, actor }: Agreed, { record_type: of, record_id: id }: StoredItem) {
    const { types } = this.#records.engine
    const type = types.get(of) as RecordType
    const reason = `${keptLongEnough.zh} ${keptLongEnough.en} (${batch})`
    const input = { type: of, id, reason, idempotencyKey: newId(), overrides: [] }
    await inChange(this.#records, { scope, actor }, 'erasure', input, async (writer) => {
      const whole = { ...readerOf(writer), scope: { office: scope.office, places: 'all' as const } }
      const due = await inWholeOffice(writer, () =>
        dueRecords(whole, { types, purposes: this.#purposes }, today(), [{ type: of, id }]),
      )
      if (due.length === 0) throw new NotDue()
      const emptied = await emptyRecord(this.#records, writer, type, id)
      await sql`update platform.retention_item set state = 'erased', change_no = ${writer.change}
        where batch_id = ${batch} and record_type = ${of} and record_id = ${id}`.execute(writer.db)
      return emptied
    })
  }

  async #end({ id, scope }: Agreed, item: StoredItem, state: 'kept' | 'failed'): Promise<void> {
    await inTransaction(this.#records.database, 'begin', scope, null, (on) =>
      on.query(
        `update platform.retention_item set state = $4 where batch_id = $1 and record_type = $2 and record_id = $3`,
        [id, item.record_type, item.record_id, state],
      ),
    )
  }
}
