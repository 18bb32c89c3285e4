import type { Finding } from './finding.ts'
import { runAsProgram } from './program.ts'
import type { TreeFile } from './tree.ts'

const english = [
  'party',
  'parties',
  'branch',
  'branches',
  'community',
  'communities',
  'subdistrict',
  'subdistricts',
  'stairwell',
  'stairwells',
  'compound',
  'compounds',
  'household',
  'households',
  'committee',
  'committees',
  'council',
  'councils',
  'cadre',
  'cadres',
  'volunteer',
  'volunteers',
  'relocation',
  'relocations',
  'demolition',
  'enterprise',
  'enterprises',
  'bulletin',
  'bulletins',
  'villager',
  'villagers',
  'returnee',
  'returnees',
]
const chinese = [
  '党',
  '社区',
  '街道',
  '支部',
  '小区',
  '楼道',
  '楼栋',
  '居委',
  '村委',
  '住户',
  '农户',
  '企业',
  '简报',
  '志愿',
  '征地',
  '征收',
  '拆迁',
  '安置',
  '换届',
  '党员',
  '网格',
  '干部',
]

const refusedWords = new Set(english)
const refusedSigns = new RegExp(chinese.join('|'), 'g')

/** No word of a business in src/platform: not in code, comments, names of files or SQL. */
export function businessWords(files: readonly TreeFile[]): Finding[] {
  return files
    .filter((file) => file.path.startsWith('src/platform/') && !file.binary)
    .flatMap((file) => [
      ...wordsOf(file.path).map((word) => refuse(file.path, 1, word)),
      ...file.text
        .split('\n')
        .flatMap((line, index) => wordsOf(line).map((word) => refuse(file.path, index + 1, word))),
    ])
}

/** Splits camelCase and snake_case, so that `partyLine` and `party_line` both hold the word. */
function wordsOf(line: string): string[] {
  const plain = line.replace(/\bthird[- ]part(y|ies)\b|\bState Council\b/gi, '')
  const words =
    plain
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  return [...words.filter((word) => refusedWords.has(word)), ...(plain.match(refusedSigns) ?? [])]
}

function refuse(path: string, line: number, word: string): Finding {
  const todo = 'Say it in general terms (record, place, node, line), or move the code to its area.'
  return { path, line, what: `“${word}” is a word of a business`, todo }
}

if (import.meta.main) runAsProgram(businessWords)
