import type { Area } from './area.ts'
import type { Database } from './db/database.ts'
import { type Figures, figuresOf } from './figures/registry.ts'
import { checkPurposes, type Purpose } from './personal/purpose.ts'
import type { Ledger } from './ledgers/ledger.ts'
import { recordsEngine } from './records/engine.ts'
import { judgesOf } from './records/judges-of.ts'
import type { Records } from './records/records.ts'

/** What stands over a database once the areas are put together. */
export type Composed = {
  readonly records: Records
  readonly figures: Figures
  readonly ledgers: readonly Ledger[]
  readonly purposes: readonly Purpose[]
}

/** The records, figures and ledgers of areas on one database. @throws Error at start for what cannot stand together. */
export function composeAreas(database: Database, areas: readonly Area[]): Composed {
  const hierarchies = areas.flatMap((area) => area.hierarchies ?? [])
  const place = hierarchies.find((hierarchy) => hierarchy.along === 'place')
  if (!place) throw new Error('no area gives the places')
  const behaviours = areas.flatMap((area) => area.records)
  const purposes = areas.flatMap((area) => area.purposes ?? [])
  checkPurposes(
    behaviours.map(({ type }) => type),
    purposes,
  )
  const engine = recordsEngine(behaviours, place, () => database.keys)
  return {
    records: {
      database,
      engine,
      place,
      behaviours: new Map(behaviours.map((behaviour) => [behaviour.type.id, behaviour])),
      judges: judgesOf(areas),
    },
    figures: figuresOf(
      database,
      engine,
      areas.flatMap((area) => area.figures),
      hierarchies,
      areas.flatMap((area) => area.balances ?? []),
      areas.flatMap((area) => area.wholeOffice ?? []),
    ),
    ledgers: areas.flatMap((area) => area.ledgers),
    purposes,
  }
}
