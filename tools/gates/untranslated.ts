import { type Finding, lineAt } from './finding.ts'
import { runAsProgram } from './program.ts'
import { asksChinese, isGenerated, isScript, isTest, nameOf, type Node, typedText, visit } from './syntax.ts'
import type { TreeFile } from './tree.ts'
import { typedOnScreen } from './typed-on-screen.ts'

const chinese = /\p{Script=Han}/u
const english = /[A-Za-z]{2,}/
// Called with the same words in Chinese and in English.
const pairCalls = new Set(['text', 'complain', 'say', 'fail'])

/** Places where Chinese is data, not words to a reader: each with its reason. */
const exceptions: readonly { readonly path: RegExp; readonly because: string }[] = [
  { path: /\/terms\.ts$/, because: 'a vocabulary with its labels' },
  { path: /^src\/platform\/values\//, because: 'reads and writes Chinese dates, amounts and names' },
  { path: /\/ledgers\/read-cell\.ts$/, because: 'reads the yes and no that people write into cells' },
  { path: /\/ledgers\/workbook-bytes\.ts$/, because: 'names a typeface' },
  { path: /\/pieces\/day-picker\.tsx$/, because: 'reads the forms in which people type a day' },
]

/** Every text a person reads stands in both languages and comes from the catalogue. */
export function untranslated(files: readonly TreeFile[]): Finding[] {
  return files
    .filter(({ path }) => path.startsWith('src/') && isScript(path) && !isTest(path) && !isGenerated(path))
    .flatMap(judge)
}

function judge(file: TreeFile): Finding[] {
  const found: Finding[] = []
  const excepted = exceptions.some(({ path }) => path.test(file.path))
  visit(file, (node, parents) => {
    const problem =
      halfText(node) ??
      (excepted ? undefined : looseChinese(node, parents, isTerminal(file.path))) ??
      (file.path.endsWith('.tsx') ? typedOnScreen(node, parents) : undefined)
    if (!problem) return
    found.push({
      path: file.path,
      line: lineAt(file.text, node.start),
      what: problem,
      todo: 'Write text(zh, en), or take the words from terms.ts.',
    })
  })
  return found
}

/** What a terminal prints stands in both languages, one beside the other. */
const isTerminal = (path: string) => path.startsWith('src/app/') && !path.startsWith('src/app/web/')

function looseChinese(node: Node, parents: readonly Node[], bothInOne: boolean): string | undefined {
  if (!['Literal', 'TemplateElement', 'JSXText'].includes(node.type)) return undefined
  const typed = typedText(node)
  if (typed === undefined || !chinese.test(typed.replaceAll('小马', ''))) return undefined
  const chain = [node, ...parents]
  if (chain.some((inner, index) => isChineseSide(inner, chain[index + 1]))) return undefined
  // English may keep a Chinese proper name between its own words.
  const whole = parents[0]?.type === 'TemplateLiteral' ? (typedText(parents[0]) ?? typed) : typed
  const inEnglish = chain.some((inner, index) => isEnglishSide(inner, chain[index + 1]))
  if ((inEnglish && /\p{Script=Latin}/u.test(whole)) || (bothInOne && english.test(whole))) return undefined
  return `Chinese without its English: “${typed.trim()}”`
}

/** `{ zh: HERE }`, `text(HERE, …)`, `const zh = HERE`, `language === 'zh' ? HERE : …`; or a workbook's example value. */
function isChineseSide(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'Property')
    return ['zh', 'example'].includes(nameOf(parent['key']) ?? '') && parent['value'] === node
  if (parent?.type === 'VariableDeclarator') return nameOf(parent['id']) === 'zh' && parent['init'] === node
  if (parent?.type === 'ConditionalExpression')
    return parent['consequent'] === node && asksChinese(parent['test'])
  return isTextCall(parent) && parent['arguments'][0] === node
}

function isEnglishSide(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'Property') return nameOf(parent['key']) === 'en' && parent['value'] === node
  return isTextCall(parent) && parent['arguments'][1] === node
}

function isTextCall(node: Node | undefined): node is Node & { arguments: Node[] } {
  if (node?.type !== 'CallExpression' || !pairCalls.has(nameOf(node['callee']) ?? '')) return false
  return (node['arguments'] as Node[]).length > 1
}

/** A pair of which one half is absent, empty, or (in English) Chinese alone. */
function halfText(node: Node): string | undefined {
  if (isTextCall(node)) {
    const [zh, en] = node.arguments
    return zh && typedText(zh) !== undefined ? halfPair(zh, en) : undefined
  }
  if (node.type !== 'ObjectExpression') return undefined
  const properties = node['properties'] as Node[]
  const value = (name: string) =>
    properties.find((one) => nameOf(one['key']) === name)?.['value'] as Node | undefined
  const [zh, en] = [value('zh'), value('en')]
  const typed = [zh, en].some((side) => side !== undefined && typedText(side) !== undefined)
  return typed ? halfPair(zh, en) : undefined
}

function halfPair(zh: Node | undefined, en: Node | undefined): string | undefined {
  // No words at all is a pair too: a count without a unit.
  if (zh && en && isBlank(zh) && isBlank(en)) return undefined
  if (!zh || isBlank(zh)) return 'a text without its Chinese'
  if (!en || isBlank(en)) return 'a text without its English'
  const english = typedText(en) ?? ''
  if (chinese.test(english) && !/\p{Script=Latin}/u.test(english))
    return `English that is Chinese: “${english}”`
  return undefined
}

function isBlank(node: Node): boolean {
  const empty = typedText(node)?.trim() === ''
  return empty && (node.type !== 'TemplateLiteral' || (node['expressions'] as Node[]).length === 0)
}

if (import.meta.main) runAsProgram(untranslated)
