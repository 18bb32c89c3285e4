import { parseSync } from 'vite'
import type { TreeFile } from './tree.ts'

/** A node of the ESTree (with JSX and TypeScript) as the bundler's parser gives it. */
export type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** `parents` runs from the nearest parent outward. */
export type Visit = (node: Node, parents: readonly Node[]) => void

export const isScript = (path: string) => /\.(ts|tsx|mts|mjs|js)$/.test(path)
/** A test, or what tests share in a folder or file `testing`. */
export const isTest = (path: string) => /\.test\.tsx?$|\/testing\/|[-/]testing\.ts$/.test(path)
export const isGenerated = (path: string) => /\.generated\.(ts|sql)$/.test(path)

/** Visits every node of a file. A file that does not parse is visited as far as it goes: tsc refuses it. */
export function visit(file: TreeFile, each: Visit): void {
  walk(parseSync(file.path, file.text).program as unknown as Node, [], each)
}

function walk(node: Node, parents: readonly Node[], each: Visit): void {
  each(node, parents)
  const inner = [node, ...parents]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, inner, each)
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** The words typed in a string literal, the fixed parts of a template or text between tags; else undefined. */
export function typedText(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'JSXText' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateElement') return (node['value'] as { raw: string }).raw
  if (node.type === 'TemplateLiteral') {
    return (node['quasis'] as Node[]).map((part) => typedText(part) ?? '').join('')
  }
  return undefined
}

/** The name under which a property, attribute or call stands: `zh` of `{ zh: … }`, `title` of `<a title=…>`. */
export function nameOf(key: unknown): string | undefined {
  if (!isNode(key)) return undefined
  if (key.type === 'Identifier' || key.type === 'JSXIdentifier') return String(key['name'])
  if (key.type === 'Literal') return String(key['value'])
  return undefined
}

/** `language === 'zh'`, or `zh` where it stands for that. */
export function asksChinese(node: unknown): boolean {
  if (!isNode(node)) return false
  if (nameOf(node) === 'zh') return true
  return node.type === 'BinaryExpression' && node['operator'] === '===' && nameOf(node['right']) === 'zh'
}
