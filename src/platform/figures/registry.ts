import type { WholeOfficeView } from '../area.ts'
import type { Balance } from './balance.ts'
import { type Figure, inputsOf } from './figure.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import type { Database } from '../db/database.ts'

/** Every figure of the program and what they are counted along. */
export type Figures = {
  readonly database: Database
  readonly engine: RecordsEngine
  readonly byId: ReadonlyMap<string, Figure>
  readonly balances: ReadonlyMap<string, Balance>
  readonly place: Hierarchy
  readonly line: Hierarchy
  readonly wholeOffice: readonly WholeOfficeView[]
}

/** @throws Error at start for a figure declared twice, an id without its area, rows of a record type that no area has, or a missing tree. */
export function figuresOf(
  database: Database,
  engine: RecordsEngine,
  figures: readonly Figure[],
  hierarchies: readonly Hierarchy[],
  balances: readonly Balance[] = [],
  wholeOffice: readonly WholeOfficeView[] = [],
): Figures {
  const byId = new Map<string, Figure>()
  for (const figure of figures) {
    if (byId.has(figure.id)) throw new Error(`figure ${figure.id} is declared twice`)
    if (!/^[a-z_]+\.[a-z][a-z0-9_]*$/.test(figure.id))
      throw new Error(`figure ${figure.id} is not named <area>.<name>`)
    for (const { rows } of inputsOf(figure)) {
      const named = Object.values(rows.dimensions ?? {}).map(({ record }) => record)
      for (const record of [
        rows.record,
        rows.decidedBy?.record ?? rows.record,
        rows.needs?.record ?? rows.record,
        ...named,
      ]) {
        if (!engine.types.has(record))
          throw new Error(`${figure.id}: ${rows.id} has rows of ${record}, which no area declares`)
      }
    }
    byId.set(figure.id, figure)
  }
  const hierarchy = (along: 'place' | 'line') => {
    const found = hierarchies.find((candidate) => candidate.along === along)
    if (!found) throw new Error(`no area gives the tree "${along}"`)
    return found
  }
  return {
    database,
    engine,
    byId,
    balances: new Map(balances.map((balance) => [balance.id, balance])),
    place: hierarchy('place'),
    line: hierarchy('line'),
    wholeOffice,
  }
}

export function figureNamed(figures: Figures, id: string): Figure {
  const figure = figures.byId.get(id)
  if (figure) return figure
  throw new Refusal('NOT_FOUND', text(`没有“${id}”这个指标。`, `There is no figure “${id}”.`), { figure: id })
}

export const onLine = (figure: Figure): boolean =>
  inputsOf(figure).every((input) => input.rows.onLine === true)
