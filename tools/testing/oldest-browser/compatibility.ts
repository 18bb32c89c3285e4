import data from '@mdn/browser-compat-data' with { type: 'json' }
import { oldestChromium } from '../../oldest-chromium.ts'
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'

export type Entry = { readonly path: readonly string[]; readonly node: Identifier }

/** Every feature below a place of MDN's data, with its names from there on; a feature comes after what lies below it. */
export function* entriesBelow(node: Identifier, path: readonly string[] = []): Generator<Entry> {
  for (const [name, below] of Object.entries(node))
    if (name !== '__compat') yield* entriesBelow(below as Identifier, [...path, name])
  if (path.length > 0 && node.__compat) yield { path, node }
}

/** Whether Chromium learnt it after the oldest supported version. What it never learnt is written for other browsers. */
export function isNewer(node: Identifier): boolean {
  const support = node.__compat?.support.chrome
  if (!support) return false
  const statements = Array.isArray(support) ? support : [support]
  return statements.some(({ version_added: added }) => added !== false) && !statements.some(isThere)
}

function isThere({
  version_added: added,
  version_removed: removed,
  ...how
}: SimpleSupportStatement): boolean {
  if (how.flags || how.alternative_name || how.prefix) return false
  return isUpTo(added) && !isUpTo(removed)
}

function isUpTo(version: string | boolean | null | undefined): boolean {
  if (typeof version !== 'string') return version === true
  return Number.parseFloat(version.replace('≤', '')) <= oldestChromium
}

export const { api, css, javascript } = data
