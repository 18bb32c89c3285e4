import type { Database } from '../../../platform/db/database.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { readBelow } from '../../../platform/figures/read-below.ts'
import type { GuardedContext } from '../../../platform/rpc/server/context.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import type { Day } from '../../../platform/values/day.ts'
import { organisationContract } from '../contract.ts'
import { fourInOneTree } from '../queries/four-in-one-tree.ts'
import { partyLine } from '../queries/party-line.ts'

type Moment = { node?: string | undefined; asOf?: Day | undefined; knownAt?: string | undefined }

export function organisationProcedures(database: Database, place: Hierarchy) {
  const os = implementer(organisationContract)

  async function below<Node>(
    { scope }: GuardedContext,
    moment: Moment,
    query: (reader: Reader<unknown>, path: string, on: Day) => Promise<Node[]>,
  ) {
    const { result, ...answered } = await readBelow<Node[]>(
      database,
      place,
      scope,
      moment,
      [],
      (reader, { path }, on) => query(reader, path, on),
    )
    return { ...answered, nodes: result }
  }

  return {
    fourInOneTree: os.fourInOneTree.handler(({ input, context }) => below(context, input, fourInOneTree)),
    partyLine: os.partyLine.handler(({ input, context }) => below(context, input, partyLine)),
  }
}
