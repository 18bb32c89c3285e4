import { asksChinese, isNode, nameOf, type Node, typedText } from './syntax.ts'

const read = new Set([
  'placeholder',
  'title',
  'label',
  'aria-label',
  'aria-description',
  'alt',
  'description',
  'tooltip',
  'help',
  'extra',
  'okText',
  'cancelText',
  'emptyText',
  'addonBefore',
  'addonAfter',
  'message',
  'summary',
  'subTitle',
])
// What stands in these is typed by a machine or a keyboard and has no language.
const noLanguage = new Set(['kbd', 'code', 'style', 'script'])

/** Words put on a screen directly: between tags, in an attribute or in a property that a component shows. */
export function typedOnScreen(node: Node, parents: readonly Node[]): string | undefined {
  const place = placeOf(node, parents)
  if (place === undefined) return undefined
  for (const part of alternatives(node)) {
    const typed = typedText(part)
    if (typed !== undefined && /\p{L}/u.test(typed)) return `words typed ${place}: “${typed.trim()}”`
  }
  return undefined
}

function placeOf(node: Node, parents: readonly Node[]): string | undefined {
  const [parent, above] = parents
  const held = parent?.type === 'JSXExpressionContainer' ? above : parent
  if (held?.type === 'JSXElement' || held?.type === 'JSXFragment') {
    const isContent = node.type === 'JSXText' || parent?.type === 'JSXExpressionContainer'
    return isContent && !noLanguage.has(tagOf(held) ?? '') ? 'between tags' : undefined
  }
  if (held?.type === 'JSXAttribute' && held['name'] !== node) return shown(nameOf(held['name']))
  if (held?.type === 'Property' && held['value'] === node) return shown(nameOf(held['key']))
  return undefined
}

const shown = (name: string | undefined) => (name !== undefined && read.has(name) ? `as ${name}` : undefined)

function tagOf(element: Node): string | undefined {
  const opening = element['openingElement']
  return isNode(opening) ? nameOf(opening['name']) : undefined
}

/** The values that an expression may take: both ends of `a ? b : c`, the right of `a && b`. */
function alternatives(node: Node): Node[] {
  if (node.type === 'JSXExpressionContainer') return []
  // A choice by language holds both.
  if (node.type === 'ConditionalExpression' && asksChinese(node['test'])) return []
  if (node.type === 'ConditionalExpression')
    return [...alternatives(node['consequent'] as Node), ...alternatives(node['alternate'] as Node)]
  if (node.type === 'LogicalExpression')
    return [...alternatives(node['left'] as Node), ...alternatives(node['right'] as Node)]
  return [node]
}
