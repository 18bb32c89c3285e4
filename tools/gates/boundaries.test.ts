import { expect, test } from 'vitest'
import { boundaries } from './boundaries.ts'
import { treeWith } from './testing/clean-tree.ts'

const page = 'src/areas/south/pages/x.tsx'
const rule = 'src/areas/south/rules/x.ts'

test.each([
  ['platform → area', 'src/platform/x.ts', "import '../areas/north/index.ts'"],
  [
    'platform → area, the type alone',
    'src/platform/x.ts',
    "import type { A } from '../areas/north/terms.ts'",
  ],
  [
    'platform → area, a type in a type',
    'src/platform/x.ts',
    "export type A = import('../areas/north/terms.ts').A",
  ],
  ['platform → app', 'src/platform/x.ts', "export * from '../app/cli.ts'"],
  ['area → app', 'src/areas/south/x.ts', "import '../../app/cli.ts'"],
  ['area → demo', 'src/areas/south/x.ts', "import '../../../demo/x.ts'"],
  ["area → another area's inside", 'src/areas/south/x.ts', "import '../north/terms.ts'"],
  ["area → another area's inside, late", 'src/areas/south/x.ts', 'void import(`../north/terms.ts`)'],
  ['browser → queries', page, "import '../queries/x.ts'"],
  ['browser → queries, the type alone', page, "import type { A } from '../queries/x.ts'"],
  ['browser → procedures', 'src/areas/south/area.web.tsx', "import './procedures/x.ts'"],
  ['browser → ledgers', page, "import '../ledgers/x.ts'"],
  ['browser → database', 'src/platform/web/x.ts', "import '../db/connection.ts'"],
  ['browser → node', 'src/app/web/x.ts', "import 'node:fs'"],
  ['browser → node, without its prefix', 'src/app/web/x.ts', "import 'fs/promises'"],
  ['browser → pg', page, "import 'pg'"],
  ['browser → kysely', page, "import type { Kysely } from 'kysely'"],
  ['rule → database', rule, "import '../../../platform/db/connection.ts'"],
  ['rule → queries', rule, "import '../queries/x.ts'"],
  ['rule → node', rule, "import 'node:crypto'"],
  ['rule → react', rule, "import 'react'"],
])('%s is refused', (_name, path, code) => {
  const findings = boundaries(treeWith({ [path]: `\n${code}\n` }))
  expect(findings.map(({ path, line }) => `${path}:${line}`)).toEqual([`${path}:2`])
})

test('a browser file that reaches the database through another file is refused, with the way', () => {
  const [finding] = boundaries(treeWith({ [page]: "import { listBoth } from '../index.ts'" }))
  expect(finding?.what).toContain('src/areas/north/queries/list.ts')
  expect(boundaries(treeWith({ [page]: "import type { A } from '../index.ts'" }))).toEqual([])
})

test('two areas that depend on each other are refused, though no file does', () => {
  const findings = boundaries(treeWith({ 'src/areas/north/x.ts': "import '../south/index.ts'" }))
  expect(findings.map(({ path }) => path).sort()).toEqual([
    'src/areas/north/x.ts',
    'src/areas/south/index.ts',
  ])
})

test.each([
  ['a test of a rule', 'src/areas/south/rules/x.test.ts', "import 'node:fs'"],
  ['a contract of the platform in the browser', 'src/platform/web/x.ts', "import '../ledgers/contract.ts'"],
  ['the browser face of another area', page, "import '../../north/index.web.ts'"],
  ['app → demo', 'src/app/demo.ts', "import '../../demo/x.ts'"],
  ['demo → areas', 'demo/x.ts', "import '../src/areas/north/terms.ts'"],
])('%s passes', (_name, path, code) => {
  expect(boundaries(treeWith({ [path]: code }))).toEqual([])
})
