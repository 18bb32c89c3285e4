import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { type Reader, read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { type Day, today } from '../values/day.ts'
import { type Hierarchy, resolveNode, type TreeNodeName } from './hierarchy.ts'
import { resolveKnown } from './resolve.ts'

type Moment = { node?: string | undefined; asOf?: Day | undefined; knownAt?: string | undefined }

/**
 * Reads below a node as of a day (today) and as known at a moment (now), in one snapshot. An office that has recorded no node yet answers
 * `nothing`, which is no error. @throws Refusal NOT_FOUND for a node that is named and is not there, or is out of scope
 */
export async function readBelow<Result>(
  database: Database,
  hierarchy: Hierarchy,
  scope: Scope,
  { node, asOf = today(), knownAt }: Moment,
  nothing: Result,
  query: (reader: Reader<unknown>, node: TreeNodeName, on: Day) => Promise<Result>,
): Promise<{ asOf: Day; knownAt: string; result: Result }> {
  const known = await resolveKnown({ database }, scope, knownAt)
  return await read(
    database,
    scope,
    async (reader) => ({
      asOf,
      knownAt: String(known ?? (await head(reader))),
      result: await resolveNode(reader, hierarchy, node, asOf).then(
        (found) => query(reader, found, asOf),
        (error: unknown) => {
          if (node === undefined && error instanceof Refusal && error.code === 'NOT_FOUND') return nothing
          throw error
        },
      ),
    }),
    known,
  )
}

async function head(reader: Reader<unknown>): Promise<bigint> {
  const { rows } = await sql<{
    head: bigint
  }>`select head from platform.office where office_id = ${reader.scope.office}`.execute(reader.db)
  return rows[0]?.head ?? 0n
}
