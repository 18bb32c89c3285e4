import { sql } from 'kysely'
import type { Actor, Writer } from '../db/transaction.ts'
import type { Database } from '../db/database.ts'
import { rehearse } from '../db/rehearse.ts'
import type { Scope } from '../db/scope.ts'
import type { MovedFigureView } from '../figures/contract.ts'
import { figuresShown, movedFigures } from '../figures/moved-figures.ts'
import type { Figures } from '../figures/registry.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { CheckedImport } from './check-import.ts'
import { inWords, prepare, writeRecords } from './write-import.ts'

export type RehearsalOptions = {
  readonly scope: Scope
  readonly actor: Actor
  readonly asOf: Day
  readonly onProgress?: (handled: number, total: number) => void
  readonly signal?: AbortSignal
}
export type Rehearsal = {
  readonly moved: readonly MovedFigureView[]
  /** Touched places beyond those that are told. */
  readonly placesLeft: number
}

/** What was written and taken back lies about as dead rows until the database has cleared it, so there is a bound. */
export const mostRehearsed = 20_000
/** From the first row on, keys and records that are written here can be written by nobody else. */
const statementLimit = '30s'

/**
 * Which figures a checked workbook would move on a day: it is written as it would be and taken back, so the answer cannot differ from the
 * import. Holds neither the head nor anything else that a writer of other records needs.
 * @throws Refusal TOO_MANY for more rows than {@link mostRehearsed}, STALE and RULE as the import itself, UNAVAILABLE where it takes
 * too long, and the signal's reason when it is stopped
 */
export async function rehearseImport(
  database: Database,
  figures: Figures,
  checked: CheckedImport,
  { scope, actor, asOf, onProgress, signal }: RehearsalOptions,
): Promise<Rehearsal> {
  const rows = checked.counts.created + checked.counts.updated
  if (rows > mostRehearsed) throw new Refusal('TOO_MANY', tooMany(rows), { rows, most: mostRehearsed })
  if (checked.errors.count > 0 || rows === 0) return { moved: [], placesLeft: 0 }
  const { engine } = figures
  const total = rows + 2 * figuresShown(figures).length
  let counted = 0
  let laid = 0
  const tell = () => {
    signal?.throwIfAborted()
    onProgress?.(laid + counted, total)
  }
  // A warning waits for its reason until the writing: it moves no figure.
  const options = { scope, actor, reason: rehearsing, ...(signal ? { signal } : {}) }
  try {
    return await rehearse(
      database,
      { scope, actor, kind: 'import', reason: rehearsing },
      async (writer: Writer<unknown>): Promise<Rehearsal> => {
        counted = 0
        const { moved, placesLeft } = await movedFigures(figures, writer, {
          asOf,
          act: async () => {
            const ready = await prepare(writer, database, engine, checked, {
              ...options,
              onProgress: (handled) => {
                laid = handled
                tell()
              },
            })
            await sql`select set_config('statement_timeout', ${statementLimit}, true)`.execute(writer.db)
            await writeRecords(writer, engine, checked, ready, options)
            laid = rows
            tell()
          },
          records: recordsOf(checked),
          onCounted: () => {
            counted += 1
            tell()
          },
        })
        return { moved, placesLeft }
      },
    )
  } catch (error) {
    throw tooLong.has(codeOf(error)) ? new Refusal('UNAVAILABLE', disturbed) : inWords(error)
  }
}

function recordsOf({ steps }: CheckedImport) {
  return new Map(
    steps.map(({ ledger, create, update }) => [ledger.type, [...create, ...update].map(({ id }) => id)]),
  )
}

const rehearsing = 'rehearsal'
/** Stopped by its own limits, or disturbed by others more often than it is tried. */
const tooLong = new Set<unknown>(['57014', '40001', '40P01', '55P03'])
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

const tooMany = (rows: number) =>
  text(
    `这次要写入${rows}条，超过${mostRehearsed}条，不预先计算数字怎样变动：要先全部写入一遍再撤回，数据库负担太重。可以分成几本导入，或者写入后在指标页与以前比较；不对的可以整批撤销。`,
    `${rows} records would be written, more than ${mostRehearsed}: how the figures move is not computed beforehand, for all of them would have to be written and taken back. Import parts, or compare on a figure’s page afterwards; the whole import can be undone.`,
  )
const disturbed = text(
  '别人正在改动同样的记录，或者计算时间过长，没有算完。这次预演没有留下任何内容，可以稍后再试，也可以直接写入。',
  'Somebody is changing the same records, or it takes too long: it was not computed. Nothing of the attempt is kept. Try again later, or write the import.',
)
