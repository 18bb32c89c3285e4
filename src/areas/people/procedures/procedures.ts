import type { Database } from '../../../platform/db/database.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { readBelow } from '../../../platform/figures/read-below.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { peopleContract } from '../contract.ts'
import { committeesBelow } from '../queries/committees-below.ts'
import { endingTerms } from '../queries/ending-terms.ts'
import { staffingBelow } from '../queries/staffing-below.ts'

export function peopleProcedures(database: Database, place: Hierarchy) {
  const os = implementer(peopleContract)
  return {
    committees: os.committees.handler(async ({ input, context: { scope } }) => {
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        [],
        (reader, { path }, on) => committeesBelow(reader, path, on),
      )
      return { ...answered, places: result }
    }),
    terms: os.terms.handler(async ({ input, context: { scope } }) => {
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        { terms: [], unrecorded: 0 },
        (reader, { path }, on) => endingTerms(reader, path, on),
      )
      return { ...answered, ...result }
    }),
    staffing: os.staffing.handler(async ({ input, context: { scope } }) => {
      const nothing = { posts: [], communities: [] }
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        nothing,
        (reader, { path }, on) => staffingBelow(reader, path, on),
      )
      return { ...answered, ...result }
    }),
  }
}
