import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import { type Reader, read } from '../../../platform/db/transaction.ts'
import { type Hierarchy, resolveNode } from '../../../platform/figures/hierarchy.ts'
import { resolveKnown } from '../../../platform/figures/resolve.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { GuardedContext } from '../../../platform/rpc/server/context.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { organisationContract } from '../contract.ts'
import { fourInOneTree } from '../queries/four-in-one-tree.ts'
import { partyLine } from '../queries/party-line.ts'

type Moment = { node?: string | undefined; asOf?: Day | undefined; knownAt?: string | undefined }

export function organisationProcedures(database: Database, place: Hierarchy) {
  const os = implementer(organisationContract)

  /** Reads below a place as of a day. An office that has recorded no place yet has an empty tree, not an error. */
  async function below<Node>(
    context: GuardedContext,
    input: Moment,
    query: (reader: Reader<unknown>, path: string, on: Day) => Promise<Node[]>,
  ) {
    const asOf = input.asOf ?? today()
    const known = await resolveKnown({ database }, context.scope, input.knownAt)
    return await read(
      database,
      context.scope,
      async (reader) => ({
        asOf,
        knownAt: String(known ?? (await head(reader))),
        nodes: await resolveNode(reader, place, input.node, asOf).then(
          (node) => query(reader, node.path, asOf),
          (error: unknown) => {
            if (input.node === undefined && error instanceof Refusal && error.code === 'NOT_FOUND') return []
            throw error
          },
        ),
      }),
      known,
    )
  }

  return {
    fourInOneTree: os.fourInOneTree.handler(({ input, context }) => below(context, input, fourInOneTree)),
    partyLine: os.partyLine.handler(({ input, context }) => below(context, input, partyLine)),
  }
}

async function head(reader: Reader<unknown>): Promise<bigint> {
  const { rows } = await sql<{
    head: bigint
  }>`select head from platform.office where office_id = ${reader.scope.office}`.execute(reader.db)
  return rows[0]?.head ?? 0n
}
