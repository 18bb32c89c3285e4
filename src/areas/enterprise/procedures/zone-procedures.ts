import type { Database } from '../../../platform/db/database.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { readBelow } from '../../../platform/figures/read-below.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { companyCard, notOnTheList } from '../queries/company-card.ts'
import { officersOf } from '../queries/officers.ts'
import { ofZone, servedCompanies } from '../queries/served-companies.ts'
import { zonesOn } from '../queries/served-places.ts'
import { shownCompanies } from '../queries/shown-companies.ts'
import { zonesBelow } from '../queries/zones-below.ts'
import { zoneContract } from '../zone-contract.ts'

export function zoneProcedures(database: Database, place: Hierarchy) {
  const os = implementer(zoneContract)
  return {
    zones: os.zones.handler(async ({ input, context: { scope } }) => {
      const nothing = { zones: [], outside: { companies: 0, nobody: 0 } }
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        nothing,
        (reader, { path }, on) => zonesBelow(reader, path, on),
      )
      return { ...answered, ...result }
    }),
    pairing: os.pairing.handler(async ({ input, context: { scope } }) => {
      const nothing = { zones: [], companies: 0, nobody: 0, officers: [], unseen: 0 }
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        nothing,
        async (reader, { path }, on) => {
          const companies = ofZone(await servedCompanies(reader, on, { path }), input.zone)
          const zones = await zonesOn(reader, on)
          return {
            zones: zones.map(({ id, name }) => ({ id, name })),
            companies: companies.length,
            nobody: companies.filter(({ paired }) => paired.length === 0).length,
            ...(await officersOf(reader, companies)),
          }
        },
      )
      return { ...answered, ...result }
    }),
    companies: os.companies.handler(async ({ input, context: { scope } }) => {
      const { which, limit, zone } = input
      const from = Number(input.cursor ?? 0)
      const nothing = { companies: [], total: 0, nextCursor: null }
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        input,
        nothing,
        async (reader, { path }, on) => {
          const found = ofZone(await servedCompanies(reader, on, { path }), zone).filter(
            ({ paired }) => which === 'all' || paired.length === 0,
          )
          return {
            companies: await shownCompanies(reader, found, on, { from, limit }),
            total: found.length,
            nextCursor: from + limit < found.length ? String(from + limit) : null,
          }
        },
      )
      return { ...answered, ...result }
    }),
    company: os.company.handler(async ({ input: { id, ...moment }, context: { scope } }) => {
      const { result, ...answered } = await readBelow(database, place, scope, moment, null, (reader, _, on) =>
        companyCard(reader, id, on),
      )
      if (!result) throw notOnTheList(id)
      return { ...answered, ...result }
    }),
  }
}
