import type { AnyRoute } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { RecordType } from '../records/record-type.ts'
import type { Text } from '../text.ts'
import type { Day } from '../values/day.ts'

export type MenuEntry = {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly label: Text
  /** Shown to those who hold all of these permissions. */
  readonly needs: readonly string[]
}

/** A page that stands in the menu by itself. */
export type SingleEntry = MenuEntry & { readonly icon: ComponentType }

/** The pages of an area, under its name. */
export type MenuGroup = {
  readonly name: string
  readonly label: Text
  readonly icon: ComponentType
  readonly entries: readonly MenuEntry[]
}

/** A node of a tree by which a page is narrowed. */
export type HierarchyNode = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly code: string | null
  readonly kind: Text
}

/** Asks for a tree on a day; nothing is asked while `wanted` is false. */
export type HierarchySource = (
  moment: { readonly asOf: Day; readonly knownAt?: string },
  wanted: boolean,
) => { readonly nodes: readonly HierarchyNode[] | undefined; readonly error: unknown }

/** The other tree along which figures can be asked, in the words of the area that owns it. */
export type WebLine = {
  readonly words: {
    /** What stands before the node chosen, as “Place” does before a place. */
    readonly control: Text
    /** The choice between the two trees: “By place” and this. */
    readonly along: Text
    /** What a node is. */
    readonly node: Text
    /** The parts beneath a node, as a way to break a figure down. */
    readonly parts: Text
    /** The topmost node that the caller sees. */
    readonly own: Text
    readonly search: Text
    readonly notThere: Text
  }
  readonly nodes: HierarchySource
}

export type RecordPageLink = { readonly to: string; readonly label: Text }

/** What an area's pages stand on: its record types get list, record and form pages by themselves. */
export type AreaContent = {
  /** What the area is called in the menu. */
  readonly label: Text
  readonly icon: ComponentType
  readonly recordTypes: readonly RecordType[]
  /** Record type → the ledger that exports it, where there is one. */
  readonly ledgers: Readonly<Record<string, string>>
  /** Record type → a page of the area about one such record, by its `$id`; the record's own page leads there. */
  readonly recordPages?: Readonly<Record<string, RecordPageLink>>
  readonly menu: readonly MenuEntry[]
  /** Given by the area that owns the places. */
  readonly places?: HierarchySource
  /** Given by the area that owns the other tree. */
  readonly line?: WebLine
}

/** What an area adds to the web application. Its content is loaded by who has signed in, and by nobody else. */
export type WebArea = {
  readonly name: string
  /** Routes below {@link workRoute}. */
  readonly routes: readonly AnyRoute[]
  readonly content: () => Promise<AreaContent>
}
