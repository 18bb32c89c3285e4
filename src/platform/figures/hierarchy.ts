import { type Kysely, sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** A tree along which figures are asked: its nodes are records whose spells carry a path. */
export type Hierarchy = {
  readonly along: 'place' | 'line'
  readonly schema: string
  /** The record table; its spells are `<name>_spell`. */
  readonly name: string
  readonly recordType: string
  /** The official code by which a person may name a node: a column of the spells, or of the record. */
  readonly code: { readonly on: 'spell' | 'record'; readonly column: string }
}

export type TreeNodeName = { readonly id: string; readonly name: string; readonly path: string }

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
type AnyDb = Kysely<Record<string, Record<string, unknown>>>

/** The schema of the reader's knowledge: the current tables, or the views of a past change. */
export function schemaOf(schema: string, known: bigint | null): string {
  return known === null ? schema : `${schema}_known`
}

/**
 * The node that a person named by id, by code or by an unambiguous beginning of one, in force on `on`;
 * without a name the topmost node in scope.
 * @throws Refusal NOT_FOUND for an unknown node or one out of scope (the same words), INVALID for an ambiguous beginning.
 */
export async function resolveNode(
  reader: Reader<unknown>,
  hierarchy: Hierarchy,
  named: string | undefined,
  on: Day,
): Promise<TreeNodeName> {
  const schema = schemaOf(hierarchy.schema, reader.known)
  const code =
    hierarchy.code.on === 'spell'
      ? sql.ref(`s.${hierarchy.code.column}`)
      : sql.ref(`h.${hierarchy.code.column}`)
  const match =
    named === undefined
      ? sql`true`
      : uuid.test(named)
        ? sql`s.record_id = ${named}`
        : sql`${code} >= ${named} collate "C" and ${code} < ${`${named}\u{10ffff}`} collate "C"`
  const { rows } = await sql<{
    id: string
    name: string
    path: string
    code: string | null
    inforce: boolean
  }>`
    select s.record_id as id, s.name, s.path, ${code} as code,
      s.valid_from <= ${on} and (s.valid_to is null or ${on} < s.valid_to) as inforce
    from ${sql.table(`${schema}.${hierarchy.name}_spell`)} s
    join ${sql.table(`${schema}.${hierarchy.name}`)} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${reader.scope.office} and ${match}
    order by inforce desc, length(s.path), ${code} collate "C", s.valid_from desc limit 200`.execute(
    reader.db as AnyDb,
  )
  const found = choose(rows, named)
  if (found) return found
  const words = named !== undefined ? notFound(named) : reader.known === null ? nothingYet : nothingThen
  throw new Refusal('NOT_FOUND', words, { node: named ?? null })
}

type Candidate = TreeNodeName & { code: string | null; inforce: boolean }

function choose(rows: readonly Candidate[], named: string | undefined): TreeNodeName | null {
  const best = rows[0]
  if (!best) return null
  if (named === undefined || uuid.test(named)) return best
  const exact = rows.find((row) => row.code === named)
  if (exact) return exact
  // A code that begins with another's stands beneath it, so the shortest is meant when all others lie under it.
  const others = rows.filter((row) => row.id !== best.id && !row.path.startsWith(best.path))
  if (others.length > 0) throw new Refusal('INVALID', ambiguous(named, [best, ...others]), { node: named })
  return best
}

const notFound = (named: string) =>
  text(
    `没有找到“${named}”，或者不在您的管辖范围内。请核对名称或代码。`,
    `“${named}” is not there, or is outside your places. Check the name or code.`,
  )
const nothingYet = text(
  '还没有录入可以统计的对象，数不出来。请先导入台账。',
  'Nothing has been recorded yet in which this could be counted. Import the ledgers first.',
)
const nothingThen = text(
  '按当时所知，还没有录入，数不出来。',
  'As known then, nothing had been recorded in which this could be counted.',
)
const ambiguous = (named: string, rows: readonly Candidate[]) => {
  const names = [...new Set(rows.map((row) => `${row.name}（${row.code ?? ''}）`))].slice(0, 5)
  return text(
    `“${named}”对应多个：${names.join('、')}。请把代码写完整。`,
    `“${named}” fits several: ${names.join(', ')}. Write the whole code.`,
  )
}
