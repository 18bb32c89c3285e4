import { createContext, useContext } from 'react'
import type { RecordType } from '../records/record-type.ts'
import type { Period } from '../values/period.ts'
import type { Day } from '../values/day.ts'
import type {
  AreaContent,
  HierarchySource,
  MenuGroup,
  RecordPageLink,
  SingleEntry,
  WebLine,
} from './web-area.ts'

/** What a page asks for when the address names no day, in an office that holds demonstration data. */
export type DemoMoment = { readonly asOf: Day; readonly period: Period }

/** The application as the pages of the platform see it: put together from the areas, without knowing any. */
export type WebApp = {
  readonly types: ReadonlyMap<string, RecordType>
  readonly menu: readonly (SingleEntry | MenuGroup)[]
  /** Record type → its ledger. */
  readonly ledgers: ReadonlyMap<string, string>
  readonly recordPages: ReadonlyMap<string, RecordPageLink>
  readonly places: HierarchySource
  readonly line: WebLine
  readonly demoMoment: DemoMoment
}

export function composeWebApp(
  areas: readonly (AreaContent & { readonly name: string })[],
  frame: { before: readonly SingleEntry[]; after: readonly SingleEntry[]; demoMoment: DemoMoment },
): WebApp {
  const places = areas.find((area) => area.places)?.places
  if (!places) throw new Error('no area gives the tree of places')
  const line = areas.find((area) => area.line)?.line
  if (!line) throw new Error('no area gives the other tree')
  return {
    types: new Map(areas.flatMap((area) => area.recordTypes).map((type) => [type.id, type])),
    menu: [
      ...frame.before,
      ...areas.map(({ name, label, icon, menu }) => ({ name, label, icon, entries: menu })),
      ...frame.after,
    ],
    ledgers: new Map(areas.flatMap((area) => Object.entries(area.ledgers))),
    recordPages: new Map(areas.flatMap((area) => Object.entries(area.recordPages ?? {}))),
    places,
    line,
    demoMoment: frame.demoMoment,
  }
}

const AppContext = createContext<WebApp | null>(null)

export const AppProvider = AppContext.Provider

export function useApp(): WebApp {
  const app = useContext(AppContext)
  if (!app) throw new Error('no application around this page')
  return app
}
