import { expect, test } from 'vitest'
import { assessment } from './asvs.ts'
import { treeWith } from './testing/clean-tree.ts'

const shut = 'src/platform/door.test.ts'
const files = {
  'src/platform/door.ts': 'export const isOpen = false\n',
  [shut]:
    "import { test } from 'vitest'\ntest.each([1])(\n  'it is “shut”: %s',\n  () => undefined,\n)\n// 'a word',\n",
}
const good = [
  '| met      | 1 | 0 | 1 |',
  '| in part | 0 | 1 | 1 |',
  '| not met | 0 | 0 | 0 |',
  '| applies | 1 | 1 | 2 |',
  '| does not apply | 2 | 1 | 3 |',
  '| all | 3 | 2 | 5 |',
  '| 1.1.1   | 1 | doors are shut | met | `door.ts` `src/platform/door.test.ts` “it is “shut”: %s”   |',
  '| 1.1.2 | 2 | windows too | in part | `door.ts` “isOpen = false”; nobody tried |',
  '- Does not apply: L1 2.1.1, 2.1.2; L2 2.1.3: no cellar.',
]
const findings = (from: string | RegExp, to: string) => {
  const text = good.join('\n').replace(from, to)
  return assessment(treeWith({ ...files, 'docs/asvs.md': text })).map(({ line, what }) => `${line}: ${what}`)
}

test('a page whose citations and counts are right passes', () => {
  expect(findings('', '')).toEqual([])
})

test.each([
  ['a file that is not there', '`door.ts` `', '`gate.ts` `', '7: gate.ts is not there'],
  ['a test that is not there', '“it is “shut”: %s”', '“it is open”', `7: “it is open” is not in ${shut}`],
  ['words of a test that are no title', '“it is “shut”: %s”', '“a word”', `7: “a word” is not in ${shut}`],
  [
    'a line that is not there',
    'isOpen = false',
    'isOpen = true',
    '8: “isOpen = true” is not in src/platform/door.ts',
  ],
  ['a claim that nothing shows', '“it is “shut”: %s”', '`shut`', '7: nothing shows that it is met'],
  ['a requirement twice', '2.1.1, ', '1.1.1, ', '9: 1.1.1 stands twice'],
  ['a wrong count', '| met      | 1 |', '| met | 2 |', '1: the count is not that of the rows'],
  ['a count that is missing', '| all | 3 | 2 | 5 |', '', '1: the count is not that of the rows'],
  ['a wrong sum of those without use', 'L2 2.1.3', 'L1 2.1.3', '5: the count is not that of the rows'],
  ['a state of its own', '| in part | `', '| nearly | `', '8: “nearly” is no state'],
  ['a level of its own', '| 1.1.2 | 2 |', '| 1.1.2 | 3 |', '8: “3” is no level'],
])('%s is refused', (_name, from, to, finding) => {
  expect(findings(from, to)).toContain(finding)
})
