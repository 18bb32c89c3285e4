import { type CssNode, generate, parse, walk, type WalkContext } from 'css-tree'
import type { Identifier } from '@mdn/browser-compat-data'
import { css, entriesBelow, isNewer } from './compatibility.ts'

const { properties = {}, selectors = {}, types = {}, 'at-rules': atRules = {} } = css

/** Functions of values by name; newer where every type that has such a function learnt it later. */
const functions = new Map<string, Identifier[]>()
for (const { path, node } of entriesBelow(types)) {
  const name = path.at(-1) as string
  functions.set(name, [...(functions.get(name) ?? []), node])
}

const units: readonly [RegExp, Identifier | undefined][] = [
  [/^[sld]v(w|h|i|b|min|max)$/, types['length']?.['viewport_percentage_units_dynamic']],
  [/^cq(w|h|i|b|min|max)$/, types['length']?.['container_query_length_units']],
  [/^(lh|rlh|cap|rcap|ic|ric|rch|rex)$/, undefined],
]

/** What a style sheet's source uses that the oldest supported browser does not know, each once: `:has(a)`, `text-wrap: balance`, `10dvh`. */
export function newerCss(source: string): string[] {
  const found = new Set<string>()
  walk(parse(source, { parseCustomProperty: true }), function (node) {
    for (const one of newerIn(node, this)) found.add(one)
  })
  return [...found].sort()
}

function newerIn(node: CssNode, { declaration, rule }: WalkContext): string[] {
  switch (node.type) {
    case 'Atrule':
      return isUnknown(atRules[node.name]) ? [`@${node.name}`] : []
    case 'Feature':
      return isUnknown(atRules['media']?.[node.name]) ? [`@media (${node.name})`] : []
    case 'FeatureRange':
      return isUnknown(atRules['media']?.['range_syntax']) ? ['@media range'] : []
    case 'Rule':
      return rule !== null && rule !== node ? ['nested rule'] : []
    case 'Raw':
      // The parser passes over a rule within a rule that begins with a letter.
      return node.value.includes('{') ? ['nested rule'] : []
    case 'NestingSelector':
      return isUnknown(selectors['nesting']) ? ['&'] : []
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return isUnknown(selectors[node.name]) ? [generate(node)] : []
    case 'Declaration':
      return isUnknown(properties[node.property]) ? [node.property] : []
    case 'Identifier':
      return declaration && isUnknown(properties[declaration.property]?.[node.name])
        ? [`${declaration.property}: ${node.name}`]
        : []
    case 'Function':
      return isUnknownFunction(node.name, declaration?.property) ? [`${node.name}()`] : []
    case 'Dimension':
      return units.some(([unit, entry]) => unit.test(node.unit) && (entry === undefined || isNewer(entry)))
        ? [`1${node.unit}`]
        : []
    default:
      return []
  }
}

const isUnknown = (entry: Identifier | undefined) => entry !== undefined && isNewer(entry)

function isUnknownFunction(name: string, property: string | undefined): boolean {
  const own = property === undefined ? undefined : properties[property]?.[name]
  if (own) return isNewer(own)
  const entries = functions.get(name)
  return entries !== undefined && entries.every(isNewer)
}
