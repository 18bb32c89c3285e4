import { posix } from 'node:path'
import { lineAt } from './finding.ts'
import { isNode, type Node, typedText, visit } from './syntax.ts'
import type { TreeFile } from './tree.ts'

/** `to` is a path of the tree for a relative import, else the package's specifier as written. */
export type Import = {
  readonly from: string
  readonly to: string
  readonly line: number
  /** True where nothing remains of it at run time. */
  readonly typeOnly: boolean
}

const statements = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]

/** Every import, re-export, dynamic import and imported type of a file. */
export function importsOf(file: TreeFile): Import[] {
  const found: Import[] = []
  visit(file, (node) => {
    if (!statements.includes(node.type) || !isNode(node['source'])) return
    const specifier = typedText(node['source'])
    if (specifier === undefined) return
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : specifier
    found.push({ from: file.path, to, line: lineAt(file.text, node.start), typeOnly: isTypeOnly(node) })
  })
  return found
}

function isTypeOnly(node: Node): boolean {
  return node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type'
}
