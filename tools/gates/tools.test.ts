import { expect, test } from 'vitest'
import { treeWith } from './testing/clean-tree.ts'
import { runInCopy } from './testing/copy.ts'

const lint = (changes?: Record<string, string>) =>
  runInCopy(treeWith(changes), 'oxlint', ['--type-aware', '--deny-warnings', '--format', 'unix'])
const findDead = (changes?: Record<string, string>) => runInCopy(treeWith(changes), 'knip', ['--no-progress'])

test('oxlint lets the clean tree pass', () => {
  expect(lint()).toMatchObject({ exitCode: 0 })
})

test.each([
  [
    'a cycle of two',
    'no-cycle',
    { 'src/a.ts': "export { b as a } from './b.ts'\n", 'src/b.ts': "export { a as b } from './a.ts'\n" },
  ],
  [
    'a cycle of three, of types alone',
    'no-cycle',
    {
      'src/a.ts': "import type { B } from './b.ts'\nexport type A = B[]\n",
      'src/b.ts': "import type { C } from './c.ts'\nexport type B = C[]\n",
      'src/c.ts': "import type { A } from './a.ts'\nexport type C = A | 1\n",
    },
  ],
  ['a floating promise', 'no-floating-promises', { 'src/a.ts': 'const act = async () => 1\nact()\n' }],
  ['a promise where nothing waits', 'no-misused-promises', { 'src/a.ts': '[1].forEach(async () => 1)\n' }],
  [
    'text taken for a program',
    'no-eval',
    { 'src/a.ts': 'export const a = (b: string): unknown => eval(b)\n' },
  ],
  [
    'text taken for a function',
    'no-new-func',
    { 'src/a.ts': 'export const a = (b: string): unknown => new Function(b)\n' },
  ],
  [
    'text taken for a page',
    'no-danger',
    { 'src/a.tsx': 'export const A = () => <p dangerouslySetInnerHTML={{ __html: String(1) }} />\n' },
  ],
  ['equality of whatever is alike', 'eqeqeq', { 'src/a.ts': 'export const a = (b: unknown) => b == 1\n' }],
  ['any', 'no-explicit-any', { 'src/a.ts': 'export const a = (value: any) => value\n' }],
  ['an unused variable', 'no-unused-vars', { 'src/a.ts': 'const a = 1\nexport {}\n' }],
  [
    'a case forgotten',
    'switch-exhaustiveness-check',
    {
      'src/a.ts':
        "export function act(kind: 'x' | 'y') {\n  switch (kind) {\n    case 'x':\n      return 1\n  }\n  return 2\n}\n",
    },
  ],
  [
    'a test that runs alone',
    'no-focused-tests',
    {
      'src/a.test.ts':
        "import { expect, test } from 'vitest'\ntest.only('a', () => {\n  expect(1).toBe(1)\n})\n",
    },
  ],
])('oxlint refuses %s', (_name, rule, changes) => {
  const { exitCode, output } = lint(changes)
  expect(output).toContain(`(${rule})`)
  expect(exitCode).toBe(1)
})

test('knip lets the clean tree pass', () => {
  expect(findDead()).toMatchObject({ exitCode: 0 })
})

test.each([
  ['a dead file', /Unused files.*\n.*dead\.ts/, { 'src/platform/dead.ts': 'export const dead = 1\n' }],
  [
    'an unused export',
    /Unused exports \(1\)\n.*least/,
    {
      'src/areas/north/rules/small.ts':
        'export const isSmall = (value: number) => value < most\nconst most = 3\nexport const least = 1\n',
    },
  ],
  [
    'an unused dependency',
    /Unused dependencies.*\n.*pg/,
    {
      'src/platform/db/connection.ts':
        'export const connect = (address: string) => ({ query: async (sql: string) => ({ rows: [address, sql] }) })\n',
    },
  ],
])('knip refuses %s', (_name, complaint, changes) => {
  const { exitCode, output } = findDead(changes)
  expect(output).toMatch(complaint)
  expect(exitCode).toBe(1)
})
