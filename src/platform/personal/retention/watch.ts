import { read } from '../../db/transaction.ts'
import type { Records } from '../../records/records.ts'
import { type Day, minuteOf, today } from '../../values/day.ts'
import type { Purpose } from '../purpose.ts'
import { dueRecords, type NamedRecord } from './due-records.ts'

/** How often it looks whether a night has come, in milliseconds. */
const round = 600_000
/** The hour in Asia/Shanghai from which on the day's search is made. */
const hour = 2

type Found = { readonly at: string; readonly day: Day; readonly records: readonly NamedRecord[] }

/** Finds at the start and once a night what is due, so that pages can remind. It erases nothing: that takes two persons. */
export class RetentionWatch {
  readonly #records: Records
  readonly #purposes: readonly Purpose[]
  readonly #office: number
  readonly #report: (error: unknown) => void
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> = Promise.resolve()
  #found: Found | null = null

  constructor(
    records: Records,
    purposes: readonly Purpose[],
    office: number,
    report: (error: unknown) => void,
  ) {
    this.#records = records
    this.#purposes = purposes
    this.#office = office
    this.#report = report
    this.#timer = setInterval(() => this.look(), round)
    this.#timer.unref()
    this.look()
  }

  /** What the last search found. */
  get found(): Found | null {
    return this.#found
  }

  /** Searches, unless that has been done for the night of `now`. */
  look(now: Date = new Date()): void {
    this.#looking = this.#looking.then(() => this.#search(now)).catch(this.#report)
  }

  async settled(): Promise<void> {
    await this.#looking
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
  }

  async #search(now: Date): Promise<void> {
    const day = today(now)
    const isNight = Number(minuteOf(now).slice(11, 13)) >= hour
    if (this.#found && (this.#found.day >= day || !isNight)) return
    const { database, engine } = this.#records
    const scope = { office: this.#office, places: 'all' } as const
    const due = await read<unknown, NamedRecord[]>(database, scope, (reader) =>
      dueRecords(reader, { types: engine.types, purposes: this.#purposes }, day),
    )
    this.#found = { at: now.toISOString(), day, records: due.map(({ type, id }) => ({ type, id })) }
  }
}
