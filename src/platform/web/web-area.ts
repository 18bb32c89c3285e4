import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { RecordType } from '../records/record-type.ts'
import type { Text } from '../text.ts'
import type { Day } from '../values/day.ts'

export type MenuEntry = {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly label: Text
  readonly icon: ComponentType
  /** Shown to those who hold all of these permissions. */
  readonly needs: readonly string[]
}

export type PlaceNode = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly code: string | null
  readonly kind: Text
}

/** Asks for the tree of places on a day; nothing is asked while `wanted` is false. */
export type PlaceSource = (
  moment: { readonly asOf: Day; readonly knownAt?: string },
  wanted: boolean,
) => { readonly places: readonly PlaceNode[] | undefined; readonly error: unknown }

/** What an area adds to the web application: its record types get list, record and form pages by themselves. */
export type WebArea = {
  readonly name: string
  readonly recordTypes: readonly RecordType[]
  /** Record type → the ledger that exports it, where there is one. */
  readonly ledgers: Readonly<Record<string, string>>
  readonly menu: readonly MenuEntry[]
  /** Routes below {@link workRoute}. */
  readonly routes: readonly AnyRoute[]
  /** Given by the area that owns the places. */
  readonly places?: PlaceSource
}
